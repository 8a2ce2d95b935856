import { tensor } from '../../../autograd/tensor.js';
import type { Tensor } from '../../../autograd/tensor.js';
import { leavesAlone, readsItsArgument } from '../../behaviour.js';
import { agrees } from '../../comparison.js';
import type { Standard } from '../../comparison.js';
import { brief } from '../../evidence.js';
import { Failure } from '../../exercise.js';
import type { Check } from '../../exercise.js';
import { call, copies, distance, outcome, partsOf } from '../../results.js';
import type { Parts } from '../../results.js';
import * as given from './inputs.js';
import type { HessianInputs, HessianTimes } from './inputs.js';
import { reference } from './right.js';
import { wholeStep, wrongHessians } from './wrong.js';

const standard: Standard<HessianInputs, HessianTimes> = {
  reference,
  parts: ['Hv'],
  wrong: wrongHessians,
  telling: [...given.byHand, ...given.coupled(0)],
};
/** What two gradients, a little apart, are good for; and a little less little. */
const [nearly, coarsely] = [1e-4, 0.1];

const isSymmetric: Check<HessianTimes> = {
  name: 'is symmetric, ⟨u, Hv⟩ = ⟨v, Hu⟩',
  points: 10,
  run(candidate) {
    const [Hv, Hu] = given.pair.map((inputs) => partsOf(call(candidate, inputs), ['Hv']).Hv);
    const [[, , v], [, , u]] = given.pair;
    const [a, b] = [dot(u, Hv), dot(v, Hu)];
    if (Math.abs(a - b) <= nearly * Math.max(Math.abs(a), Math.abs(b))) return;
    const { name, says } = asymmetryOf(Hv);
    throw new Failure(name, says, {
      input: brief(given.pair[0]),
      expected: `⟨v, Hu⟩ = ${brief([tensor(b)])}`,
      got: `⟨u, Hv⟩ = ${brief([tensor(a)])}`,
    });
  },
};

/** What makes it depend on the order: a step along v that is too large, a whole v, or something else. */
function asymmetryOf(Hv: Tensor): { readonly name: string; readonly says: string } {
  const gives = (f: HessianTimes): Parts => partsOf(call(f, given.pair[0]), ['Hv']);
  const differ = 'Your ⟨u, Hv⟩ and ⟨v, Hu⟩ differ; second derivatives can be taken in either order.';
  if (distance({ parts: { Hv } }, { parts: gives(wholeStep) }) < 1e-9)
    return {
      name: 'not symmetric',
      says: `${differ} You take the difference of two gradients a whole v apart; Hv is what one small step along v does.`,
    };
  if (distance({ parts: { Hv } }, { parts: gives(reference) }) < coarsely)
    return {
      name: 'nudged coarsely',
      says: 'Your ⟨u, Hv⟩ and ⟨v, Hu⟩ are near each other and differ, as they do for a difference of two gradients a step apart. Without a step: differentiate ⟨dx, v⟩ itself.',
    };
  return {
    name: 'differs with the order',
    says: `${differ} If yours is a difference of two gradients, they lie too far apart; the gradient of ⟨dx, v⟩ needs no step at all.`,
  };
}

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

const staysTheSame: Check<HessianTimes> = {
  name: 'gives the same when it is asked again',
  points: 5,
  run(candidate) {
    const inputs = copies(given.byHand[0]);
    // Copied at once: the second call may write into what the first gave back.
    const [first, second] = [1, 2].flatMap(() => copies([candidate(...inputs)]));
    if (distance({ parts: { Hv: second } }, { parts: { Hv: first } }) <= 1e-9) return;
    const twice = 'Asked twice about the same x, your function gives two answers:';
    const shown = {
      input: brief(inputs),
      expected: brief([first]),
      got: `${brief([second])} the second time`,
    };
    if (inputs[1].grad === undefined)
      throw new Failure('remembers', `${twice} what does it keep from the first time?`, shown);
    throw new Failure(
      'x.grad is added to',
      `${twice} backward adds to what x.grad holds already. gradient(…) gives the number alone and leaves x.grad as it was.`,
      shown,
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
  leavesAlone({ points: 5, inputs: [given.byHand[0]] }),
  staysTheSame,
];
