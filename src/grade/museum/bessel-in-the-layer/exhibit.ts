import type { Exercise } from '../../exercise.js';
import type { Experiment } from '../../judging.js';
import { damage, normals } from '../damage.js';
import type { Exhibit } from '../exhibit.js';
import { judges } from '../../judges.js';
import { ofTheLibrary } from '../layer-norms.js';
import { oddTensorLayers } from '../odd-layers.js';
import { believing, disguises, refusing, wrong } from './experiments.js';
import { besselAndOutside, disguised, found, right as rightLayers, telling } from './layers.js';
import type { Layer } from './layers.js';
import { right } from './right.js';

const exercise: Exercise<Experiment<Layer>> = {
  id: 'B6',
  title: 'Which deviation does it divide by?',
  statement:
    'Write an experiment that is handed a layer and says true if it gives (x − μ) / √(σ² + ε) with σ² over C, false if it divides by anything else. The layer takes a tensor of shape [N, C] and an ε.',
  why: 'Two halves of one bug, and each is invisible where most tests look: the one on long rows, the other with a tiny ε.',
  difficulty: 2,
  importance: 3,
  minutes: 8,
  asks: 'an experiment',
  signature: 'dividesRight(layer: (x: Tensor, eps: number) => Tensor): boolean',
  hints: [
    'There are two things to find out. For which C does C − 1 differ most from C? For which ε does its place matter most?',
    'The row [−1, 1] has μ = 0 and σ² = 1. With ε = 3, what is x̂?',
    'layerNorm({ x }, { eps }) knows the answer. Ask with two lengths of row and two sizes of ε.',
  ],
  solution: `function dividesRight(layer: (x: Tensor, eps: number) => Tensor): boolean {
  const inputs = [tensor([[1, 0, 0, 0], [2, 5, -1, 3]]), tensor([[3, 1, 4, 1, 5, 9, 2]])];
  return inputs.every((x) =>
    [1e-5, 1].every((eps) => {
      const [y, expected] = [layer(x, eps), layerNorm({ x: x }, { eps: eps })];
      return expected.data.every((value, i) => Math.abs(y.data[i] - value) < 1e-9);
    }),
  );
}`,
  checks: judges<Layer>({
    right: { name: believing, points: 40, layers: rightLayers },
    wrong: [
      { name: refusing, points: 30, layers: found },
      { name: disguises, points: 30, layers: disguised },
    ],
    telling: [...oddTensorLayers, ...telling],
    known: wrong,
  }),
  wrong,
  right,
};

/** B6: Bessel's correction in the layer, and ε outside the root. */
export const besselInTheLayer: Exhibit<Layer> = {
  id: 'B6',
  title: 'C − 1, and ε outside the root',
  story: [
    'It stands in one of the most read walk-throughs of the Transformer, and from there it was copied into other projects: `(x - mean) / (std + eps)`.',
    'It reads like the formula, and in a model of width 768 the answers differ by less than a thousandth.',
    'It is easy to make because `std` is one word, and that it divides by n − 1 stands on another page.',
  ],
  reported:
    'BERT-pytorch, issue 30, “The LayerNorm implementation”; Annotated Transformer, issue 122, “Is there any reason we used a different LayerNorm implementation?”.',
  wrong: besselAndOutside,
  right: ofTheLibrary,
  fix: 'Divide by √(σ² + ε), with σ² the mean of the squares: the count is C, and ε stands under the root.',
  cost: {
    against: 'C',
    at: [4, 8, 16, 64, 256, 768],
    measure: (C) =>
      damage(
        { wrong: (x) => besselAndOutside(x, 1e-5), right: (x) => ofTheLibrary(x, 1e-5) },
        normals('bessel cost', [8, C]),
      ),
  },
  exercise,
};
