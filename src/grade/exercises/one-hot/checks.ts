import { layerNorm } from '../../../norm/layer-norm.js';
import { tensor } from '../../../autograd/tensor.js';
import { stream } from '../../../tensor/random.js';
import { Failure } from '../../exercise.js';
import type { Check } from '../../exercise.js';
import { notYetWritten } from '../../not-yet-written.js';
import { readFormula, valueAt } from './value.js';
import type { Place } from './value.js';
import { wrongFormulas } from './versions.js';

/** What the library gives where the row is 1. */
function measured({ C, eps }: Place): number {
  const row = tensor([1, ...new Array<number>(C - 1).fill(0)]);
  return layerNorm({ x: row }, { eps }).data[0];
}

const withoutEps: readonly Place[] = [3, 5, 10].map((C) => ({ C, eps: 0 }));
const withEps = (seed: number): readonly Place[] => {
  const random = stream('one-hot exercise', seed);
  return [3, 4, 7].map((C) => ({ C: C + random.integer(3), eps: (1 + random.integer(9)) / 20 }));
};

/** From the most fundamental to the subtlest. */
export const oneHotChecks: readonly Check<string>[] = [
  { name: 'can be read', points: 10, run: canBeRead },
  { name: 'is right at ε = 0', points: 50, run: atZero },
  { name: 'is right for every ε', points: 40, run: everywhere },
];

function canBeRead(answer: string): void {
  if (answer.trim() === '') notYetWritten('E1.5');
  readFormula(answer);
}

function atZero(answer: string, seed = 0): void {
  requireEqual(answer, {
    places: withoutEps,
    telling: withEps(seed),
    hint: 'That is another number than LayerNorm gives. Do your brackets say what you mean, and what are μ and σ² of a row in which one entry is 1 and C − 1 entries are 0?',
  });
}

function everywhere(answer: string, seed = 0): void {
  requireEqual(answer, {
    places: withEps(seed),
    telling: withoutEps,
    hint: 'At ε = 0 you are right. Equation (3) adds ε to σ², under the root: go from there, and do to ε whatever you do to σ².',
  });
}

interface Asked {
  readonly places: readonly Place[];
  readonly telling: readonly Place[];
  /** What to say where no known mistake fits. */
  readonly hint: string;
}

const far = (a: number, b: number): boolean => !(Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b)));

/** @throws {Failure} at the first place where the formula is not what LayerNorm gives. */
function requireEqual(answer: string, { places, telling, hint }: Asked): void {
  const formula = readFormula(answer);
  const place = places.find((one) => far(valueAt(formula, one), measured(one)));
  if (place === undefined) return;
  const known = wrongFormulas.find(({ candidate }) =>
    [...places, ...telling].every((one) => {
      const [a, b] = [valueAt(formula, one), valueAt(readFormula(candidate), one)];
      return Object.is(a, b) || !far(a, b);
    }),
  );
  const { C, eps } = place;
  const [wanted, got] = [measured(place), valueAt(formula, place)];
  // As many digits as are needed to see that the two differ.
  const digits = [5, 9].find((n) => wanted.toPrecision(n) !== got.toPrecision(n)) ?? 13;
  const written = (value: number): string => String(Number(value.toPrecision(digits)));
  throw new Failure(known?.name ?? 'another formula', known?.says ?? hint, {
    input: `C = ${C}, eps = ${eps}`,
    expected: written(wanted),
    got: written(got),
  });
}
