import { stream } from '../tensor/random.js';
import { Failure } from './exercise.js';
import type { Check, Exercise, Shown, WrongVersion } from './exercise.js';
import { call } from './results.js';

type ShuffleFunction = (items: readonly number[], seed: number) => number[];

/** Each misconception, and what to say to it. */
const says = {
  'places instead of items':
    'You give back places, 0 to n − 1. What is asked for are the items at those places: items[place].',
  'drawn with repeats':
    'Some items come twice and others never: each draw forgets the ones before. A shuffle uses every place once.',
  'items lost': 'Items were lost or added on the way. A shuffle only changes their order.',
  'another order each time':
    'The same seed gave two different orders. Math.random cannot be seeded; stream(name, seed) can.',
  'seed ignored': 'Every seed gave the same order. Where is seed read in your lines?',
  'too few orders':
    'Different seeds often gave the same order. How many different orders can your function make?',
  'not every order':
    'Some orders of three items come hardly ever or never. Turning the list or exchanging one pair does not reach every order.',
  'input changed':
    'Your function rearranged the list it was given. Whoever called it still needs that order: make a new list.',
} as const;

function fail(misconception: keyof typeof says, evidence: Shown): Failure {
  return new Failure(misconception, says[misconception], evidence);
}

const items = [30, 10, 20, 20, 50];
const places = (seed: number, n: number): number[] => stream('shuffle', seed).permutation(n);
const shuffle: ShuffleFunction = (list, seed) => places(seed, list.length).map((place) => list[place]);
const text = (list: readonly unknown[]): string => JSON.stringify(list);
const sorted = (list: readonly number[]): string => text([...list].sort((a, b) => a - b));

function shuffled(candidate: ShuffleFunction, list: readonly number[], seed: number): number[] {
  const result = call(candidate, [list, seed]);
  if (result === undefined)
    throw new Failure('nothing', 'Your function gives back nothing. Is a return missing?');
  if (result instanceof Promise)
    throw new Failure(
      'a promise',
      'Your function gives back a promise. Leave out async: nothing here has to be waited for.',
    );
  if (!Array.isArray(result))
    throw new Failure('not a list', 'Your function should give back a list of numbers, as items is one.');
  return result as number[];
}

const checks: readonly Check<ShuffleFunction>[] = [
  {
    name: 'gives back the same items',
    run(candidate) {
      for (const list of [items, [7], []]) {
        const got = shuffled(candidate, list, 1);
        if (sorted(got) === sorted(list)) continue;
        const evidence = {
          input: `${text(list)}, seed 1`,
          expected: 'the same items in some order',
          got: text(got),
        };
        if (sorted(got) === sorted(list.map((_, i) => i))) throw fail('places instead of items', evidence);
        if (got.length === list.length && got.every((item) => list.includes(item)))
          throw fail('drawn with repeats', evidence);
        throw fail('items lost', evidence);
      }
    },
  },
  {
    name: 'gives the same order for the same seed',
    run(candidate) {
      const list = Array.from({ length: 20 }, (_, i) => i);
      const [once, again] = [shuffled(candidate, list, 4), shuffled(candidate, list, 4)];
      if (text(once) !== text(again))
        throw fail('another order each time', {
          input: '20 items, seed 4, twice',
          expected: text(once),
          got: text(again),
        });
    },
  },
  {
    name: 'gives other orders for other seeds',
    run(candidate) {
      const list = Array.from({ length: 10 }, (_, i) => i);
      const orders = new Set(Array.from({ length: 8 }, (_, seed) => text(shuffled(candidate, list, seed))));
      if (orders.size === 1)
        throw fail('seed ignored', {
          input: '10 items, seeds 0 to 7',
          expected: '8 orders',
          got: `always ${[...orders][0]}`,
        });
      if (orders.size < 4)
        throw fail('too few orders', {
          input: '10 items, seeds 0 to 7',
          expected: '8 orders',
          got: `${orders.size} orders`,
        });
    },
  },
  {
    name: 'can give every order',
    run(candidate) {
      const counts = new Map<string, number>();
      for (let seed = 0; seed < 600; seed++) {
        const order = text(shuffled(candidate, [1, 2, 3], seed));
        counts.set(order, (counts.get(order) ?? 0) + 1);
      }
      // Fair: 100 each, give or take 9. The margin is six times that.
      const rarest = counts.size < 6 ? 0 : Math.min(...counts.values());
      if (rarest < 45)
        throw fail('not every order', {
          input: '[1,2,3], seeds 0 to 599',
          expected: '6 orders, about 100 times each',
          got: [...counts].map(([order, count]) => `${order}: ${count}`).join(', '),
        });
    },
  },
  {
    name: 'leaves its inputs as they were',
    run(candidate) {
      const given = items.slice();
      const result: unknown = candidate(given, 2);
      if (text(given) !== text(items) || result === given)
        throw fail('input changed', {
          input: text(items),
          expected: text(items),
          got: text(given),
        });
    },
  },
];

