/** Data: experiments that do not do, and what to say to each. */
import { add } from '../../../autograd/ops/add.js';
import { concat } from '../../../autograd/ops/concat.js';
import { mean } from '../../../autograd/ops/mean.js';
import { mul } from '../../../autograd/ops/mul.js';
import { slice } from '../../../autograd/ops/slice.js';
import { tensor } from '../../../autograd/tensor.js';
import { layerNorm } from '../../../norm/layer-norm.js';
import type { WrongVersion } from '../../exercise.js';
import { distance, moves, numbers, other, replaced, sameAlone, sentenceOf, x } from './right.js';
import type { SentenceExperiment } from './right.js';

/** Names of the checks. */
export const believing = 'believes layers that keep sentences apart';
export const refusingShared = 'refuses layers that take statistics over the batch';
export const refusingForgetful = 'refuses a layer that ignores its argument';
export const refusingOneWay = 'looks at every sentence for every other';

const last = replaced((n) => n === 2);

/** x with the first and the last sentence exchanged. */
const exchanged = concat([sentenceOf(x, 2), sentenceOf(x, 1), sentenceOf(x, 0)], { axis: 0 });
/** x with 5 added to every number of the last sentence. */
const raised = add(x, mul(tensor([[[0]], [[0]], [[5]]]), 1));
/** x with the first word of the last sentence replaced. */
const oneWord = concat(
  [
    slice(x, { axis: 0, end: 2 }),
    concat(
      [slice(sentenceOf(other, 2), { axis: 1, end: 1 }), slice(sentenceOf(x, 2), { axis: 1, start: 1 })],
      { axis: 1 },
    ),
  ],
  { axis: 0 },
);

const isStandard: SentenceExperiment = (layer) => {
  const y = layer(x);
  return Math.abs(mean(y).data[0]) < 1e-3 && Math.abs(mean(mul(y, y)).data[0] - 1) < 0.1;
};

const lastWord = (y: typeof x): typeof x => slice(sentenceOf(y, 0), { axis: 1, start: 1 });

const afterAnAddition: SentenceExperiment = (layer) => {
  const [y, z] = [layer(x), layer(raised)];
  return moves(y, z, 2) > 1e-3 && moves(y, z, 0) < 1e-9 && moves(y, z, 1) < 1e-9;
};

const afterAnExchange: SentenceExperiment = (layer) => {
  const [y, z] = [layer(x), layer(exchanged)];
  return moves(y, z, 1) < 1e-9 && distance(sentenceOf(y, 0), sentenceOf(z, 2)) < 1e-9;
};

const afterOneWord: SentenceExperiment = (layer) => {
  const [y, z] = [layer(x), layer(oneWord)];
  return distance(lastWord(y), lastWord(z)) < 1e-9 && moves(y, z, 2) > 1e-3;
};

const othersOnly: SentenceExperiment = (layer) =>
  numbers.every((changed) => {
    const [y, z] = [layer(x), layer(replaced((n) => n === changed))];
    return numbers.every((n) => n === changed || moves(y, z, n) < 1e-9);
  });

const lastOnly: SentenceExperiment = (layer) => {
  const [y, z] = [layer(x), layer(last)];
  return moves(y, z, 2) > 1e-3 && moves(y, z, 0) < 1e-9 && moves(y, z, 1) < 1e-9;
};

function rightOfAll(layer: Parameters<SentenceExperiment>[0], tolerance = 1e-9): boolean {
  return numbers.every((changed) => {
    const [y, z] = [layer(x), layer(replaced((n) => n === changed))];
    return numbers.every((n) => (n === changed ? moves(y, z, n) > 1e-3 : moves(y, z, n) < tolerance));
  });
}

