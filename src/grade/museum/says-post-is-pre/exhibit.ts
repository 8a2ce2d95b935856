import type { Exercise } from '../../exercise.js';
import { judges } from '../../judges.js';
import type { Experiment } from '../../judging.js';
import { damage, normals } from '../damage.js';
import type { Exhibit } from '../exhibit.js';
import { mixing, norm } from '../residual-layers.js';
import type { Through } from '../residual-layers.js';
import { believing, disguises, refusing, rightExperiments, wrong } from './experiments.js';
import { asTheTextSays, disguised, found, preUnderPost, right, telling } from './layers.js';
import type { Layer } from './layers.js';

const exercise: Exercise<Experiment<Layer>> = {
  id: 'B7',
  title: 'Does it do what it says?',
  statement:
    'The text says: “the output of each sub-layer is LayerNorm(x + Sublayer(x))”. Write an experiment that is handed a block and says true if the block does that, false if it does something else. The block takes x of shape [N, C], a sub-layer f and a norm, both functions of your choice, and gives a tensor of the same shape.',
  why: 'Readers have asked about this one difference between text and code for seven years. A program can answer it in a second.',
  difficulty: 1,
  importance: 2,
  minutes: 5,
  asks: 'an experiment',
  signature:
    'doesWhatItSays(block: (x: Tensor, f: (x: Tensor) => Tensor, norm: (x: Tensor) => Tensor) => Tensor): boolean',
  hints: [
    'You have f and the norm in your own hands, so you can compute what the text says yourself.',
    'Take an x that is not normalized, and a sub-layer that answers differently if it hears something else.',
    'Compare block(x, f, norm) with norm(add(x, f(x))), number by number.',
  ],
  solution: `function doesWhatItSays(block: (x: Tensor, f: (x: Tensor) => Tensor, norm: (x: Tensor) => Tensor) => Tensor): boolean {
  const x = tensor([[1, 4, 2, -3], [0, 7, -2, 5]]);
  const f = (t: Tensor) => tanh(mul(t, 2));
  const norm = (t: Tensor) => layerNorm({ x: t });
  const [y, said] = [block(x, f, norm), norm(add(x, f(x)))];
  return said.data.every((value, i) => Math.abs(y.data[i] - value) < 1e-9);
}`,
  checks: judges<Layer>({
    right: { name: believing, points: 40, layers: right },
    wrong: [
      { name: refusing, points: 30, layers: found },
      { name: disguises, points: 30, layers: disguised },
    ],
    telling,
    known: wrong,
  }),
  wrong,
  right: rightExperiments,
};

/** So many blocks on one another. */
const stackOf =
  (block: Layer, depth: number): Through =>
  (x) =>
    norm(Array.from({ length: depth }, (_, n) => mixing(n)).reduce((y, f) => block(y, f, norm), x));

/** B7: the text says Post-LN, the code is Pre-LN. */
export const saysPostIsPre: Exhibit<Layer> = {
  id: 'B7',
  title: 'The text says post, the code says pre',
  story: [
    'The best-known walk through the Transformer quotes the paper, LayerNorm(x + Sublayer(x)), and the code below it computes x + Sublayer(LayerNorm(x)).',
    'Both are good models, so nothing breaks, and the code even says in a comment that it does it so for simplicity.',
    'It is easy to make because the paper’s own code had moved its norms after the paper was written, and whoever follows one of the two is right.',
  ],
  reported: 'The Annotated Transformer, harvardnlp/annotated-transformer, issues #1, #13, #92 and #110.',
  wrong: preUnderPost,
  right: asTheTextSays,
  fix: 'Say which of the two the code is, in its name: Pre-LN. The formula beside it is then x + f(LN(x)), with one more norm at the end.',
  cost: {
    against: 'depth',
    at: [1, 2, 4, 8],
    measure: (depth) =>
      damage(
        { wrong: stackOf(preUnderPost, depth), right: stackOf(asTheTextSays, depth) },
        normals('says post cost', [8, 6], { deviation: 2 }),
      ),
  },
  exercise,
};
