import { testedSizes } from './alphabet.js';
import type { Alphabet } from './alphabet.js';
import { placeInWords, shortNumber } from './counter-example-words.js';
import type { Sizes } from './point.js';
import type { Verdict } from './verdict.js';

/**
 * What checking a line tried and found, in words: what was compared, where, and how sure that is.
 *
 * @example
 * evidenceInWords(verdict, alphabet);
 * // 'Equal in exact arithmetic at 12 random points for each of C = 2, 3, 5. A wrong line would pass …'
 */
export function evidenceInWords(verdict: Verdict, alphabet: Alphabet): string {
  const sizes = listed(testedSizes(alphabet));
  switch (verdict.kind) {
    case 'identical':
      return 'It is the line before, sign for sign.';
    case 'exact':
      return exactly(verdict);
    case 'numeric':
      return `Compared with 64 digits at ${verdict.points} random points${sizes && `, for ${sizes}`}. ${difference(verdict)} It holds an operation that exact arithmetic lacks, so there is no bound on the chance that a wrong line passes.`;
    case 'tested':
      return `The inequality held at all ${verdict.points} points tried${sizes && `, for ${sizes}`}: random ones, small whole numbers, numbers of very different size. That is a test, and says nothing of how close the two sides come.`;
    case 'fail':
      return failing(verdict);
    case 'inconclusive':
      return 'No point could be found at which both lines have a value, so nothing is known. That does not count as right.';
  }
}

function exactly(verdict: Verdict): string {
  const { bounds, signs } = verdict;
  const points = Math.min(...bounds.map((bound) => bound.points));
  const bits = Math.min(...bounds.map((bound) => bound.bits));
  const sizes = listed(bounds.map((bound) => bound.sizes));
  const chance = `A wrong line would pass with a chance below 2${raised(-bits)}${sizes && ' for each size'}`;
  const hidden = signs > 0 ? `, also where a root hides ${signs === 1 ? 'a sign' : `${signs} signs`}` : '';
  return `Equal in exact arithmetic at ${points} random points${sizes && ` for each of ${sizes}`}. ${chance}${hidden}. ${difference(verdict)}`;
}

function difference({ error }: Verdict): string {
  if (error === 0) return 'Computed with 64 digits the two sides are the same.';
  const power = Math.floor(Math.log10(error));
  return `Computed with 64 digits, they agree in at least ${-power - 1} of them.`;
}

const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** An exponent in small raised digits: −12 as ⁻¹². */
function raised(exponent: number): string {
  return String(exponent).replace(/[-\d]/g, (sign) => (sign === '-' ? '⁻' : digits[Number(sign)]));
}

function failing({ counterExample: found }: Verdict): string {
  if (!found) return 'The two lines differ.';
  return `At ${placeInWords(found)} the line before is ${shortNumber(found.before)}, this one ${shortNumber(found.after)}.`;
}

/** 'C = 2, 3, 5' for one length, '(N, C) = (3, 2), (2, 3), (4, 5)' for more; '' where there is none. */
function listed(all: readonly Sizes[]): string {
  const names = Object.keys(all[0] ?? {});
  if (names.length === 0) return '';
  if (names.length === 1) return `${names[0]} = ${all.map((sizes) => sizes[names[0]]).join(', ')}`;
  const tuples = all.map((sizes) => `(${names.map((name) => sizes[name]).join(', ')})`);
  return `(${names.join(', ')}) = ${tuples.join(', ')}`;
}