/** Plausible experiments that do not do. */
export const wrongExperiments: readonly WrongVersion<SentenceExperiment>[] = [
  {
    name: 'an error with every layer',
    says: 'Your experiment stops with an error at every layer; the last line says which. The layers take three axes, [sentences, words, features], and give the same three back.',
    caughtBy: believing,
    candidate: (layer) => distance(layer(tensor([[1, 2, 3]])), x) < 1e-9,
  },
  {
    name: 'always false',
    says: 'Your experiment refuses every layer, the right ones too. Which number should not move, and do you look at that one only?',
    caughtBy: believing,
    candidate: (layer) => distance(layer(x), layer(last)) < 0,
  },
  {
    name: 'the sentence that was changed',
    says: 'Your experiment believes only the layer in which nothing ever moves. The sentence that you change should move; it is the others that should not.',
    caughtBy: believing,
    candidate: (layer) => moves(layer(x), layer(last), 2) < 1e-9,
  },
  {
    name: 'verdict the wrong way round',
    says: 'You say true of the wrong layers and false of the right ones. true is for layers in which the other sentence stays where it was.',
    caughtBy: believing,
    candidate: (layer) => !rightOfAll(layer),
  },
  {
    name: 'LayerNorm and no other',
    says: 'You ask for the numbers of LayerNorm. The question is another one: a layer with γ and β, or an RMSNorm, keeps sentences apart as well.',
    caughtBy: believing,
    candidate: (layer) => distance(layer(x), layerNorm({ x })) < 1e-9,
  },
  {
    name: 'mean 0 and size 1',
    says: 'You look whether the numbers that come out have mean 0 and size 1. Layers that mix sentences pass that, and right ones with γ and β do not: look at what moves instead.',
    caughtBy: believing,
    candidate: isStandard,
  },
  {
    name: 'same number added',
    says: 'You add one number to a whole sentence and ask that it moves. A layer that subtracts the mean takes it away again: change the sentence to new numbers.',
    caughtBy: believing,
    candidate: afterAnAddition,
  },
  {
    name: 'nothing is changed',
    says: 'Your experiment believes every layer, the wrong ones too. Does a number of x really change between your two calls, and do you look at another sentence than that?',
    caughtBy: refusingShared,
    candidate: (layer) => distance(layer(x), layer(x)) < 1e-9,
  },
  {
    name: 'one sentence alone',
    says: 'Your experiment finds the layer that ignores its argument, and no layer that mixes sentences. It takes two sentences: change one, and look at the other.',
    caughtBy: refusingShared,
    candidate: (layer) => distance(layer(sentenceOf(x, 0)), layer(sentenceOf(other, 0))) > 1e-3,
  },
  {
    name: 'two sentences exchanged',
    says: 'You exchange two sentences. A mean over the batch does not feel their order: change a sentence to new numbers.',
    caughtBy: refusingShared,
    candidate: afterAnExchange,
  },
  {
    name: 'one word at one position',
    says: 'You change a word and look at a word at another position. Some layers share a mean among the words at one position: change whole sentences, and look at whole sentences.',
    caughtBy: refusingShared,
    candidate: afterOneWord,
  },
  {
    name: 'nearly still is still',
    says: 'You take a sentence that moves a little for one that stays. Where sentences are kept apart the others do not move at all: ask for less than 1e-9.',
    caughtBy: refusingShared,
    candidate: (layer) => rightOfAll(layer, 0.1),
  },
  {
    name: 'each alone and no more',
    says: 'Each sentence is the same alone as in the batch, and that you ask very well. A layer that gives every sentence the same numbers does that too: ask also whether other words come out otherwise.',
    caughtBy: refusingForgetful,
    candidate: sameAlone,
  },
  {
    name: 'the experiment of section 7 alone',
    says: 'You change a later sentence and look at an earlier one. That finds statistics over the batch. But in a layer that ignores its argument nothing moves either: ask also whether the sentence that you change moves.',
    caughtBy: refusingForgetful,
    candidate: (layer) => moves(layer(x), layer(last), 0) < 1e-9,
  },
  {
    name: 'only the others are looked at',
    says: 'Every other sentence stays, and that you ask very well. In a layer that ignores its argument they stay too: ask also whether the sentence that you change moves.',
    caughtBy: refusingForgetful,
    candidate: othersOnly,
  },
  {
    name: 'only the last is changed',
    says: 'You change a late sentence and look at an earlier one. Influence may run the other way only: change every sentence in turn, and look at all the others.',
    caughtBy: refusingOneWay,
    candidate: lastOnly,
  },
];
