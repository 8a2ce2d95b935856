import { stream } from '../../tensor/random.js';
import type { RightVersion, WrongVersion } from '../exercise.js';
import { says } from './misconceptions.js';

/** The function the exercise asks for. */
export type ShuffleFunction = (items: readonly number[], seed: number) => number[];

const places = (seed: number, n: number): number[] => stream('shuffle', seed).permutation(n);
const shuffle: ShuffleFunction = (items, seed) => places(seed, items.length).map((place) => items[place]);

const withRepeats: ShuffleFunction = (items, seed) => {
  const random = stream('shuffle', seed);
  return items.map(() => items[random.integer(items.length)]);
};

const byMathRandom: ShuffleFunction = (items) =>
  items
    .map((item) => ({ item, key: Math.random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);

const turned: ShuffleFunction = (items, seed) => {
  const turn = items.length === 0 ? 0 : stream('shuffle', seed).integer(items.length);
  return [...items.slice(turn), ...items.slice(0, turn)];
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

/** Plausible mistakes, and what to say to each. */
export const wrongShuffles: readonly WrongVersion<ShuffleFunction>[] = [
  version('places instead of items', 'gives back the same items', (items, seed) =>
    places(seed, items.length),
  ),
  version('drawn with repeats', 'gives back the same items', withRepeats),
  version('items lost', 'gives back the same items', (items, seed) => shuffle(items.slice(1), seed)),
  version('another order each time', 'gives the same order for the same seed', byMathRandom),
  version('seed ignored', 'gives other orders for other seeds', (items) => shuffle(items, 1)),
  version('too few orders', 'gives other orders for other seeds', (items, seed) =>
    seed % 2 === 0 ? [...items] : [...items].reverse(),
  ),
  version('not every order', 'can give every order', turned),
  version('input changed', 'leaves its inputs as they were', inPlace),
];

const exchangedFromTheEnd: ShuffleFunction = (items, seed) => {
  const [own, random] = [[...items], stream('exchange', seed)];
  for (let i = own.length - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    [own[i], own[j]] = [own[j], own[i]];
  }
  return own;
};

const sortedByKeys: ShuffleFunction = (items, seed) => {
  const random = stream('keys', seed);
  return items
    .map((item) => ({ item, key: random.uniform() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
};

/** Right answers, each written in its own way. */
export const rightShuffles: readonly RightVersion<ShuffleFunction>[] = [
  { name: 'by places', candidate: shuffle },
  { name: 'exchanged from the end', candidate: exchangedFromTheEnd },
  { name: 'sorted by random keys', candidate: sortedByKeys },
];
