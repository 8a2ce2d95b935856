import type { RightVersion, WrongVersion } from '../../exercise.js';
import { rightShapes, seed } from './layers.js';
import type { LayerSizes, Shaped, Shapes, ShapesExperiment } from './layers.js';

/** What the checks are called. */
export const checkNames = {
  right: 'believes layers whose shapes are right',
  attention: 'asserts the shapes inside attention',
  rest: 'asserts norms and feed-forward, at other sizes too',
} as const;

/** What is said to whoever refuses every layer; which shape was read last is said behind it. */
export const everyLayerRefused =
  'Your experiment refuses every layer. Two lists are never ===, whatever they hold: compare entry by entry, or as text.';

const other: LayerSizes = { batch: 3, words: 5, width: 12, heads: 4, hidden: 20 };
const text = (shape: readonly number[] | undefined): string => String(shape);
const product = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);
const names = Object.keys(rightShapes(seed));

/** Whether every one of these shapes passes, at these sizes. */
const each =
  (
    sizes: LayerSizes,
    passes: (got: readonly number[], right: readonly number[]) => boolean,
    among = names,
  ): ShapesExperiment =>
  (layer) => {
    const [got, right]: Shapes[] = [layer, rightShapes].map((f) => f(sizes));
    return among.every((name) => passes(got[name], right[name]));
  };

const equal = (got: readonly number[], right: readonly number[]): boolean => text(got) === text(right);

/** Experiments that tell all of them, each in its own way. */
export const rightExperiments: readonly RightVersion<ShapesExperiment>[] = [
  { name: 'two sizes', candidate: (layer) => [seed, other].every((sizes) => each(sizes, equal)(layer)) },
  {
    name: 'the lesson’s numbers, and one batch more',
    candidate: (layer: Shaped): boolean => {
      const [at, more] = [layer(seed), layer({ ...seed, batch: 31 })];
      const expected: Shapes = {
        queries: [30, 8, 200, 64],
        keys: [30, 8, 200, 64],
        values: [30, 8, 200, 64],
        shares: [30, 8, 200, 200],
        attention: [30, 200, 512],
        gamma: [512],
        beta: [512],
        norm1: [30, 200, 512],
        inner: [30, 200, 2048],
        feedForward: [30, 200, 512],
        norm2: [30, 200, 512],
      };
      return Object.keys(expected).every((name) => equal(at[name], expected[name])) && more.norm2[0] === 31;
    },
  },
  {
    name: 'as text',
    candidate: (layer) =>
      [other, { ...other, batch: 7, heads: 2 }].every((sizes) => {
        const [got, right] = [layer, rightShapes].map((f) =>
          names.map((name) => text(f(sizes)[name])).join(' '),
        );
        return got === right;
      }),
  },
  {
    name: 'length by length',
    candidate: (layer) =>
      [other, seed].every((sizes) =>
        each(
          sizes,
          (got, right) => got.length === right.length && right.every((length, i) => got[i] === length),
        )(layer),
      ),
  },
];

/** Experiments that do not do. */
export const wrongExperiments: readonly WrongVersion<ShapesExperiment>[] = [
  {
    name: 'words before sentences',
    says: 'You expect [words, batch, width]. In this notebook the batch comes first: [batch, words, width].',
    caughtBy: checkNames.right,
    candidate: (layer) => text(layer(seed).norm2) === '200,30,512',
  },
  {
    name: 'lists compared by ===',
    says: everyLayerRefused,
    caughtBy: checkNames.right,
    candidate: each(seed, (got, right) => got === right),
  },
  {
    name: 'the verdict the wrong way round',
    says: 'You say true of the wrong layers and false of the right ones. true is for a layer whose shapes are right.',
    caughtBy: checkNames.right,
    candidate: (layer) => ![seed, other].every((sizes) => each(sizes, equal)(layer)),
  },
  {
    name: 'no shape more',
    says: 'You ask for these shapes and no others. A layer that tells more is not wrong for it: look at those you know.',
    caughtBy: checkNames.right,
    candidate: (layer) =>
      [seed, other].every(
        (sizes) => each(sizes, equal)(layer) && Object.keys(layer(sizes)).length === names.length,
      ),
  },
  {
    name: 'what goes in and what comes out',
    says: 'You look at what goes in and what comes out. Between them lie the shapes that go wrong first: queries, keys, values and shares.',
    caughtBy: checkNames.attention,
    candidate: (layer) => [seed, other].every((sizes) => each(sizes, equal, ['x', 'norm2'])(layer)),
  },
  {
    name: 'how many axes',
    says: 'You count axes. Nearly all mistakes have the right number of them: compare the lengths.',
    caughtBy: checkNames.attention,
    candidate: each(seed, (got, right) => got.length === right.length),
  },
  {
    name: 'how many numbers',
    says: 'You compare how many numbers there are. [30, 200, 8, 64] and [30, 8, 200, 64] have equally many: compare the lengths in their order.',
    caughtBy: checkNames.attention,
    candidate: (layer) =>
      [seed, other].every((sizes) => each(sizes, (got, right) => product(got) === product(right))(layer)),
  },
  {
    name: 'as many words as features',
    says: 'You ask with as many words as each head has features. There shares between features look like shares between words: let all lengths differ.',
    caughtBy: checkNames.attention,
    candidate: each({ batch: 3, words: 4, width: 20, heads: 5, hidden: 80 }, equal),
  },
  {
    name: 'one head',
    says: 'You ask with one head. Its features are all features, so a head as wide as the layer looks right: take more.',
    caughtBy: checkNames.attention,
    candidate: (layer) => [seed.batch, 7].every((batch) => each({ ...seed, batch, heads: 1 }, equal)(layer)),
  },
  {
    name: 'γ and β left out',
    says: 'You leave out γ and β. They belong to features, [width], and it is easily asserted.',
    caughtBy: checkNames.rest,
    candidate: (layer) =>
      [seed, other].every((sizes) =>
        each(
          sizes,
          equal,
          names.filter((name) => name !== 'gamma' && name !== 'beta'),
        )(layer),
      ),
  },
  {
    name: 'inner left out',
    says: 'You leave out what is inside the feed-forward: [batch, words, hidden].',
    caughtBy: checkNames.rest,
    candidate: (layer) =>
      [seed, other].every((sizes) =>
        each(
          sizes,
          equal,
          names.filter((name) => name !== 'inner'),
        )(layer),
      ),
  },
  {
    name: 'one size',
    says: 'You ask for one size. A number that somebody has written into the layer is right there, and wrong everywhere else: ask for a second size.',
    caughtBy: checkNames.rest,
    candidate: each(seed, equal),
  },
];
