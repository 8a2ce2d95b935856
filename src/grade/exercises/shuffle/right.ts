import { stream } from '../../../tensor/random.js';
import type { RightVersion } from '../../exercise.js';

/** The function the exercise asks for. */
export type ShuffleFunction = (items: readonly number[], seed: number) => number[];

/** The items at the places of a random permutation. */
export const shuffle: ShuffleFunction = (items, seed) =>
  stream('shuffle', seed)
    .permutation(items.length)
    .map((place) => items[place]);

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

const drawnFromWhatIsLeft: ShuffleFunction = (items, seed) => {
  const [left, random] = [[...items], stream('draw', seed)];
  return items.map(() => left.splice(random.integer(left.length), 1)[0]);
};

const insertedAnywhere: ShuffleFunction = (items, seed) => {
  const random = stream('insert', seed);
  const order: number[] = [];
  for (const item of items) order.splice(random.integer(order.length + 1), 0, item);
  return order;
};

/** Right answers, each written in its own way. */
export const rightShuffles: readonly RightVersion<ShuffleFunction>[] = [
  { name: 'by places', candidate: shuffle },
  { name: 'exchanged from the end', candidate: exchangedFromTheEnd },
  { name: 'sorted by random keys', candidate: sortedByKeys },
  { name: 'drawn from what is left', candidate: drawnFromWhatIsLeft },
  { name: 'inserted anywhere', candidate: insertedAnywhere },
];
