import { centre, mean, meanSquare } from '../../arrays/statistics.js';
import type { Specimen } from '../../judging.js';
import { innocent } from '../experiments.js';

/** Activations as [word][sentence][feature], of shape [S, B, E]. */
export type Words = number[][][];
/** A norm of words, of the same shape. */
export type Layer = (x: Words) => Words;

const eps = 1e-5;
const scaled = (values: readonly number[], mu: number, square: number): number[] =>
  values.map((value) => (value - mu) / Math.sqrt(square + eps));
const varianceOf = (values: readonly number[]): number => meanSquare(centre(values));
const normalized = (values: readonly number[]): number[] => scaled(centre(values), 0, varianceOf(values));
const sentence = (x: Words, b: number): number[][] => x.map((word) => word[b]);

/** B2: one mean and one variance for all sentences at a place. */
export const acrossTheBatch: Layer = (x) =>
  x.map((place) => {
    const all = place.flat();
    return place.map((word) => scaled(word, mean(all), varianceOf(all)));
  });

/** One mean and one variance for each word. */
export const wordByWord: Layer = (x) => x.map((place) => place.map(normalized));

const inLoops: Layer = (x) => {
  const y: Words = [];
  for (const place of x) {
    const words: number[][] = [];
    for (const word of place) {
      let [total, squares] = [0, 0];
      for (const value of word) total += value;
      for (const value of word) squares += (value - total / word.length) * (value - total / word.length);
      const deviation = Math.sqrt(squares / word.length + eps);
      words.push(word.map((value) => (value - total / word.length) / deviation));
    }
    y.push(words);
  }
  return y;
};

/** Each word by the statistics of some of the words at its place. */
const overPartOf =
  (part: (place: number[][], b: number) => number[][]): Layer =>
  (x) =>
    x.map((place) =>
      place.map((word, b) => {
        const numbers = part(place, b).flat();
        return scaled(word, mean(numbers), varianceOf(numbers));
      }),
    );

/** The right ones: no sentence can feel another. */
export const right: readonly Specimen<Layer>[] = innocent<Layer>(
  {
    'a LayerNorm over the features of each word': wordByWord,
    'a LayerNorm in loops': inLoops,
    'an RMSNorm of each word': (x) =>
      x.map((place) => place.map((word) => scaled(word, 0, meanSquare(word)))),
    'a LayerNorm with γ and β': (x) =>
      wordByWord(x).map((place) => place.map((word) => word.map((value, e) => (1 + e / 4) * value + e / 10))),
    'a norm over all words of one sentence': (x: Words): Words => {
      const flats = x[0].map((_, b) => sentence(x, b).flat());
      return x.map((place) => place.map((word, b) => scaled(word, mean(flats[b]), varianceOf(flats[b]))));
    },
  },
  'This layer is right: every sentence has only itself to go by, though its words may feel each other. Change one sentence and look at another, and at nothing else.',
);

/** As it was found. */
export const found: readonly Specimen<Layer>[] = [
  {
    name: 'a norm over batch and features',
    layer: acrossTheBatch,
    says: 'This layer takes one mean over all sentences of the batch, and your experiment believes it. Whose numbers would have to change for the answer to sentence 0 to move?',
  },
];

/** Each lets sentences feel each other in its own way. */
export const disguised: readonly Specimen<Layer>[] = [
  {
    name: 'a norm over everything',
    layer: (x: Words): Words => {
      const all = x.flat(2);
      return x.map((place) => place.map((word) => scaled(word, mean(all), varianceOf(all))));
    },
    says: 'This layer takes one mean of all the numbers that it is given, other sentences too.',
  },
  {
    name: 'a BatchNorm in training',
    layer: (x: Words): Words => {
      const columns = x[0][0].map((_, e) => x.flat().map((word) => word[e]));
      return x.map((place) =>
        place.map((word) =>
          word.map((value, e) => scaled([value], mean(columns[e]), varianceOf(columns[e]))[0]),
        ),
      );
    },
    says: 'This layer takes one mean for each feature, over all words of all sentences: a change of one feature in one sentence is felt there, and only there.',
  },
  {
    name: 'a norm with its own mean and a common variance',
    layer: (x) =>
      x.map((place) => {
        const common = mean(place.map(varianceOf));
        return place.map((word) => scaled(centre(word), 0, common));
      }),
    says: 'In this layer only the variance is taken over the batch. Add a number to a sentence and no variance changes: change it in another way.',
  },
  {
    name: 'a norm with a hundredth of a common variance',
    layer: (x) =>
      x.map((place) => {
        const common = mean(place.map(varianceOf));
        return place.map((word) => scaled(centre(word), 0, 0.99 * varianceOf(word) + 0.01 * common));
      }),
    says: 'In this layer a hundredth of the variance is taken over the batch. Sentences that are kept apart do not move at all: change much, and allow almost nothing.',
  },
  {
    name: 'a norm that carries its statistics on',
    layer: overPartOf((place, b) => place.slice(0, b + 1)),
    says: 'In this layer a sentence feels those before it, and none of those behind it. Change every sentence in turn, and look at all the others.',
  },
  {
    name: 'a norm that carries its statistics back',
    layer: overPartOf((place, b) => place.slice(b)),
    says: 'In this layer a sentence feels those behind it, and none of those before it. Change every sentence in turn, and look at all the others.',
  },
];

/** Feels the smallest change of the next sentence; nobody is graded by it. */
export const echoing: Specimen<Layer> = {
  name: 'the late decimals of the next sentence',
  layer: (x) =>
    x.map((place) =>
      place.map((word, b) => word.map((_, e) => (place[(b + 1) % place.length][e] * 12345) % 1)),
    ),
  says: '',
};
