import { Failure } from '../exercise.js';
import type { Check } from '../exercise.js';
import { call, requireSomething } from '../results.js';
import { fails } from './misconceptions.js';
import type { ShuffleFunction } from './versions.js';

const items = [30, 10, 20, 20, 50];
const text = (list: unknown): string => JSON.stringify(list);
const sorted = (list: readonly number[]): string => text([...list].sort((a, b) => a - b));
const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

/** From the most fundamental to the subtlest. */
export const shuffleChecks: readonly Check<ShuffleFunction>[] = [
  { name: 'gives back the same items', points: 30, run: sameItems },
  { name: 'gives the same order for the same seed', points: 20, run: sameOrder },
  { name: 'gives other orders for other seeds', points: 20, run: otherOrders },
  { name: 'can give every order', points: 20, run: everyOrder },
  { name: 'leaves its inputs as they were', points: 10, run: inputsLeft },
];

function shuffled(candidate: ShuffleFunction, list: readonly number[], seed: number): number[] {
  const result = call(candidate, [list, seed]);
  requireSomething(result, 'Your function');
  if (!Array.isArray(result))
    throw new Failure('not a list', 'Your function should give back a list of numbers, as items is one.');
  return result as number[];
}

function sameItems(candidate: ShuffleFunction): void {
  for (const list of [items, [7], []]) {
    const got = shuffled(candidate, list, 1);
    if (sorted(got) === sorted(list)) continue;
    const input = `${text(list)}, seed 1`;
    const evidence = { input, expected: 'the same items in some order', got: text(got) };
    if (sorted(got) === sorted(upTo(list.length))) throw fails('places instead of items', evidence);
    const onlyRepeated = got.length === list.length && got.every((item) => list.includes(item));
    throw fails(onlyRepeated ? 'drawn with repeats' : 'items lost', evidence);
  }
}

function sameOrder(candidate: ShuffleFunction): void {
  const [once, again] = [4, 4].map((seed) => text(shuffled(candidate, upTo(20), seed)));
  if (once !== again)
    throw fails('another order each time', { input: '20 items, seed 4, twice', expected: once, got: again });
}

function otherOrders(candidate: ShuffleFunction): void {
  const orders = new Set(upTo(8).map((seed) => text(shuffled(candidate, upTo(10), seed))));
  const evidence = { input: '10 items, seeds 0 to 7', expected: '8 orders' };
  if (orders.size === 1) throw fails('seed ignored', { ...evidence, got: `always ${[...orders][0]}` });
  if (orders.size < 4) throw fails('too few orders', { ...evidence, got: `${orders.size} orders` });
}

function everyOrder(candidate: ShuffleFunction): void {
  const counts = new Map<string, number>();
  for (const seed of upTo(600)) {
    const order = text(shuffled(candidate, [1, 2, 3], seed));
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  // Fair is 100 each, give or take 9: the margin is six times that.
  if (counts.size === 6 && Math.min(...counts.values()) >= 45) return;
  throw fails('not every order', {
    input: '[1,2,3], seeds 0 to 599',
    expected: '6 orders, about 100 times each',
    got: [...counts].map(([order, count]) => `${order}: ${count}`).join(', '),
  });
}

function inputsLeft(candidate: ShuffleFunction): void {
  const given = items.slice();
  candidate(given, 2);
  if (text(given) !== text(items))
    throw fails('input changed', { input: text(items), expected: 'the same, afterwards', got: text(given) });
}
