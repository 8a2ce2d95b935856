import { stream } from '../../../tensor/random.js';
import type { WrongVersion } from '../../exercise.js';
import { says } from './misconceptions.js';
import { shuffle } from './right.js';
import type { ShuffleFunction } from './right.js';

const places = (seed: number, n: number): number[] => stream('shuffle', seed).permutation(n);

const withRepeats: ShuffleFunction = (items, seed) => {
  const random = stream('shuffle', seed);
  return items.map(() => items[random.integer(items.length)]);
};

const byMathRandom: ShuffleFunction = (items) =>
  items
    .map((item) => ({ item, key: Math.random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);

const forAllCalls = stream('shuffle', 0);

const turned: ShuffleFunction = (items, seed) => {
  const turn = items.length === 0 ? 0 : stream('shuffle', seed).integer(items.length);
  return [...items.slice(turn), ...items.slice(0, turn)];
};

/** Exchanges each place, from the last down to `last`, with one of so many, counted from the first. */
const exchanged =
  (among: (i: number, n: number) => number, last = 1): ShuffleFunction =>
  (items, seed) => {
    const [own, random] = [[...items], stream('exchange', seed)];
    for (let i = own.length - 1; i >= last; i--) {
      const j = random.integer(among(i, own.length));
      [own[i], own[j]] = [own[j], own[i]];
    }
    return own;
  };

const byACoin: ShuffleFunction = (items, seed) => {
  const random = stream('coin', seed);
  return [...items].sort(() => random.uniform() - 0.5);
};

const inPlace: ShuffleFunction = (items, seed) => {
  const own = items as number[];
  own.splice(0, own.length, ...shuffle(items, seed));
  return own;
};

const version = (
  name: keyof typeof says,
  caughtBy: string,
  candidate: ShuffleFunction,
): WrongVersion<ShuffleFunction> => ({ name, says: says[name], caughtBy, candidate });

/** Shuffles that can give every order, but not equally often. */
export const unfairShuffles: readonly (WrongVersion<ShuffleFunction> & {
  readonly name: keyof typeof says;
})[] = [
  {
    name: 'exchanged with any place',
    says: says['exchanged with any place'],
    caughtBy: 'prefers no place for any item',
    candidate: exchanged((_, n) => n, 0),
  },
  {
    name: 'sorted by a coin',
    says: says['sorted by a coin'],
    caughtBy: 'prefers no place for any item',
    candidate: byACoin,
  },
];

/** Plausible mistakes, and what to say to each. */
export const wrongShuffles: readonly WrongVersion<ShuffleFunction>[] = [
  version('places instead of items', 'gives back the same items', (items, seed) =>
    places(seed, items.length),
  ),
  version('drawn with repeats', 'gives back the same items', withRepeats),
  version('repeats lost', 'gives back the same items', (items, seed) => shuffle([...new Set(items)], seed)),
  version('something from nothing', 'gives back the same items', (items, seed) =>
    items.length === 0 ? [items[0]] : shuffle(items, seed),
  ),
  version('items lost', 'gives back the same items', (items, seed) => shuffle(items.slice(1), seed)),
  version('items added', 'gives back the same items', (items, seed) => [
    ...shuffle(items, seed),
    ...items.slice(0, 1),
  ]),
  version('no such place', 'gives back the same items', (items, seed) => {
    const order = places(seed, items.length);
    return items.map((item) => order[item]);
  }),
  version('other items', 'gives back the same items', (items, seed) =>
    shuffle(items, seed).map((item) => item + 1),
  ),
  version('equal items taken for one', 'gives back the same items', (items, seed) => {
    const order = places(seed, items.length);
    return items.map((item) => items[order[items.indexOf(item)]]);
  }),
  version('another order each time', 'gives the same order for the same seed', byMathRandom),
  version('one stream for all calls', 'gives the same order for the same seed', (items) =>
    forAllCalls.permutation(items.length).map((place) => items[place]),
  ),
  version('nothing moves', 'gives other orders for other seeds', (items) => [...items]),
  version('sorted', 'gives other orders for other seeds', (items) => [...items].sort((a, b) => a - b)),
  version('seed ignored', 'gives other orders for other seeds', (items) => shuffle(items, 1)),
  version('too few orders', 'gives other orders for other seeds', (items, seed) =>
    seed % 2 === 0 ? [...items] : [...items].reverse(),
  ),
  version(
    'never in its own place',
    'can give every order',
    exchanged((i) => i),
  ),
  version('first item stays', 'can give every order', (items, seed) => [
    ...items.slice(0, 1),
    ...shuffle(items.slice(1), seed),
  ]),
  version('not every order', 'can give every order', turned),
  ...unfairShuffles,
  version('input changed', 'leaves its inputs as they were', inPlace),
];
