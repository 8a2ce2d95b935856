import type { Exercise } from '../../exercise.js';
import { judges } from '../../judges.js';
import type { Experiment } from '../../judging.js';
import { damage, normals } from '../damage.js';
import type { Exhibit } from '../exhibit.js';
import { mixing, norm } from '../residual-layers.js';
import type { Through } from '../residual-layers.js';
import { believing, disguises, refusing, wrong } from './experiments.js';
import { disguised, found, preNorm, right as rightLayers, streamOverwritten, telling } from './layers.js';
import type { Layer } from './layers.js';
import { right } from './right.js';

const exercise: Exercise<Experiment<Layer>> = {
  id: 'B19',
  title: 'Is it Pre-LN?',
  statement:
    'Write an experiment that is handed a layer of an encoder and says true if it is Pre-LN, h = x + f(norm1(x)) and then h + g(norm2(h)), false if it is not. The layer takes x of shape [N, C], two sub-layers f and g, and their norms. All four are functions of your choice from a tensor to one of the same shape: that is what Through means.',
  why: 'The flag said norm_first, and norms stood first. What went on to the next layer was something else.',
  difficulty: 2,
  importance: 3,
  minutes: 7,
  asks: 'an experiment',
  signature:
    'isPreNorm(layer: (x: Tensor, f: Through, g: Through, norm1: Through, norm2: Through) => Tensor): boolean',
  hints: [
    'f, g and both norms are yours, so you can compute the two lines yourself.',
    'What is alike cannot be told apart: take two norms that differ, two sub-layers that both say something, and an x that is far from normalized.',
    'h = add(x, f(norm1(x))). Compare layer(x, f, g, norm1, norm2) with add(h, g(norm2(h))), number by number.',
  ],
  solution: `function isPreNorm(layer: (x: Tensor, f: Through, g: Through, norm1: Through, norm2: Through) => Tensor): boolean {
  const x = tensor([[1, 4, 2, -3], [0, 7, -2, 5]]);
  const f = (t: Tensor) => tanh(mul(t, 2));
  const g = (t: Tensor) => mul(t, t);
  const norm1 = (t: Tensor) => layerNorm({ x: t });
  const norm2 = (t: Tensor) => add(mul(layerNorm({ x: t }), 3), 1);
  const h = add(x, f(norm1(x)));
  const [y, expected] = [layer(x, f, g, norm1, norm2), add(h, g(norm2(h)))];
  return expected.data.every((value, i) => Math.abs(y.data[i] - value) < 1e-9);
}`,
  checks: judges<Layer>({
    right: { name: believing, points: 40, layers: rightLayers },
    wrong: [
      { name: refusing, points: 30, layers: found },
      { name: disguises, points: 30, layers: disguised },
    ],
    telling,
    known: wrong,
  }),
  wrong,
  right,
};

/** So many layers on one another, and a norm behind the last. */
const stackOf =
  (layer: Layer, depth: number): Through =>
  (x) =>
    norm(
      Array.from({ length: depth }, (_, n) => n).reduce(
        (y, n) => layer(y, mixing(2 * n), mixing(2 * n + 1), norm, norm),
        x,
      ),
    );

/** B19: with the norm first the stream was normalized as well. */
export const streamNormalized: Exhibit<Layer> = {
  id: 'B19',
  title: 'The norm came first, and stayed',
  story: [
    'When PyTorch’s Transformer learned to put its norms first, the first version wrote the normalized x back into x: what is added to the sub-layer’s answer is then the normalized stream, and the bare one is gone.',
    'Shapes fit, it trains, and the flag does put a norm before each sub-layer; two weeks after somebody had compared it with the papers, a correction was written.',
    'It is easy to make because in Post-LN one variable is enough: x is overwritten line by line. Pre-LN needs the old x once more, after its norm was taken.',
  ],
  reported:
    'PyTorch, issue 61165, “Incorrect pre-LN in the transformer model”, of July 2021; pull request 60593 had brought the flag, 61692 the correction.',
  wrong: streamOverwritten,
  right: preNorm,
  fix: 'Keep the stream: x + f(norm1(x)), with the norm inside the brackets of f and nowhere else.',
  cost: {
    against: 'layers',
    at: [1, 2, 4, 8],
    measure: (depth) =>
      damage(
        { wrong: stackOf(streamOverwritten, depth), right: stackOf(preNorm, depth) },
        normals('overwritten cost', [8, 6], { deviation: 2 }),
      ),
  },
  exercise,
};
