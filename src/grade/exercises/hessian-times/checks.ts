import { tensor } from '../../../autograd/tensor.js';
import type { Tensor } from '../../../autograd/tensor.js';
import { leavesAlone, readsItsArgument } from '../../behaviour.js';
import { agrees } from '../../comparison.js';
import type { Standard } from '../../comparison.js';
import { brief } from '../../evidence.js';
import { Failure } from '../../exercise.js';
import type { Check } from '../../exercise.js';
import { call, distance, outcome, partsOf } from '../../results.js';
import * as given from './inputs.js';
import type { HessianInputs, HessianTimes } from './inputs.js';
import { reference } from './right.js';
import { wrongHessians } from './wrong.js';

const standard: Standard<HessianInputs, HessianTimes> = {
  reference,
  parts: ['Hv'],
  wrong: wrongHessians,
  telling: [...given.byHand, ...given.coupled(0)],
};
/** What two gradients, a little apart, are good for. */
const nearly = 1e-4;

const isSymmetric: Check<HessianTimes> = {
  name: 'is symmetric, ⟨u, Hv⟩ = ⟨v, Hu⟩',
  points: 10,
  run(candidate) {
    const [Hv, Hu] = given.pair.map((inputs) => partsOf(call(candidate, inputs), ['Hv']).Hv);
    const [[, , v], [, , u]] = given.pair;
    const [a, b] = [dot(u, Hv), dot(v, Hu)];
    if (Math.abs(a - b) <= nearly * Math.max(Math.abs(a), Math.abs(b))) return;
    throw new Failure(
      'not symmetric',
      'Your ⟨u, Hv⟩ and ⟨v, Hu⟩ differ; second derivatives can be taken in either order. Hv is what one small step along v does to the gradient, not a difference of two gradients a whole v apart.',
      {
        input: brief(given.pair[0]),
        expected: `⟨v, Hu⟩ = ${brief([tensor(b)])}`,
        got: `⟨u, Hv⟩ = ${brief([tensor(a)])}`,
      },
    );
  },
};

function dot(a: Tensor, b: Tensor): number {
  return a.data.reduce((total, value, i) => total + value * b.data[i], 0);
}

const isExact: Check<HessianTimes> = {
  name: 'is exact, not nudged',
  points: 10,
  run(candidate) {
    const [right, got] = [reference, candidate].map((f) => partsOf(call(f, given.sharp), ['Hv']));
    const error = distance({ parts: got }, { parts: right });
    if (error <= 1e-9) return;
    throw new Failure(
      'nudged',
      'Your Hv is right to as many digits as two gradients, a little apart, can give, and then it ends. Without nudging: differentiate ⟨dx, v⟩ itself.',
      {
        input: brief(given.sharp),
        expected: 'nine digits and more',
        got: `${Math.max(0, Math.floor(-Math.log10(error)))} digits`,
      },
    );
  },
};

const reads = readsItsArgument(standard, { points: 10, inputs: [given.byHand[0], given.otherLoss] });

/** Zeros come from a gradient that remembers nothing, and are told so by the next check. */
const readsTheLoss: Check<HessianTimes> = {
  ...reads,
  run(candidate) {
    const got = outcome(candidate, given.byHand[0], standard.parts);
    if ('stopped' in got || got.parts.Hv.data.some((value) => value !== 0)) reads.run(candidate);
  },
};

/** From the most fundamental to the subtlest. */
export const hessiansChecks: readonly Check<HessianTimes>[] = [
  readsTheLoss,
  agrees(standard, {
    name: 'is right for a sum of squares',
    points: 30,
    inputs: () => given.byHand,
    tolerance: nearly,
    hint: 'There dx is 2x, 4x, 6x, so Hv is 2v, 4v, 6v, entry by entry, wherever x is.',
  }),
  isSymmetric,
  agrees(standard, {
    name: 'is right where entries meet each other',
    points: 30,
    inputs: given.coupled,
    tolerance: nearly,
    hint: 'Entries that bend each by itself were right. Here each entry of Hv hears of all of v: the one number to differentiate is ⟨dx, v⟩.',
  }),
  isExact,
  leavesAlone({ points: 10, inputs: [given.byHand[0]] }),
];