const [sameItems, sameSeed, otherSeeds, everyOrder, alone] = checks.map(({ name }) => name);

const wrong: readonly WrongVersion<ShuffleFunction>[] = [
  {
    name: 'places instead of items',
    says: says['places instead of items'],
    caughtBy: sameItems,
    candidate: (list, seed) => places(seed, list.length),
  },
  {
    name: 'drawn with repeats',
    says: says['drawn with repeats'],
    caughtBy: sameItems,
    candidate: (list, seed) => {
      const random = stream('shuffle', seed);
      return list.map(() => list[random.integer(list.length)]);
    },
  },
  {
    name: 'items lost',
    says: says['items lost'],
    caughtBy: sameItems,
    candidate: (list, seed) => shuffle(list.slice(1), seed),
  },
  {
    name: 'another order each time',
    says: says['another order each time'],
    caughtBy: sameSeed,
    candidate: (list) => {
      const keys = new Map(list.map((_, i) => [i, Math.random()]));
      const order = list.map((_, i) => i).sort((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
      return order.map((place) => list[place]);
    },
  },
  {
    name: 'seed ignored',
    says: says['seed ignored'],
    caughtBy: otherSeeds,
    candidate: (list) => shuffle(list, 1),
  },
  {
    name: 'too few orders',
    says: says['too few orders'],
    caughtBy: otherSeeds,
    candidate: (list, seed) => (seed % 2 ? [...list].reverse() : [...list]),
  },
  {
    name: 'not every order',
    says: says['not every order'],
    caughtBy: everyOrder,
    candidate: (list, seed) => {
      const turn = list.length === 0 ? 0 : stream('shuffle', seed).integer(997) % list.length;
      return [...list.slice(turn), ...list.slice(0, turn)];
    },
  },
  {
    name: 'input changed',
    says: says['input changed'],
    caughtBy: alone,
    candidate: (list, seed) => {
      const own = list as number[];
      own.splice(0, own.length, ...shuffle(list, seed));
      return own;
    },
  },
];

/** E0.3: a shuffle with a seed. */
export const shuffleExercise: Exercise<ShuffleFunction> = {
  id: 'E0.3',
  title: 'A shuffle with a seed',
  statement:
    "Give the items back in random order: the same order for the same seed, another for another seed, and without changing the list you were given. stream('shuffle', seed).permutation(n) gives the numbers 0 … n − 1 in random order.",
  why: 'Training shuffles its examples in every epoch. Whoever runs your notebook again should get your numbers.',
  difficulty: 2,
  importance: 2,
  minutes: 5,
  signature: 'shuffle(items: readonly number[], seed: number): number[]',
  hints: [
    'A permutation is a list of places. Which item comes first is items[order[0]].',
    'order.map((place) => …) makes a new list and leaves items alone.',
    'items.length is n.',
  ],
  solution: `function shuffle(items: readonly number[], seed: number): number[] {
  return stream('shuffle', seed).permutation(items.length).map((place) => items[place]);
}`,
  checks,
  wrong,
  right: [
    { name: 'by places', candidate: shuffle },
    {
      name: 'exchange from the end',
      candidate: (list, seed) => {
        const [own, random] = [[...list], stream('mine', seed)];
        for (let i = own.length - 1; i > 0; i--) {
          const j = random.integer(i + 1);
          [own[i], own[j]] = [own[j], own[i]];
        }
        return own;
      },
    },
    {
      name: 'sorted by random keys',
      candidate: (list, seed) => {
        const random = stream('keys', seed);
        return list
          .map((item) => ({ item, key: random.uniform() }))
          .sort((a, b) => a.key - b.key)
          .map(({ item }) => item);
      },
    },
  ],
};
