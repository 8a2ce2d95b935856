import type { Block } from '../card.js';
import type { Learner } from '../learner.js';
import type { Prediction } from '../learner/record.js';
import { times } from './words.js';

/**
 * How often the ranges held the value, and which way to lean: judged over all ranges, since those of one notebook are few.
 *
 * @param all The learner with the ranges of the whole course.
 */
export function ranges({ predictions }: Learner, all: Learner): Block[] {
  const seen = seenOf(predictions);
  const open = Object.values(predictions).length - seen.length;
  const waiting =
    open > 0
      ? `${times(open, 'range')} still ${open === 1 ? 'waits' : 'wait'} for ${open === 1 ? 'its' : 'their'} value.`
      : '';
  if (seen.length === 0) return waiting ? [waiting] : [];
  const whole = seenOf(all.predictions);
  const inAll =
    whole.length > seen.length ? `, and ${heldOf(whole)} of ${whole.length} in the whole course` : '';
  return [
    `${heldOf(seen)} of your ${times(seen.length, 'range')} ${inAll ? 'here ' : ''}held the value${inAll}. ${judged(heldOf(whole), whole.length)} ${waiting}`.trim(),
  ];
}

type Predictions = Learner['predictions'];

const seenOf = (predictions: Predictions): Prediction[] =>
  Object.values(predictions).filter(({ held }) => held !== undefined);

const heldOf = (seen: readonly Prediction[]): number => seen.filter(({ held }) => held).length;

/** Eight in ten is the aim; from five ranges on a sentence says which way to lean. */
function judged(held: number, n: number): string {
  if (n < 5) return `Eight in ten is the aim; ${n} ${n === 1 ? 'is' : 'are'} too few to tell.`;
  // "Too": whoever has ranges of eight in ten would do as badly, or as well, less than one time in ten.
  if (chanceOfAtMost(held, n) < 0.1)
    return 'Eight in ten is the aim: your ranges are too narrow. Make them wider than feels right.';
  if (1 - chanceOfAtMost(held - 1, n) < 0.1)
    return 'Eight in ten is the aim: your ranges are too wide. You know more than you think.';
  return `Eight in ten is the aim: as far as ${n} ranges can tell, yours are neither too narrow nor too wide.`;
}

/** The probability that at most `held` of n ranges hold when each does with probability 0.8. */
function chanceOfAtMost(held: number, n: number): number {
  let [term, total] = [0.2 ** n, 0];
  for (let k = 0; k <= held; k++) {
    total += term;
    term *= ((n - k) / (k + 1)) * 4;
  }
  return total;
}
