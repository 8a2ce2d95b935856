import { add } from '../../../autograd/ops/add.js';
import { concat } from '../../../autograd/ops/concat.js';
import { div } from '../../../autograd/ops/div.js';
import { mean } from '../../../autograd/ops/mean.js';
import { mul } from '../../../autograd/ops/mul.js';
import { slice } from '../../../autograd/ops/slice.js';
import { sqrt } from '../../../autograd/ops/sqrt.js';
import { sub } from '../../../autograd/ops/sub.js';
import { Tensor, tensor } from '../../../autograd/tensor.js';
import { stream } from '../../../tensor/random.js';
import type { Specimen } from '../../judging.js';
import { requireSentences, rootMeanSquare, statisticsOver, withGammaAndBeta } from '../statistics-over.js';
import type { SentenceLayer } from '../statistics-over.js';

const says =
  'In this layer no number of one sentence enters another, and every sentence is read. Change one sentence: that one should move, and no other.';

const ownWords =
  'Here the words of one sentence share a mean, and no other sentence has a part in it: that is allowed. Sentences are axis 0, [sentences, words, features]: are they whole sentences that you change and look at?';

/** Layers that keep sentences apart. */
export const apart: readonly Specimen<SentenceLayer>[] = [
  { name: 'LayerNorm', layer: statisticsOver([2]), says },
  { name: 'LayerNorm with γ and β', layer: withGammaAndBeta(statisticsOver([2])), says },
  { name: 'RMSNorm', layer: rootMeanSquare, says },
  { name: 'one mean and deviation for each sentence', layer: statisticsOver([1, 2]), says: ownWords },
  {
    name: 'one mean and deviation for each feature of a sentence',
    layer: statisticsOver([1]),
    says: ownWords,
  },
];

/** Layers that take statistics over the batch. */
export const shared: readonly Specimen<SentenceLayer>[] = [
  {
    name: 'statistics over the whole batch',
    layer: statisticsOver([0, 1, 2]),
    says: 'Here every number has a part in the one mean and the one deviation. Change all of one sentence to new numbers, and look at another sentence.',
  },
  {
    name: 'BatchNorm in training',
    layer: statisticsOver([0, 1]),
    says: 'Here every feature takes its mean over all words of all sentences. Change all of one sentence to new numbers, and look at another sentence.',
  },
  {
    name: 'statistics over sentences and features',
    layer: statisticsOver([0, 2]),
    says: 'Here the words at one position share a mean, across sentences: a changed word is felt at the same position only. Change a whole sentence, and look at whole sentences.',
  },
  {
    name: 'the mean of the batch, the deviation of the word',
    layer: statisticsOver([0, 2], [2]),
    says: 'Here only the mean is taken over the batch: a change that leaves the sum as it was is not felt. Change a sentence to new numbers.',
  },
  {
    name: 'a thousandth of the mean of the batch, added',
    layer: (x) => add(statisticsOver([2])(x), mul(mean(x, { axis: 0, keepdims: true }), 1e-3)),
    says: 'Here a thousandth of the mean over all sentences is added: little, and more than nothing. How far may a sentence move before your experiment says that it moved?',
  },
];

/** Gives every sentence the same numbers, whatever its words are. */
export const constant: Specimen<SentenceLayer> = {
  name: 'a layer that gives every sentence the same numbers',
  layer: (x) => {
    requireSentences(x);
    return add(mul(x, 0), tensor(Array.from({ length: x.shape[2] }, (_, i) => i - 1)));
  },
  says: 'This layer gives every sentence the same numbers, alone or in a batch, so none depends on another, and none on itself. Does a sentence come out otherwise when it is given other words?',
};

/** Gives for every x of one shape the same numbers, those of a variable somewhere above. */
export const forgetful: Specimen<SentenceLayer> = {
  name: 'a layer that ignores its argument',
  layer: (x) => {
    requireSentences(x);
    return statisticsOver([2])(new Tensor(stream('a variable above', 1).normals(x.shape)));
  },
  says: 'This layer never reads what it is given, so no sentence of it ever moves. Does the sentence that you change move itself?',
};

const sentenceOf = (x: Tensor, n: number): Tensor => slice(x, { axis: 0, start: n, end: n + 1 });

/** Sentence n with the mean and the deviation of those that `heard` says. */
function hearing(heard: (x: Tensor, n: number) => Tensor): SentenceLayer {
  return (x) => {
    requireSentences(x);
    const sentences = Array.from({ length: x.shape[0] }, (_, n) => {
      const others = heard(x, n);
      const mu = mean(others);
      const centred = sub(others, mu);
      const deviation = sqrt(add(mean(mul(centred, centred)), 1e-5));
      return div(sub(sentenceOf(x, n), mu), deviation);
    });
    return concat(sentences, { axis: 0 });
  };
}

/** Layers in which the influence runs one way only. */
export const oneWay: readonly Specimen<SentenceLayer>[] = [
  {
    name: 'statistics that run on from sentence to sentence',
    layer: hearing((x, n) => slice(x, { axis: 0, end: n + 1 })),
    says: 'Here a sentence feels those before it and none behind it. Change every sentence in turn, and look at all the others.',
  },
  {
    name: 'statistics that run back from the last sentence',
    layer: hearing((x, n) => slice(x, { axis: 0, start: n })),
    says: 'Here a sentence feels those behind it and none before it. Change every sentence in turn, and look at all the others.',
  },
];
