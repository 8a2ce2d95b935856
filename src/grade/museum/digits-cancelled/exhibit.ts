import type { Exercise } from '../../exercise.js';
import type { Experiment } from '../../judging.js';
import { damage, normals } from '../damage.js';
import type { Exhibit } from '../exhibit.js';
import { judges } from '../../judges.js';
import { noticing } from '../noticing.js';
import { oddTensorLayers } from '../odd-layers.js';
import { ofTheLibrary } from '../layer-norms.js';
import { believing, disguises, refusing, right, wrong } from './experiments.js';
import { differenceOfSquares, disguised, found, right as rightLayers } from './layers.js';
import type { Layer } from './layers.js';
import { notice } from './notice.js';
import { telling } from './telling.js';

const [accepting, ...rejecting] = judges<Layer>({
  right: { name: believing, points: 40, layers: rightLayers },
  wrong: [
    { name: refusing, points: 30, layers: found },
    { name: disguises, points: 30, layers: disguised },
  ],
  telling: [...oddTensorLayers, ...telling],
  known: wrong,
});

const exercise: Exercise<Experiment<Layer>> = {
  id: 'B9',
  title: 'Does it keep its digits?',
  statement:
    'Write an experiment that is handed a layer and says true if it normalizes float32 rows of deviation near 1 to within a twentieth wherever their mean is, up to ten thousand on either side of zero; false if it does not. The layer takes a float32 tensor of shape [N, C] and gives one. stream(…).normals([8, 64], { mean: 5000, dtype: "float32" }) makes rows.',
  why: 'Activations with a large mean are no rarity in trained networks, and float32 is what they are kept in, at best.',
  difficulty: 2,
  importance: 2,
  minutes: 8,
  asks: 'an experiment',
  signature: 'keepsItsDigits(layer: (x: Tensor) => Tensor): boolean',
  hints: [
    'On paper mean(x²) − mean(x)² is the variance. At which rows do both terms need more than seven digits?',
    'What should come out? LayerNorm of the same stored numbers in float64: layerNorm({ x: astype(x, "float64") }).',
    'Use offsets of thousands, positive and negative, ask whether every error is below 0.05, and mind NaN: error <= 0.05, never !(error > 0.05).',
  ],
  solution: `function keepsItsDigits(layer: (x: Tensor) => Tensor): boolean {
  return [-10000, -2000, 2000, 10000].every((offset) => {
    const x = new Tensor(stream('rows', 1).normals([8, 64], { mean: offset, dtype: 'float32' }));
    const expected = layerNorm({ x: astype(x, 'float64') });
    const y = layer(x);
    return expected.data.every((value, i) => Math.abs(y.data[i] - value) <= 0.05);
  });
}`,
  checks: [accepting, ...noticing(rejecting, { known: wrong, notice })],
  wrong,
  right,
};

/** B9: the variance as a difference of squares. */
export const digitsCancelled: Exhibit<Layer> = {
  id: 'B9',
  title: 'The variance as a difference of squares',
  story: [
    'It stands in the widest catalogue of annotated norms: the variance is computed as the mean of squares less the square of the mean.',
    'On paper the two are equal, one pass over the data is enough, and on rows near zero all digits agree.',
    'It is easy to make because algebra says so; floating point does not: far from zero two large numbers cancel, and what is left of them is rounding.',
  ],
  reported: 'labml.ai, Annotated Paper Implementations: its LayerNorm, GroupNorm and BatchNorm pages.',
  wrong: differenceOfSquares,
  right: ofTheLibrary,
  fix: 'Subtract the mean first, then square: two passes, or Welford’s sums, which keep mean and squares up to date number by number.',
  cost: {
    against: 'mean of the row',
    at: [0, 10, 100, 300, 1000, 3000],
    measure: (offset) =>
      damage(
        { wrong: differenceOfSquares, right: ofTheLibrary },
        normals('digits cost', [64, 64], { mean: offset, dtype: 'float32' }),
      ),
  },
  exercise,
};
