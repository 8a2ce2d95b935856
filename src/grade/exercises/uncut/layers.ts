/** Layers with the outputs of LayerNorm, whole and cut, and what to say to an experiment that misjudges them. */
import { add } from '../../../autograd/ops/add.js';
import { div } from '../../../autograd/ops/div.js';
import { mean } from '../../../autograd/ops/mean.js';
import { mul } from '../../../autograd/ops/mul.js';
import { pow } from '../../../autograd/ops/pow.js';
import { sub } from '../../../autograd/ops/sub.js';
import { detach, tensor } from '../../../autograd/tensor.js';
import type { Tensor } from '../../../autograd/tensor.js';
import { layerNormWith } from '../../../experiments/ways-back.js';
import type { Layer, WayBackInputs } from '../../../experiments/ways-back.js';
import { layerNorm } from '../../../norm/layer-norm.js';
import type { Specimen } from '../../judging.js';

const features = { axis: -1, keepdims: true } as const;
const rowMean = (x: Tensor): Tensor => mean(x, features);
const whole = (x: Tensor): Tensor => x;

/** Where a layer lets gradients through: at the mean inside the variance, at the one that is subtracted, and at r. */
interface Gates {
  readonly inside?: typeof detach;
  readonly mean?: (mu: Tensor) => Tensor;
  readonly rstd?: typeof detach;
}

/** Cuts the last row and leaves the others. */
const detachLast = (t: Tensor): Tensor => {
  const isLast = tensor(Array.from({ length: t.shape[0] }, (_, n) => [n === t.shape[0] - 1 ? 1 : 0]));
  return add(mul(sub(1, isLast), t), mul(isLast, detach(t)));
};

/** Equations (1) to (5), with some of the ways back cut. */
function gated({ inside = whole, mean: outside = whole, rstd = whole }: Gates): Layer {
  return (x, gamma, beta) => {
    const mu = rowMean(x);
    const from = sub(x, inside(mu));
    const r = pow(add(rowMean(mul(from, from)), 1e-5), -1 / 2);
    return add(mul(gamma, mul(sub(x, outside(mu)), rstd(r))), beta);
  };
}

const equation8 = ({ g, xhat, rstd }: WayBackInputs): Tensor =>
  mul(rstd, sub(sub(g, rowMean(g)), mul(xhat, rowMean(mul(g, xhat)))));

const accused =
  'Nothing that matters is cut in this layer, and your experiment refuses it. Its dx sums to 0 up to rounding, and its part along x̂ is the small leak of ε: allow for both.';

/** Nothing is cut, or nothing that matters. */
export const wholeLayers: readonly Specimen<Layer>[] = [
  {
    name: 'the library’s LayerNorm',
    layer: (x, gamma, beta) => layerNorm({ x, gamma, beta }),
    says: accused,
  },
  { name: 'single operations', layer: gated({}), says: accused },
  { name: 'equation (8) by hand', layer: layerNormWith(equation8), says: accused },
  {
    name: 'μ cut inside the variance alone',
    layer: gated({ inside: detach }),
    says: 'Here μ is cut inside the variance, where nothing came through (E3.6). Its gradient is right, and your experiment refuses it.',
  },
];

/** The same outputs, and a way back with a path missing. */
export const cutLayers: readonly Specimen<Layer>[] = [
  {
    name: 'both cut',
    layer: gated({ mean: detach, rstd: detach }),
    says: 'Its outputs are right to the last digit, and both statistics are cut: dx is r · g alone. Ask for a gradient, with a dy and a γ that are not all the same, and look at what should be 0.',
  },
  {
    name: 'μ cut',
    layer: gated({ mean: detach }),
    says: 'μ is cut, and it slips through. Which identity does the path through the mean make: what do the entries of dx sum to, word by word?',
  },
  {
    name: 'μ cut in the last word',
    layer: gated({ mean: detachLast }),
    says: 'μ is cut in the last word alone, and it slips through. Every word has its own sum of dx: look at all of them.',
  },
  {
    name: 'r cut',
    layer: gated({ rstd: detach }),
    says: 'r is cut, and it slips through. Its dx sums to 0. Which identity does the path through the deviation make: what is left of dx along x̂?',
  },
];

const withoutParameters: Layer = (x, gamma, beta) =>
  layerNorm({ x, gamma: detach(gamma), beta: detach(beta) });
const shifted: Layer = (x, gamma, beta) => add(layerNorm({ x, gamma, beta }), 1);

/** Layers that nobody writes: on them wrong experiments differ that judge the others alike. */
export const tellingLayers: readonly Layer[] = [
  layerNormWith(({ g }) => mul(g, 0)),
  layerNormWith(({ g }) => mul(g, 1000)),
  layerNormWith(({ dy, g, rstd }) => mul(rstd, sub(g, rowMean(dy)))),
  layerNormWith(({ g, xhat, rstd }) => {
    const centred = sub(g, rowMean(g));
    return mul(rstd, sub(centred, mul(xhat, div(rowMean(mul(g, xhat)), rowMean(mul(xhat, xhat))))));
  }),
  layerNormWith((inputs) => {
    const along = rowMean(mul(inputs.g, inputs.xhat));
    return add(equation8(inputs), sub(along, mean(along)));
  }),
  withoutParameters,
  shifted,
];
