import type { Exercise } from '../../exercise.js';
import type { Experiment } from '../../judging.js';
import { damageOfArrays, normals } from '../damage.js';
import type { Exhibit } from '../exhibit.js';
import { judges } from '../../judges.js';
import { oddArrayLayers } from '../odd-layers.js';
import { believing, disguises, refusing, wrong } from './experiments.js';
import { acrossTheBatch, disguised, echoing, found, right as rightLayers, wordByWord } from './layers.js';
import type { Layer, Words } from './layers.js';
import { right } from './right.js';

const exercise: Exercise<Experiment<Layer>> = {
  id: 'B2',
  title: 'Does it keep sentences apart?',
  statement:
    'Write an experiment that is handed a layer and says true if no sentence of a batch can feel another one, false if one can. The layer takes activations x[word][sentence][feature] of any shape [S, B, E] and gives as many. Words of one sentence may feel each other; γ, β and ε are its own affair.',
  why: 'Where sentences feel each other, a translation depends on what else happens to be in the batch, and changes when you serve it alone.',
  difficulty: 2,
  importance: 3,
  minutes: 8,
  asks: 'an experiment',
  signature: 'keepsSentencesApart(layer: (x: number[][][]) => number[][][]): boolean',
  exportName: 'keepsSentencesApart',
  hints: [
    'Two calls: once with a batch, once with the same batch in which one sentence is another. What may move?',
    'Influence can run from any sentence to any other one. And it can run through the variance alone: adding a number to a sentence does not show that.',
    'A sentence that keeps to itself gets the same answer in a batch of its own: x.map((place) => [place[b]]).',
  ],
  solution: `export function keepsSentencesApart(layer: (x: number[][][]) => number[][][]): boolean {
  const x = [[[1, 4, 2], [3, 3, 8], [0, -2, 5]], [[6, 1, 1], [2, 0, 9], [-4, 3, 3]]]; // [2, 3, 3]
  const together = layer(x);
  return [0, 1, 2].every((b) => {
    const alone = layer(x.map((place) => [place[b]])); // [2, 1, 3]
    return alone.every((place, s) => place[0].every((value, e) => Math.abs(value - together[s][b][e]) < 1e-9));
  });
}`,
  checks: judges({
    right: { name: believing, points: 40, layers: rightLayers },
    wrong: [
      { name: refusing, points: 30, layers: found },
      { name: disguises, points: 30, layers: disguised },
    ],
    telling: [...oddArrayLayers<Words>(), echoing],
    known: wrong,
  }),
  wrong,
  right,
};

/** B2: statistics over the batch as well. */
export const sentencesMixed: Exhibit<Layer> = {
  id: 'B2',
  title: 'One mean for all sentences',
  story: [
    'It stood in the lesson that B1 comes from: activations of shape [words, sentences, features], and statistics over the last *two* axes.',
    'The numbers look normalized, as a whole they are, and the shapes fit.',
    'It is easy to make because the axis of the batch is not always the first one, and because a lesson often has a batch of one sentence, where the bug does nothing at all.',
  ],
  reported:
    'CodeEmporium, Transformer-Neural-Network, the notebook on layer normalization: its first example.',
  wrong: acrossTheBatch,
  right: wordByWord,
  fix: 'Take the statistics over the features alone, and try every layer with a batch in which one sentence changes.',
  cost: {
    against: 'sentences in the batch',
    at: [1, 2, 4, 8],
    measure: (B) =>
      damageOfArrays<Words>(
        { wrong: acrossTheBatch, right: wordByWord },
        normals('batch', [2, B, 6], { deviation: 2 }),
      ),
  },
  exercise,
};
