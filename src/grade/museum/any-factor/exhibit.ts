import type { Exercise } from '../../exercise.js';
import type { Experiment } from '../../judging.js';
import { damageOfArrays, normals } from '../damage.js';
import type { Exhibit } from '../exhibit.js';
import { judges } from '../../judges.js';
import { oddArrayLayers } from '../odd-layers.js';
import { believing, disguises, refusing, right, wrong } from './experiments.js';
import { disguised, found, layerNorm, right as rightLayers, telling, upright } from './layers.js';
import type { Layer } from './layers.js';

const exercise: Exercise<Experiment<Layer>> = {
  id: 'B23',
  title: 'A claim, put to the test',
  statement:
    'The claim is: layer(αx) = layer(x) for any α ≠ 0. Write an experiment that is handed a layer of one row and says true if the claim holds for it, up to rounding, and false if some α refutes it. The rows you take have three numbers or more, different ones, none of them 0.',
  why: 'A sentence with "any" in it is refuted by one example. Looking for that example is the whole art.',
  difficulty: 2,
  importance: 2,
  minutes: 6,
  asks: 'an experiment',
  signature: 'holdsForAnyFactor(layer: (x: number[]) => number[]): boolean',
  exportName: 'holdsForAnyFactor',
  hints: [
    'Which numbers other than 0 has nobody thought of when the sentence was written?',
    'A factor has a sign and a size. Try both signs, and sizes below 1 as well as above.',
    'Compare layer(x.map((value) => alpha * value)) with layer(x), entry by entry, allowing 1e-9, for α = −3, −0.01, 0.01 and 3.',
  ],
  solution: `export function holdsForAnyFactor(layer: (x: number[]) => number[]): boolean {
  const x = [3, -1, 4, 1.5];
  const y = layer(x);
  return [-3, -0.01, 0.01, 3].every((alpha) => {
    const z = layer(x.map((value) => alpha * value));
    return y.every((value, i) => Math.abs(z[i] - value) < 1e-9);
  });
}`,
  checks: judges<Layer>({
    right: { name: believing, points: 40, layers: rightLayers },
    wrong: [
      { name: refusing, points: 30, layers: found },
      { name: disguises, points: 30, layers: disguised },
    ],
    telling: [...oddArrayLayers<number[]>(), ...telling],
    known: wrong,
  }),
  wrong,
  right,
};

/** B23: a claim about LayerNorm that a sign refutes. */
export const anyFactor: Exhibit<Layer> = {
  id: 'B23',
  title: 'For any α ≠ 0',
  story: [
    'It stands in a textbook that is otherwise a model of care: LayerNorm does not feel the scale of its input, LN(x) ≈ LN(αx), “for any choice of α ≠ 0”.',
    'One tries 2, one tries a hundred, and it is true to five digits.',
    'It is easy to make because a scale is thought of as a size, and the one thing that a size does not have is a sign.',
  ],
  reported:
    'Dive into Deep Learning, the chapter on batch normalization: its paragraph on layer normalization.',
  wrong: layerNorm,
  right: upright,
  fix: 'Say α > 0. For negative factors LN(αx) = −LN(|α|x): the row is turned round.',
  cost: {
    against: 'α',
    at: [0.01, 0.5, 2, 100, -0.5, -2],
    measure: (alpha) =>
      damageOfArrays<number[]>(
        { wrong: (x) => layerNorm(x.map((value) => alpha * value)), right: layerNorm },
        normals('factor', [8]),
      ),
  },
  exercise,
};
