import type { Exercise } from '../../exercise.js';
import { judges } from '../../judges.js';
import { apart, constant, forgetful, oneWay, shared } from './layers.js';
import { rightExperiments } from './right.js';
import type { SentenceExperiment } from './right.js';
import { believing, refusingForgetful, refusingOneWay, refusingShared, wrongExperiments } from './wrong.js';

/** E1.4: an experiment that tells layers that keep sentences apart. */
export const sentencesExercise: Exercise<SentenceExperiment> = {
  id: 'E1.4',
  title: 'Does it keep sentences apart?',
  statement:
    'Write an experiment: a function that is handed a layer, calls it on tensors of shape [sentences, words, features] that you choose, and says true if each sentence that comes out depends on that sentence alone, and does depend on it; false otherwise.',
  why: 'Both mistakes of this section print plausible numbers. An experiment finds them in every layer that is ever handed to you.',
  difficulty: 2,
  importance: 3,
  minutes: 10,
  asks: 'an experiment',
  signature: 'sentencesApart(layer: (x: Tensor) => Tensor): boolean',
  hints: [
    'Call the layer twice: on a batch, and on the same batch with one sentence changed to new numbers. Which sentences may move, and which must?',
    'In a layer that ignores its argument nothing moves: ask that the changed sentence does.',
    'A sentence may feel only those before it. Instead of changing each in turn you can hand over each alone: slice(batch, { axis: 0, start: n, end: n + 1 }).',
  ],
  solution: `function sentencesApart(layer: (x: Tensor) => Tensor): boolean {
  const [batch, other] = [1, 2].map((seed) => new Tensor(stream('batch', seed).normals([3, 2, 4])));
  const [y, z] = [layer(batch).data, layer(other).data]; // 8 numbers for each sentence
  return [0, 1, 2].every((n) => {
    const alone = layer(slice(batch, { axis: 0, start: n, end: n + 1 })).data; // [1, 2, 4]
    const stays = alone.every((value, i) => Math.abs(value - y[8 * n + i]) < 1e-9);
    return stays && alone.some((value, i) => Math.abs(value - z[8 * n + i]) > 1e-9);
  });
}`,
  checks: judges({
    right: { name: believing, points: 25, layers: apart },
    wrong: [
      { name: refusingShared, points: 35, layers: shared },
      { name: refusingForgetful, points: 20, layers: [forgetful, constant] },
      { name: refusingOneWay, points: 20, layers: oneWay },
    ],
    telling: [],
    known: wrongExperiments,
  }),
  wrong: wrongExperiments,
  right: rightExperiments,
};
