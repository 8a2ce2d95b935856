import type { Exercise } from '../../exercise.js';
import { judges } from '../../judges.js';
import { batchNorms, ofPositions, ofSentences, untouched } from './layers.js';
import { rightExperiments } from './right.js';
import type { PaddingExperiment } from './right.js';
import {
  believing,
  refusingBatchNorm,
  refusingPositions,
  refusingSentences,
  wrongExperiments,
} from './wrong.js';

/** E1.6: an experiment that tells layers in which padding reaches no word. */
export const paddingExercise: Exercise<PaddingExperiment> = {
  id: 'E1.6',
  title: 'Does padding reach a word?',
  statement:
    'Write an experiment: a function that is handed a layer, calls it on batches [sentences, words, features] in which some sentences are filled up with padding, and says true if the numbers in the padding change no word that comes out; false otherwise. What comes out at the padded places themselves does not count.',
  why: 'Sentences of one batch have different lengths. If padding counts, a sentence is translated differently beside a long one.',
  difficulty: 2,
  importance: 2,
  minutes: 8,
  asks: 'an experiment',
  signature: 'paddingIsHarmless(layer: (x: Tensor) => Tensor): boolean',
  hints: [
    'Two batches with the same words and different numbers in the padding. Which numbers of the answer should be equal?',
    'Padding may reach words of its own sentence, or words of a longer sentence at the same position. Make one sentence long and one short.',
    'The numbers of a tensor lie row by row in data. If the last sentence is the short one, its padding is the end of that list: batch.data.fill(9, 32) fills it from number 32 on.',
  ],
  solution: `function paddingIsHarmless(layer: (x: Tensor) => Tensor): boolean {
  const paddedWith = (value: number): Tensor => {
    const batch = new Tensor(stream('words', 1).normals([2, 5, 4])); // [sentences, words, features]
    batch.data.fill(value, 32); // sentence 1 has three words: numbers 32 to 39 are padding
    return layer(batch);
  };
  const [y, z] = [paddedWith(0), paddedWith(9)];
  return y.data.subarray(0, 32).every((entry, i) => Math.abs(entry - z.data[i]) < 1e-9);
}`,
  checks: judges({
    right: { name: believing, points: 30, layers: untouched },
    wrong: [
      { name: refusingBatchNorm, points: 30, layers: batchNorms },
      { name: refusingSentences, points: 20, layers: ofSentences },
      { name: refusingPositions, points: 20, layers: ofPositions },
    ],
    telling: [],
    known: wrongExperiments,
  }),
  wrong: wrongExperiments,
  right: rightExperiments,
};
