import { Tensor } from '../../../autograd/tensor.js';
import { stream } from '../../../tensor/random.js';
import { formatShape, sameShape } from '../../../tensor/shape.js';
import { Failure } from '../../exercise.js';
import type { Check, Shown } from '../../exercise.js';
import { blockOf, climbOf, depth, descentOf } from './harness.js';
import type { BlockFunction, Climb, Descent } from './harness.js';
import { knownPlacement } from './known.js';
import type { Known } from './known.js';
import { checkNames } from './names.js';
import { wrongBlocks } from './wrong.js';

const input = `${depth} blocks, sub-layers that answer twice as loud as they are asked`;

/** From the most fundamental to the subtlest. */
export const ownPlacementChecks: readonly Check<BlockFunction>[] = [
  { name: checkNames.shape, points: 10, run: keepsShape },
  measuring(checkNames.once, 10, {
    measure: climbOf,
    holds: ({ calls }) => calls === 1,
    says: 'How often does f stand in your lines? Each block asks its sub-layer once.',
    shown: ({ calls }) => ({ input, expected: 'f is called once in each block', got: `${calls} times` }),
  }),
  measuring(checkNames.say, 20, {
    measure: climbOf,
    holds: ({ say }) => say >= 0.5,
    says: 'If all sub-layers fall silent, the answer of the stack hardly changes. How loud are 48 branches together, beside x?',
    shown: ({ say }) => ({
      input,
      expected: 'the answer moves by half its size or more, if all sub-layers fall silent',
      got: `it moves by ${say.toFixed(3)} of its size`,
    }),
  }),
  measuring(checkNames.activations, 20, {
    measure: climbOf,
    holds: ({ largest }) => largest <= 10,
    says: 'Your activations grow. By how much does one block multiply the mean square of x, or how much does it add?',
    shown: ({ largest }) => ({
      input,
      expected: 'a root mean square of 10 or less behind every block',
      got: `up to ${largest.toPrecision(4)}`,
    }),
  }),
  measuring(checkNames.gradients, 20, {
    measure: descentOf,
    holds: ({ ratio }) => ratio <= 10,
    says: 'The sub-layers do not hear alike. What is a gradient multiplied by on its way down, block by block: along the stream, and through the branch?',
    shown: ({ ratio, most, least }) => ({
      input,
      expected: 'the largest gradient of a sub-layer is at most 10 times the smallest',
      got: Number.isFinite(ratio)
        ? `${ratio.toPrecision(4)} times: most in block ${most}, least in block ${least}`
        : 'some hear nothing at all',
    }),
  }),
  { name: checkNames.own, points: 20, run: isNew },
];

function keepsShape(candidate: BlockFunction): void {
  const x = new Tensor(stream('own placement, shape', 0).normals([3, 5]));
  const { shape } = blockOf(candidate, x);
  if (sameShape(shape, x.shape)) return;
  const known = wrongBlocks.find(
    (version) =>
      version.caughtBy === checkNames.shape && sameShape(blockOf(version.candidate, x).shape, shape),
  );
  throw new Failure(
    known?.name ?? 'shape',
    known?.says ?? 'The next block takes what this one gives: the shape of x has to stay.',
    {
      input: `x of shape ${formatShape(x.shape)}`,
      expected: formatShape(x.shape),
      got: formatShape(shape),
    },
  );
}

/** The constant of each placement, and what it is in the notebook. */
const constants = {
  'Peri-LN': { letter: 'γ', usual: 1, formula: 'x + γ norm(f(norm(x)))' },
  DeepNorm: { letter: 'α', usual: Math.sqrt(Math.sqrt(2 * depth)), formula: 'norm(α x + f(x))' },
  ReZero: { letter: 'a', usual: 0, formula: 'x + a f(x)' },
} as const;

function isNew(candidate: BlockFunction): void {
  const known = knownPlacement(candidate);
  if (known === undefined) return;
  const { placement, constant } = known;
  const { letter, formula } = constants[placement];
  const version = wrongBlocks.find(({ name }) => name === nameOf(known));
  throw new Failure(nameOf(known), version?.says ?? '', {
    input: 'a word that is not normalized, and an f that is not a straight line',
    expected: 'none of the six placements of this notebook, whatever their constant',
    got: `${placement}, ${formula} with ${letter} = ${constant.toPrecision(4)}`,
  });
}

function nameOf({ placement, constant }: Known): string {
  const { letter, usual } = constants[placement];
  const same = Math.abs(constant - usual) <= 1e-3 * usual;
  return same ? `${placement} as it is` : `${placement} with another ${letter}`;
}

interface Measuring<T> {
  measure(block: BlockFunction): T;
  holds(measured: T): boolean;
  readonly says: string;
  shown(measured: T): Shown;
}

/** A check of what shows in the stack, which knows the usual designs by their numbers. */
function measuring<T extends Descent | Climb>(
  name: string,
  points: number,
  { measure, holds, says, shown }: Measuring<T>,
): Check<BlockFunction> {
  const usual = wrongBlocks.filter(({ caughtBy }) => caughtBy === name);
  let theirs: readonly T[] | undefined;
  return {
    name,
    points,
    run(candidate) {
      const measured = measure(candidate);
      if (holds(measured)) return;
      theirs ??= usual.map((version) => measure(version.candidate));
      const known = usual[theirs.findIndex((other) => alike(measured, other))] as
        (typeof usual)[0] | undefined;
      throw new Failure(known?.name ?? 'another design', known?.says ?? says, shown(measured));
    },
  };
}

const numbersOf = (measured: Descent | Climb): number[] =>
  'ratio' in measured ? [measured.ratio] : [measured.largest, measured.say, measured.calls];

/** The same design gives the same numbers, but for the order of its sums. */
function alike(a: Descent | Climb, b: Descent | Climb): boolean {
  const others = numbersOf(b);
  return numbersOf(a).every(
    (x, i) => Object.is(x, others[i]) || Math.abs(x - others[i]) <= 1e-6 * Math.abs(others[i]),
  );
}
