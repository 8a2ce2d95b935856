import type { Exercise } from '../../exercise.js';
import type { Experiment } from '../../judging.js';
import type { Matrix } from '../../arrays/plain.js';
import { damageOfArrays, normals } from '../damage.js';
import type { Exhibit } from '../exhibit.js';
import { judges } from '../../judges.js';
import { noticing } from '../noticing.js';
import { oddArrayLayers } from '../odd-layers.js';
import { believing, disguises, refusing, right, wrong } from './experiments.js';
import { disguised, found, outside, right as rightLayers, telling, underTheRoot } from './layers.js';
import type { Layer } from './layers.js';
import { notice } from './notice.js';

const exercise: Exercise<Experiment<Layer>> = {
  id: 'B15',
  title: 'A test that sees ε',
  statement:
    'The usual test takes rows of deviation 1 and ε = 0.00001, and passes whatever is done to ε. Write a better one: an experiment that is handed a layer and says true if it divides by √(σ² + ε) with the ε that it is handed, false if it does anything else with ε. The layer takes rows x[n] and an ε.',
  why: 'ε decides what happens to small rows, and weights trained with one ε are not at home with another.',
  difficulty: 2,
  importance: 2,
  minutes: 7,
  asks: 'an experiment',
  signature: 'seesEpsilon(layer: (x: number[][], eps: number) => number[][]): boolean',
  exportName: 'seesEpsilon',
  hints: [
    'ε = 0.00001 beside a variance of 1 changes the sixth digit. Who says that ε has to be small in a test?',
    'The row [−2, 2] has σ² = 4. With which ε is √(4 + ε) a whole number, and what would the wrong layers give there?',
    'Expect value / Math.sqrt(variance + eps) for each centred value, at an ε near the variance, and not at ε = 1.',
  ],
  solution: `export function seesEpsilon(layer: (x: number[][], eps: number) => number[][]): boolean {
  const [y] = layer([[-2, 2]], 5); // σ² = 4, and √(4 + 5) = 3
  return Math.abs(y[0] + 2 / 3) < 1e-9 && Math.abs(y[1] - 2 / 3) < 1e-9;
}`,
  checks: noticing(
    judges<Layer>({
      right: { name: believing, points: 40, layers: rightLayers },
      wrong: [
        { name: refusing, points: 30, layers: found },
        { name: disguises, points: 30, layers: disguised },
      ],
      telling: [...oddArrayLayers<Matrix>(), ...telling],
      known: wrong,
    }),
    { known: wrong, notice, answering: [...rightLayers, ...found, ...disguised] },
  ),
  wrong,
  right,
};

/** B15: a test that lets ε outside the root pass. */
export const epsilonOutside: Exhibit<Layer> = {
  id: 'B15',
  title: 'The test that ε slips through',
  story: [
    'It stood in a course that is known for its good tests: √σ² + ε passed for √(σ² + ε), and the test of the exercise had nothing to say.',
    'A reader reported it and the test was mended; every other test of that kind, and there are very many, lets it through.',
    'It is easy to make because a test takes what is at hand: normal numbers and the ε of the paper, and there the two differ in the sixth digit.',
  ],
  reported: 'ARENA 3.0, issue 228: √var + ε “also passes the tests”.',
  wrong: outside,
  right: underTheRoot,
  fix: 'Test ε where it matters: as large as the variance, not 1, and with an expectation worked out beforehand.',
  cost: {
    against: 'deviation of the row',
    at: [1, 0.1, 0.01, 0.001],
    measure: (deviation) =>
      damageOfArrays<Matrix>(
        { wrong: (x) => outside(x, 1e-5), right: (x) => underTheRoot(x, 1e-5) },
        normals('epsilon cost', [4, 8], { deviation }),
      ),
  },
  exercise,
};
