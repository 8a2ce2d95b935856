import type { WrongVersion } from '../../exercise.js';
import type { Experiment } from '../../judging.js';
import { apart } from '../damage.js';
import { moves, numbers, other, plus, replaced, sentence, x } from './batches.js';
import { wordByWord } from './layers.js';
import type { Layer, Words } from './layers.js';

/** Names of the checks. */
export const [believing, refusing, disguises] = [
  'believes layers that keep sentences apart',
  'refuses the norm over batch and features',
  'refuses other ways of feeling a neighbour',
];

/** Plausible experiments that do not do. */
export const wrong: readonly WrongVersion<Experiment<Layer>>[] = [
  {
    name: 'the sentence that was changed',
    says: 'You look at the very sentence that you changed. It moves in every layer; the question is whether another one does.',
    caughtBy: believing,
    candidate: (layer) =>
      moves(
        layer,
        replaced((_, b) => b === 3, other),
        3,
      ) < 1e-9,
  },
  {
    name: 'words instead of sentences',
    says: 'You change a word and look at another word of the same sentence. x is [word][sentence][feature]: the sentence is the second index.',
    caughtBy: believing,
    candidate: (layer) => apart(layer(replaced((s) => s === 2, other))[0].flat(), layer(x)[0].flat()) < 1e-9,
  },
  {
    name: 'the verdict the wrong way round',
    says: 'You say true where another sentence moves. That is the bug: true is for layers in which it stays.',
    caughtBy: believing,
    candidate: (layer) =>
      moves(
        layer,
        replaced((_, b) => b === 3, other),
        0,
      ) > 1e-9,
  },
  {
    name: 'one LayerNorm and no other',
    says: 'You compare with LayerNorm, number by number. That is another question: a layer with γ, or an RMSNorm, keeps sentences apart as well.',
    caughtBy: believing,
    candidate: (layer) => apart(layer(x).flat(2), wordByWord(x).flat(2)) < 1e-9,
  },
  {
    name: 'a batch of copies',
    says: 'Your batch is one sentence, repeated, and you see that it gets what it gets alone. A mean over copies is the mean of one: take sentences that differ.',
    caughtBy: refusing,
    candidate: (layer: Layer): boolean => {
      const copies = x.map(([word]) => [word, word]);
      const alone = x.map(([word]) => [word]);
      return apart(sentence(layer(copies), 0), sentence(layer(alone), 0)) < 1e-9;
    },
  },
  {
    name: 'sentences in another order',
    says: 'You exchange sentences and see their answers exchanged. A mean over the batch does not feel the order either. Change what a sentence says.',
    caughtBy: refusing,
    candidate: (layer: Layer): boolean => {
      const turned = (y: Words): Words => y.map((place) => [...place].reverse());
      return apart(turned(layer(turned(x))).flat(2), layer(x).flat(2)) < 1e-9;
    },
  },
  {
    name: 'a tolerance as large as the change',
    says: 'You nudge a sentence a little and allow the others to move a little. Right layers do not move them at all: change much, and allow almost nothing.',
    caughtBy: refusing,
    candidate: (layer) =>
      numbers.every(
        (b) =>
          moves(
            layer,
            replaced((_, c) => c !== b, plus(1e-3)),
            b,
          ) < 1e-2,
      ),
  },
  {
    name: 'a number added to a sentence',
    says: 'You add a number to a sentence. Its mean changes, its variance does not, and a layer may share either. Replace the sentence by another one.',
    caughtBy: disguises,
    candidate: (layer) =>
      numbers.every(
        (b) =>
          moves(
            layer,
            replaced((_, c) => c !== b, plus(5)),
            b,
          ) < 1e-9,
      ),
  },
  {
    name: 'only the last sentence changed',
    says: 'You change or leave out what comes later in the batch, and look at what stands before it. Influence may run the other way only: do so for every sentence, and look at all the others.',
    caughtBy: disguises,
    candidate: (layer) =>
      moves(
        layer,
        replaced((_, b) => b === 3, other),
        0,
      ) < 1e-9,
  },
  {
    name: 'only the first sentence changed',
    says: 'You change the first sentence and look at those behind it. Influence may run the other way only: do so for every sentence, and look at all the others.',
    caughtBy: disguises,
    candidate: (layer) =>
      [1, 2, 3].every(
        (b) =>
          moves(
            layer,
            replaced((_, c) => c === 0, other),
            b,
          ) < 1e-9,
      ),
  },
];
