import { gradientCheck } from '../../../autograd/gradient-check.js';
import { gradient } from '../../../autograd/gradient.js';
import { numericGradient } from '../../../autograd/numeric-gradient.js';
import { mean } from '../../../autograd/ops/mean.js';
import { mul } from '../../../autograd/ops/mul.js';
import { Tensor } from '../../../autograd/tensor.js';
import { layerNorm } from '../../../norm/layer-norm.js';
import { stream } from '../../../tensor/random.js';
import type { RightVersion } from '../../exercise.js';
import {
  beta,
  bothIdentities,
  dxOf,
  dy,
  features,
  gamma,
  isSmall,
  libraryLayer,
  near,
  sumOf,
  x,
} from './asking.js';
import type { CutExperiment } from './asking.js';

const nudging: CutExperiment = (layer) => {
  const [slope] = numericGradient((at) => layer(at, gamma, beta), [x], { dy });
  return near(dxOf(layer), slope, 1e-4);
};

const alongRandomWords: CutExperiment = (layer) => {
  const random = stream('cut', 1);
  const [words, back] = [0, 1].map(() => new Tensor(random.normals([3, 5], { deviation: 2 })));
  const [dx] = gradient(layer(words, gamma, beta), [words], { dy: back });
  const size = Math.max(...dx.data.map(Math.abs));
  return (
    isSmall(sumOf(dx), 1e-9 * size) && isSmall(mean(mul(dx, layerNorm({ x: words })), features), 1e-2 * size)
  );
};

/** Experiments that tell all of them, each in its own way. */
export const rightExperiments: readonly RightVersion<CutExperiment>[] = [
  { name: 'both identities', candidate: bothIdentities },
  { name: 'a gradient check', candidate: (layer) => gradientCheck(layer, [x, gamma, beta]).ok },
  { name: 'dx by nudging', candidate: nudging },
  { name: 'dx beside the library’s', candidate: (layer) => near(dxOf(layer), dxOf(libraryLayer), 1e-9) },
  { name: 'random words, in proportion to dx', candidate: alongRandomWords },
];
