/** Encoder layers of which nothing but shapes is asked. */
import type { Experiment, Specimen } from '../../judging.js';

/** How large a layer is. */
export interface LayerSizes {
  readonly batch: number;
  readonly words: number;
  readonly width: number;
  readonly heads: number;
  readonly hidden: number;
}

/** The shapes on the way through a layer, by the name of what has them. */
export type Shapes = Readonly<Record<string, readonly number[]>>;

/** A layer that says its shapes. */
export type Shaped = (sizes: LayerSizes) => Shapes;

/** What the exercise asks for. */
export type ShapesExperiment = Experiment<Shaped>;

/** The lesson’s own numbers. */
export const seed: LayerSizes = { batch: 30, words: 200, width: 512, heads: 8, hidden: 2048 };

/** The shapes of a layer with multi-head attention. */
export const rightShapes: Shaped = ({ batch, words, width, heads, hidden }) => {
  const stream = [batch, words, width];
  const split = [batch, heads, words, width / heads];
  return {
    x: stream,
    queries: split,
    keys: split,
    values: split,
    shares: [batch, heads, words, words],
    attention: stream,
    gamma: [width],
    beta: [width],
    norm1: stream,
    inner: [batch, words, hidden],
    feedForward: stream,
    norm2: stream,
  };
};

/** The shapes of a layer with something of its own. */
const withShapes =
  (change: (sizes: LayerSizes) => Shapes): Shaped =>
  (sizes) => ({ ...rightShapes(sizes), ...change(sizes) });

/** What is said to whoever refuses a right layer; which shape was read last is said behind it. */
export const believed = 'The shapes of this layer are right.';

/** Right ones. */
export const rightLayers: readonly Specimen<Shaped>[] = [
  { name: 'the layer of the lesson', layer: rightShapes, says: believed },
  {
    name: 'a layer that lists more',
    layer: withShapes(({ batch, words, width, heads }) => ({
      merged: [batch, words, width],
      headOutputs: [batch, heads, words, width / heads],
    })),
    says: 'This layer is right, and says two more shapes than you asked for. Look at those you know, and leave the others alone.',
  },
  {
    name: 'the same in another order',
    layer: (sizes) => Object.fromEntries(Object.entries(rightShapes(sizes)).reverse()),
    says: believed,
  },
];

/** Mistakes in attention. */
export const wrongAttention: readonly Specimen<Shaped>[] = [
  {
    name: 'heads behind the words',
    layer: withShapes(({ batch, words, width, heads }) => {
      const split = [batch, words, heads, width / heads];
      return { queries: split, keys: split, values: split };
    }),
    says: 'Here queries are [batch, words, heads, features]: the axes were not exchanged after the split, and attention runs over heads. Do you compare lengths in their order?',
  },
  {
    name: 'shares between features',
    layer: withShapes(({ batch, width, heads }) => ({
      shares: [batch, heads, width / heads, width / heads],
    })),
    says: 'Here the shares are [batch, heads, features, features]: keys and queries were multiplied the wrong way round. Every word should have a share for every word.',
  },
  {
    name: 'one head as wide as the layer',
    layer: withShapes(({ batch, words, width, heads }) => ({ values: [batch, heads, words, width] })),
    says: 'Here the values of every head are as wide as the whole layer. Each head gets width / heads of them.',
  },
  {
    name: 'heads not merged',
    layer: withShapes(({ batch, words, width, heads }) => ({
      attention: [batch, heads, words, width / heads],
    })),
    says: 'Here attention gives its heads apart. They come side by side again before anything is added.',
  },
];

/** Mistakes in the rest. */
export const wrongRest: readonly Specimen<Shaped>[] = [
  {
    name: 'γ for every position',
    layer: withShapes(({ words, width }) => ({ gamma: [words, width], beta: [words, width] })),
    says: 'Here γ and β have an entry for every position. They have one for each feature, and positions share them.',
  },
  {
    name: 'feed-forward as narrow as the layer',
    layer: withShapes(({ batch, words, width }) => ({ inner: [batch, words, width] })),
    says: 'Here the feed-forward is as narrow inside as outside. Inside it has hidden features.',
  },
  {
    name: 'one vector for each sentence',
    layer: withShapes(({ batch, width }) => ({ norm2: [batch, width] })),
    says: 'Here the words of a sentence have become one. Every word comes out, as it went in.',
  },
  {
    name: 'always a batch of 30',
    layer: (sizes) => rightShapes({ ...sizes, batch: 30 }),
    says: 'This layer is right for a batch of 30, and says 30 for every other batch as well. Ask it for other sizes too.',
  },
];

/** On these, experiments differ that judge all others alike; nobody is graded by them. */
export const tellingLayers: readonly Specimen<Shaped>[] = [
  {
    name: 'words before sentences',
    layer: (sizes) => rightShapes({ ...sizes, batch: sizes.words, words: sizes.batch }),
    says: '',
  },
  {
    name: 'one axis more',
    layer: withShapes(({ batch, words, width }) => ({ norm1: [1, batch, words, width] })),
    says: '',
  },
  {
    name: 'twice as many keys',
    layer: withShapes(({ batch, words, width, heads }) => ({
      keys: [batch, heads, 2 * words, width / heads],
    })),
    says: '',
  },
];
