/** Whether every item comes to every place equally often, and if not, which known unfair shuffle it is. */
import { fails } from './misconceptions.js';
import type { ShuffleFunction } from './right.js';
import { unfairShuffles } from './wrong.js';

const n = 8;
const times = 2400;
const list = Array.from({ length: n }, (_, i) => i);

/** How often item i comes to place j, in row i and column j. */
function places(shuffle: ShuffleFunction, first: number): number[] {
  const counts = new Array<number>(n * n).fill(0);
  for (let seed = first; seed < first + times; seed++)
    shuffle(list, seed).forEach((item, place) => counts[item * n + place]++);
  return counts;
}

const total = (terms: readonly number[]): number => terms.reduce((a, b) => a + b, 0);

/**
 * @throws {Failure} if some items come to some places more often than chance can explain.
 */
export function requireFair(shuffle: ShuffleFunction, first: number): void {
  const expected = times / n;
  const counts = places(shuffle, first);
  // Chi square with (n − 1)² = 49 degrees of freedom: about 49 where fair, above 130 once in more than a thousand million.
  const surprise = total(counts.map((count) => (count - expected) * ((count - expected) / expected)));
  if (surprise < 130) return;
  const known = unfairShuffles.find(({ candidate }) => {
    const theirs = places(candidate, first);
    const terms = counts.map((a, i) => ((a - theirs[i]) * (a - theirs[i])) / Math.max(1, a + theirs[i]));
    return total(terms) < 130;
  });
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const [rare, often] = [counts.indexOf(least), counts.indexOf(most)];
  const said = (cell: number): string => `item ${Math.floor(cell / n)} comes to place ${cell % n}:`;
  throw fails(known?.name ?? 'unfair', {
    input: `${JSON.stringify(list)}, seeds ${first} to ${first + times - 1}`,
    expected: `every item comes to every place about ${expected} times`,
    got: `${said(rare)} ${least} times, ${said(often)} ${most} times`,
  });
}
