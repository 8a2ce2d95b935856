import { stream } from '../../../tensor/random.js';
import { Failure } from '../../exercise.js';
import type { Check } from '../../exercise.js';
import { call, requireSomething } from '../../results.js';
import { requireFair } from './fairness.js';
import { fails } from './misconceptions.js';
import type { ShuffleFunction } from './right.js';

const items = [30, 10, 20, 20, 50];
/** Like JSON, but undefined and NaN say their names. */
const text = (list: readonly unknown[]): string =>
  `[${list.map((item) => (typeof item === 'string' ? JSON.stringify(item) : String(item))).join()}]`;
const ascending = (list: readonly number[]): number[] => [...list].sort((a, b) => a - b);
const sorted = (list: readonly number[]): string => text(ascending(list));
const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

/** From the most fundamental to the subtlest. */
export const shuffleChecks: readonly Check<ShuffleFunction>[] = [
  { name: 'gives back the same items', points: 30, run: sameItems },
  { name: 'gives the same order for the same seed', points: 20, run: sameOrder },
  { name: 'gives other orders for other seeds', points: 15, run: otherOrders },
  { name: 'can give every order', points: 15, run: everyOrder },
  { name: 'prefers no place for any item', points: 10, run: fair },
  { name: 'leaves its inputs as they were', points: 10, run: inputsLeft },
];

function shuffled(candidate: ShuffleFunction, list: readonly number[], seed: number): number[] {
  const result = call(candidate, [list, seed]);
  requireSomething(result, 'Your function');
  if (!Array.isArray(result))
    throw new Failure('not a list', 'Your function should give back a list of numbers, as items is one.');
  return result as number[];
}

/** The first of the seeds that a candidate is called with. */
const firstSeed = (seed: number): number => stream('shuffle exercise', seed).integer(1000);

function sameItems(candidate: ShuffleFunction, seed = 0): void {
  const first = firstSeed(seed);
  // Several seeds: five draws with repeats are by chance an order of the five, once in thirteen times.
  for (const list of [items, [7], []]) upTo(6).forEach((i) => requireSame(candidate, list, first + i));
}

function requireSame(candidate: ShuffleFunction, list: readonly number[], seed: number): void {
  const got = shuffled(candidate, list, seed);
  if (sorted(got) === sorted(list)) return;
  const input = `${text(list)}, seed ${seed}`;
  const evidence = { input, expected: 'the same items in some order', got: text(got) };
  throw fails(otherItems(candidate, { list, got, seed }), evidence);
}

/** What went wrong where other items came out. */
function otherItems(
  candidate: ShuffleFunction,
  {
    list,
    got,
    seed,
  }: { readonly list: readonly number[]; readonly got: readonly number[]; readonly seed: number },
): Parameters<typeof fails>[0] {
  if (list.length === 0) return 'something from nothing';
  if (sorted(got) === sorted(upTo(list.length))) return 'places instead of items';
  if (sorted(got) === sorted([...new Set(list)])) return 'repeats lost';
  if (got.length !== list.length) return got.length < list.length ? 'items lost' : 'items added';
  if (got.some((item) => (item as unknown) === undefined)) return 'no such place';
  if (!got.every((item) => list.includes(item))) return 'other items';
  const five = [3, 1, 4, 0, 2];
  const isRightWhereAllDiffer = upTo(6).every(
    (i) => sorted(shuffled(candidate, five, seed + i)) === sorted(five),
  );
  return isRightWhereAllDiffer ? 'equal items taken for one' : 'drawn with repeats';
}

function sameOrder(candidate: ShuffleFunction, seed = 0): void {
  const first = firstSeed(seed);
  const [once, again] = [first, first].map((same) => text(shuffled(candidate, upTo(20), same)));
  if (once === again) return;
  const drawsElsewhere = /Math\.random|Date|performance|crypto/.test(String(candidate));
  throw fails(drawsElsewhere ? 'another order each time' : 'one stream for all calls', {
    input: `20 items, seed ${first}, twice`,
    expected: once,
    got: again,
  });
}

function otherOrders(candidate: ShuffleFunction, seed = 0): void {
  const [list, first] = [stream('shuffle exercise, items', seed).permutation(10), firstSeed(seed)];
  const orders = new Set(upTo(8).map((i) => text(shuffled(candidate, list, first + i))));
  const input = `${text(list)}, seeds ${first} to ${first + 7}`;
  const evidence = { input, expected: '8 orders', got: `${orders.size} orders` };
  const [always] = orders;
  const constant = { ...evidence, got: `always ${always}` };
  if (orders.size === 1 && always === text(list)) throw fails('nothing moves', constant);
  if (orders.size === 1 && always === sorted(list)) throw fails('sorted', constant);
  if (orders.size === 1) throw fails('seed ignored', constant);
  if (orders.size < 4) throw fails('too few orders', evidence);
}

function everyOrder(candidate: ShuffleFunction, seed = 0): void {
  const first = firstSeed(seed);
  const counts = new Map<string, number>();
  for (let i = 0; i < 600; i++) {
    const order = text(shuffled(candidate, [1, 2, 3], first + i));
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  // Fair is 100 each, give or take 9; whether all come equally often is for the next check.
  if (counts.size === 6 && Math.min(...counts.values()) >= 10) return;
  const orders = [...counts.keys()].map((order) => JSON.parse(order) as number[]);
  const isNeverAtHome = orders.every((order) => order.every((item, place) => item !== place + 1));
  const keepsTheFirst = orders.every(([item]) => item === 1);
  const known = isNeverAtHome
    ? 'never in its own place'
    : keepsTheFirst
      ? 'first item stays'
      : 'not every order';
  throw fails(known, {
    input: `[1,2,3], seeds ${first} to ${first + 599}`,
    expected: '6 orders, each of them many times',
    got: [...counts].map(([order, count]) => `${order}: ${count}`).join(', '),
  });
}

function fair(candidate: ShuffleFunction, seed = 0): void {
  requireFair((list, one) => shuffled(candidate, list, one), firstSeed(seed));
}

function inputsLeft(candidate: ShuffleFunction, seed = 0): void {
  const given = items.slice();
  candidate(given, firstSeed(seed));
  if (text(given) !== text(items))
    throw fails('input changed', { input: text(items), expected: 'the same, afterwards', got: text(given) });
}
