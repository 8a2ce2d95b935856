import type { Exercise } from '../../exercise.js';
import { judges } from '../../judges.js';
import { checkNames, rightExperiments, wrongExperiments } from './experiments.js';
import { rightModels, tellingModels, wrongInputs, wrongParameters } from './models.js';
import type { Model, ModelExperiment } from './models.js';

/** E8.4: a gradient check of a whole model. */
export const modelGradientsExercise: Exercise<ModelExperiment> = {
  id: 'E8.4',
  title: 'Check a whole model',
  statement:
    'You are handed a small model with two blocks and a final norm, model(x, gamma1, w1, gamma2, w2, gamma3): x is [rows, 3], each gamma [3], w1 and w2 [3, 3]. Say true if all six gradients are right, false if one is not. In a wrong model the outputs are right all the same.',
  why: 'Layers that pass their checks one by one can still be put together wrongly. The check of the whole is the same few lines, and catches that.',
  difficulty: 2,
  importance: 3,
  minutes: 8,
  asks: 'an experiment',
  signature:
    'gradientsAreRight(model: (x: Tensor, gamma1: Tensor, w1: Tensor, gamma2: Tensor, w2: Tensor, gamma3: Tensor) => Tensor): boolean',
  hints: [
    'Notebook 04 has it all: random inputs, a random cotangent, and the way back beside the slopes from nudging.',
    'gradientCheck(f, inputs) nudges every number of every tensor in inputs, with a random cotangent. The inputs are six here.',
    'Draw x with several rows, and parameters that are not all alike; then gradientCheck(model, [x, gamma1, w1, gamma2, w2, gamma3]).ok.',
  ],
  solution: `function gradientsAreRight(model: (x: Tensor, gamma1: Tensor, w1: Tensor, gamma2: Tensor, w2: Tensor, gamma3: Tensor) => Tensor): boolean {
  const random = stream('whole model', 1);
  const drawn = (...shape: number[]): Tensor => new Tensor(random.normals(shape));
  return gradientCheck(model, [drawn(4, 3), drawn(3), drawn(3, 3), drawn(3), drawn(3, 3), drawn(3)]).ok;
}`,
  checks: judges<Model>({
    right: { name: checkNames.right, points: 30, layers: rightModels },
    wrong: [
      { name: checkNames.inputs, points: 30, layers: wrongInputs },
      { name: checkNames.parameters, points: 40, layers: wrongParameters },
    ],
    telling: tellingModels,
    known: wrongExperiments,
  }),
  wrong: wrongExperiments,
  right: rightExperiments,
};
