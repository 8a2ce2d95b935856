import { layerNorm } from '../../../norm/layer-norm.js';
import { tensor } from '../../../autograd/tensor.js';
import { stream } from '../../../tensor/random.js';
import { formatNumber } from '../../../tensor/format.js';
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
  requireEqual(answer, withoutEps, withEps(seed));
}

function everywhere(answer: string, seed = 0): void {
  requireEqual(answer, withEps(seed), withoutEps);
}

const far = (a: number, b: number): boolean => !(Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b)));

/** @throws {Failure} at the first place where the formula is not what LayerNorm gives. */
function requireEqual(answer: string, places: readonly Place[], telling: readonly Place[]): void {
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
  throw new Failure(
    known?.name ?? 'another formula',
    known?.says ??
      'That is another number than LayerNorm gives. Write μ and σ² of the row first: one entry is 1, and C − 1 entries are 0.',
    {
      input: `C = ${C}, eps = ${eps}`,
      expected: formatNumber(measured(place)),
      got: String(Number(valueAt(formula, place).toPrecision(5))),
    },
  );
}
