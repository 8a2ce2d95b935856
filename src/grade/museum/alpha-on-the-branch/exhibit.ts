import type { Exercise } from '../../exercise.js';
import { judges } from '../../judges.js';
import type { Experiment } from '../../judging.js';
import { damage, normals } from '../damage.js';
import type { Exhibit } from '../exhibit.js';
import { noticing } from '../noticing.js';
import { mixing } from '../residual-layers.js';
import { believing, disguises, refusing, rightExperiments, wrong } from './experiments.js';
import { alphaOnTheBranch, alphaOnTheStream, disguised, found, right, telling } from './layers.js';
import type { Layer } from './layers.js';
import { notice } from './notice.js';

const exercise: Exercise<Experiment<Layer>> = {
  id: 'B8',
  title: 'On which side of the plus?',
  statement:
    'Write an experiment that is handed a block and says true if it computes DeepNorm’s LN(αx + f(x)), false if not. The block takes x of shape [N, C], a sub-layer f of your choice, and a number α, and gives a tensor of the same shape; its norm has no parameters, and an ε of its own.',
  why: 'The same line of code, with α one word farther to the right, takes away what DeepNorm is for: the stream fades, block by block.',
  difficulty: 2,
  importance: 3,
  minutes: 6,
  asks: 'an experiment',
  signature: 'isDeepNorm(block: (x: Tensor, f: (x: Tensor) => Tensor, alpha: number) => Tensor): boolean',
  hints: [
    'For which α, and for which f, are αx + f(x) and x + αf(x) the same? Those must not be yours.',
    'You may hand over any function as f: one that bends what it gets, such as tanh(mul(2, x)), will do.',
    'Compare block(x, f, 3) with layerNorm({ x: add(mul(3, x), f(x)) }), number by number, and allow a thousandth.',
  ],
  solution: `function isDeepNorm(block: (x: Tensor, f: (x: Tensor) => Tensor, alpha: number) => Tensor): boolean {
  const x = tensor([[1, 4, 2, -3], [0, 7, -2, 5]]);
  const f = (t: Tensor) => tanh(mul(t, 2));
  const [y, right] = [block(x, f, 3), layerNorm({ x: add(mul(3, x), f(x)) })];
  return right.data.every((value, i) => Math.abs(y.data[i] - value) < 1e-3);
}`,
  checks: noticing(
    judges<Layer>({
      right: { name: believing, points: 40, layers: right },
      wrong: [
        { name: refusing, points: 30, layers: found },
        { name: disguises, points: 30, layers: disguised },
      ],
      telling,
      known: wrong,
    }),
    { known: wrong, notice },
  ),
  wrong,
  right: rightExperiments,
};

/** B8: DeepNorm’s α on the branch. */
export const alphaMisplaced: Exhibit<Layer> = {
  id: 'B8',
  title: 'α on the branch',
  story: [
    'A page that explains DeepNorm and is read by very many has the formula right, LN(αx + f(x)), and the code beside it multiplies f(x), also after a first fix had put in its forgotten norm.',
    'Shapes fit, the answer is normalized, and the loss goes down, only to another place.',
    'It is easy to make because a factor in a residual connection usually does stand on the branch, as in ReZero and LayerScale; DeepNorm is the one that makes the stream louder.',
  ],
  reported: 'labml.ai, annotated deep learning implementations, issue #145: DeepNorm.',
  wrong: alphaOnTheBranch,
  right: alphaOnTheStream,
  fix: 'Multiply x by α, not f(x), and try the block with an α that is not 1 and a sub-layer that does more than stretch what it gets.',
  cost: {
    against: 'α',
    at: [1, 1.5, 2, 3, 4],
    measure: (alpha) => {
      const f = mixing(1);
      return damage(
        { wrong: (x) => alphaOnTheBranch(x, f, alpha), right: (x) => alphaOnTheStream(x, f, alpha) },
        normals('deepnorm cost', [8, 6]),
      );
    },
  },
  exercise,
};
