import { add } from '../../../autograd/ops/add.js';
import { mean } from '../../../autograd/ops/mean.js';
import { mul } from '../../../autograd/ops/mul.js';
import { slice } from '../../../autograd/ops/slice.js';
import { sub } from '../../../autograd/ops/sub.js';
import { sum } from '../../../autograd/ops/sum.js';
import { tensor } from '../../../autograd/tensor.js';
import type { Specimen } from '../../judging.js';
import { requireSentences, rootMeanSquare, statisticsOver, withGammaAndBeta } from '../statistics-over.js';
import type { SentenceLayer } from '../statistics-over.js';

const says =
  'In this layer every word has only itself to go by, so padding reaches no other word. The padded places themselves may change: look at the words only.';

/** BatchNorm in use: each feature by an average and a deviation that were stored. */
const stored: SentenceLayer = (x) => {
  requireSentences(x);
  const places = Array.from({ length: x.shape[2] }, (_, i) => i);
  return mul(sub(x, tensor(places.map((i) => i / 5))), tensor(places.map((i) => 1 + i / 4)));
};

/** Every word without the mean of the first words of all sentences; padding is never a first word. */
const withoutFirstWords: SentenceLayer = (x) => {
  requireSentences(x);
  return sub(x, mean(slice(x, { axis: 1, end: 1 }), { axis: 0, keepdims: true }));
};

/** Every word with the sum of its sentence. */
const withTheSum: SentenceLayer = (x) => {
  requireSentences(x);
  return add(x, sum(x, { axis: 1, keepdims: true }));
};

/** Layers in which padding reaches no word. */
export const untouched: readonly Specimen<SentenceLayer>[] = [
  { name: 'LayerNorm', layer: statisticsOver([2]), says },
  { name: 'LayerNorm with γ and β', layer: withGammaAndBeta(statisticsOver([2])), says },
  { name: 'RMSNorm', layer: rootMeanSquare, says },
  {
    name: 'BatchNorm in use',
    layer: stored,
    says: 'In use BatchNorm divides by averages that it has stored: no padding of this batch is in them. It is in training that padding counts.',
  },
  {
    name: 'the mean of all first words, subtracted',
    layer: withoutFirstWords,
    says: 'Here the first words of all sentences count together, and no padding with them: it stands behind the words. Keep the batch and its words as they are, and change nothing but the numbers in the padding.',
  },
];

/** Layers in which the whole batch counts. */
export const batchNorms: readonly Specimen<SentenceLayer>[] = [
  {
    name: 'BatchNorm in training',
    layer: statisticsOver([0, 1]),
    says: 'Here every feature takes its mean over all places of the batch, padded ones too. Put other numbers into the padding, and see whether a word moves.',
  },
  {
    name: 'statistics over the whole batch',
    layer: statisticsOver([0, 1, 2]),
    says: 'Here every number of the batch counts, padding too. Put other numbers into the padding, and see whether a word moves.',
  },
];

/** Layers in which a sentence counts as a whole. */
export const ofSentences: readonly Specimen<SentenceLayer>[] = [
  {
    name: 'one mean and deviation for each sentence',
    layer: statisticsOver([1, 2]),
    says: 'Here the words of one sentence share a mean, and its padding with them. Look at the words of the very sentence that is padded.',
  },
  {
    name: 'one mean and deviation for each feature of a sentence',
    layer: statisticsOver([1]),
    says: 'Here each feature takes its mean over the places of one sentence, padded ones too. Look at the words of the very sentence that is padded.',
  },
  {
    name: 'the sum of the sentence, added',
    layer: withTheSum,
    says: 'Here every word gets the sum of its sentence, padding with it. Zeros add nothing to a sum: put other numbers into the padding, and see whether a word moves.',
  },
];

/** A layer in which words at one position count together. */
export const ofPositions: readonly Specimen<SentenceLayer>[] = [
  {
    name: 'statistics over sentences and features',
    layer: statisticsOver([0, 2]),
    says: 'Here the places at one position share a mean: padding reaches a word of another sentence, where that one is longer. Look at those words too.',
  },
];
