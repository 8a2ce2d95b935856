import type { Exercise } from '../../exercise.js';
import type { Experiment } from '../../judging.js';
import { damage, normals } from '../damage.js';
import type { Exhibit } from '../exhibit.js';
import { judges } from '../../judges.js';
import { ofTheLibrary } from '../layer-norms.js';
import { oddTensorLayers } from '../odd-layers.js';
import { believing, disguises, refusing, right, wrong } from './experiments.js';
import { disguised, forgetful, found, right as rightLayers } from './layers.js';
import type { Layer } from './layers.js';

const exercise: Exercise<Experiment<Layer>> = {
  id: 'B1',
  title: 'Does it read its argument?',
  statement:
    'Write an experiment that is handed a layer and says true if the layer gives LayerNorm (ε = 1e-5) of all of its argument, false if it answers with something else that it has kept. The layer takes a tensor of shape [N, C] and gives one of the same shape.',
  why: 'Whoever tries such a layer on the tensor it keeps sees nothing wrong, and that is the tensor at hand.',
  difficulty: 1,
  importance: 3,
  minutes: 6,
  asks: 'an experiment',
  signature: 'readsItsArgument(layer: (x: Tensor) => Tensor): boolean',
  hints: [
    'Which input has this layer certainly never seen?',
    'Ask more than once, with inputs of one shape and different x̂, and look at every row.',
    'layerNorm({ x }) says what the answer should be. Two tensors are near if every difference of their data is small.',
  ],
  solution: `function readsItsArgument(layer: (x: Tensor) => Tensor): boolean {
  const inputs = [tensor([[3, 1, 4], [1, 5, 9]]), tensor([[2, 7, 1], [8, 2, 8]])];
  return inputs.every((x) => {
    const [y, expected] = [layer(x), layerNorm({ x: x })];
    return expected.data.every((value, i) => Math.abs(y.data[i] - value) < 1e-6);
  });
}`,
  checks: judges({
    right: { name: believing, points: 40, layers: rightLayers },
    wrong: [
      { name: refusing, points: 30, layers: found },
      { name: disguises, points: 30, layers: disguised },
    ],
    telling: oddTensorLayers,
    known: wrong,
  }),
  wrong,
  right,
};

/** B1: the argument that is never read. */
export const argumentIgnored: Exhibit<Layer> = {
  id: 'B1',
  title: 'Right to the last digit',
  story: [
    'It stood in the lesson from which many people have learned LayerNorm: a class whose method takes `input`, and whose body reads `inputs`, a tensor of the notebook some cells above.',
    'It looks right in every way, and on the tensor of the lesson it is right, to the last digit.',
    'It is easy to make because a notebook keeps every name that was ever given: where a program would stop with an error, a cell finds something to read.',
  ],
  reported:
    'CodeEmporium, Transformer-Neural-Network, the notebook on layer normalization: `LayerNormalization.forward(self, input)`.',
  wrong: forgetful,
  right: ofTheLibrary,
  fix: 'Read the argument, and call the layer once with numbers that the notebook has never seen.',
  cost: {
    against: 'seed of another input',
    at: [1, 2, 3],
    measure: (seed) =>
      damage({ wrong: forgetful, right: ofTheLibrary }, normals('argument', [2, 3], { seed })),
  },
  exercise,
};
