import { slice } from '../../../autograd/ops/slice.js';
import { tensor } from '../../../autograd/tensor.js';
import type { Tensor } from '../../../autograd/tensor.js';
import { layerNorm } from '../../../norm/layer-norm.js';
import type { WrongVersion } from '../../exercise.js';
import { isWord, lengths, moves, noisy, padded, zeros } from './right.js';
import type { PaddingExperiment } from './right.js';

/** Names of the checks. */
export const believing = 'believes layers in which padding reaches no word';
export const refusingBatchNorm = 'refuses BatchNorm in training';
export const refusingSentences = 'looks at the words of the padded sentence';
export const refusingPositions = 'looks at the words of longer sentences too';

/** Only the last sentence is padded in another way. */
const lastPadded = padded((i) => (i >= 40 ? noisy.data[i] : 0));

/** Each sentence by itself, as long as its words: other sentences are gone as well as padding. */
const withoutPadding: PaddingExperiment = (layer) => {
  const together = layer(zeros);
  return lengths.every((length, n) => {
    const cut = (y: Tensor): Tensor =>
      slice(slice(y, { axis: 0, start: n, end: n + 1 }), { axis: 1, end: length });
    const alone = layer(cut(zeros));
    return cut(together).data.every((value, i) => Math.abs(value - alone.data[i]) < 1e-9);
  });
};

/** Plausible experiments that do not do. */
export const wrongExperiments: readonly WrongVersion<PaddingExperiment>[] = [
  {
    name: 'an error with every layer',
    says: 'Your experiment stops with an error at every layer; the last line says which. The layers take three axes, [sentences, words, features], and give the same three back.',
    caughtBy: believing,
    candidate: (layer) => layer(tensor([[1, 2, 0]])).data[0] === 0,
  },
  {
    name: 'padding looked at as well',
    says: 'Your experiment refuses every layer, the right ones too. What comes out at the padded places may change as it likes: compare the words only.',
    caughtBy: believing,
    candidate: (layer) => moves(layer(zeros), layer(noisy), () => true) < 1e-9,
  },
  {
    name: 'verdict the wrong way round',
    says: 'You say true of the wrong layers and false of the right ones. true is for layers in which no word moves.',
    caughtBy: believing,
    candidate: (layer) => moves(layer(zeros), layer(noisy)) > 1e-9,
  },
  {
    name: 'LayerNorm and no other',
    says: 'You ask for the numbers of LayerNorm. The question is another one: padding reaches no word in an RMSNorm either, nor in a BatchNorm with stored averages.',
    caughtBy: believing,
    candidate: (layer) => moves(layer(zeros), layerNorm({ x: zeros })) < 1e-9,
  },
  {
    name: 'compared with a run without padding',
    says: 'You compare with the sentence by itself. There it has lost its neighbours as well as its padding, and a layer may look at those: keep the batch, and change only the numbers in the padding.',
    caughtBy: believing,
    candidate: withoutPadding,
  },
  {
    name: 'padding never changes',
    says: 'Your experiment believes every layer, the wrong ones too. Do the numbers in the padding really change between your two calls, and far enough to show?',
    caughtBy: refusingBatchNorm,
    candidate: (layer) => moves(layer(zeros), layer(padded(() => 0))) < 1e-9,
  },
  {
    name: 'only the first word',
    says: 'You look only at words far from the padding, in other sentences and at other positions. That finds what counts the whole batch, and nothing else: look at every word.',
    caughtBy: refusingSentences,
    candidate: (layer) => moves(layer(zeros), layer(noisy), (n, t) => n === 0 && t === 0) < 1e-9,
  },
  {
    name: 'only other sentences',
    says: 'You look at the other sentences only. Where the words of a sentence count together, its own padding counts with them: look at the words beside the padding too.',
    caughtBy: refusingSentences,
    candidate: (layer) => moves(layer(zeros), layer(lastPadded), (n) => n === 0) < 1e-9,
  },
  {
    name: 'only the sentence itself',
    says: 'The layer that slips through shares a mean among places at one position. Pad one sentence where another one still has a word, and look at that word too.',
    caughtBy: refusingPositions,
    candidate: (layer) => moves(layer(zeros), layer(lastPadded), (n, t) => n === 2 && isWord(n, t)) < 1e-9,
  },
];
