import type { Check, Exercise, WrongVersion } from '../../exercise.js';
import type { Experiment, Specimen } from '../../judging.js';
import type { Exhibit } from '../exhibit.js';
import { judges } from '../../judges.js';
import { believing, byEye, disguises, refusing, wrong } from './checkers.js';
import { deviationOverN, deviationOverNMinusOne, disguised, found, normalizedBlock } from './outputs.js';
import { right as rightOutputs } from './outputs.js';
import type { Checker, Output } from './outputs.js';
import { right } from './right.js';

const asExperiment =
  (checker: Checker): Experiment<Output> =>
  (output) =>
    checker(output());

/** By name and, for the card, with a row. */
const withARow = (outputs: readonly Specimen<Output>[]): readonly Specimen<Output>[] =>
  outputs.map((output) => {
    const row = output.layer().slice(-1).flat();
    const numbers = row.slice(0, 8).map((value) => value.toFixed(2));
    return {
      ...output,
      name: `${output.name}; the last is [${numbers.join(', ')}${row.length > 8 ? ', …' : ''}]`,
    };
  });

/** Outputs that tell apart what checkers look at. */
const telling: readonly Specimen<Output>[] = [
  [[0, 0]],
  [[0.6, -0.6, 0.5, -0.5]],
  [[2, 0]],
  [
    [1, -1],
    [0, 0],
  ],
  [[0.5, -0.5, 0.5, -0.5]],
].map((y) => ({ name: JSON.stringify(y), layer: () => y, says: '' }));

const checks: Check<Checker>[] = judges<Output>({
  right: { name: believing, points: 40, layers: withARow(rightOutputs) },
  wrong: [
    { name: refusing, points: 30, layers: withARow(found) },
    { name: disguises, points: 30, layers: withARow(disguised) },
  ],
  telling,
  known: wrong.map(({ candidate, ...words }): WrongVersion<Experiment<Output>> => ({
    ...words,
    candidate: asExperiment(candidate),
  })),
}).map((check) => ({ ...check, run: (checker, seed) => check.run(asExperiment(checker), seed) }));

const exercise: Exercise<Checker> = {
  id: 'B4',
  title: 'Are these rows normalized?',
  statement:
    'Write the check itself: it is handed what a layer gave, as rows y[n], and says true if every row is as LayerNorm leaves it (mean 0 and, with ε = 1e-5 and rows that were not tiny, mean square 1 up to a thousandth), false if not. Rows have 2 to 64 numbers.',
  why: 'A check that prints nearly the right number is looked at, nodded at and believed.',
  difficulty: 1,
  importance: 2,
  minutes: 6,
  asks: 'an experiment',
  signature: 'isNormalized(y: number[][]): boolean',
  exportName: 'isNormalized',
  hints: [
    'What two facts about a row does LayerNorm promise? Check both, row by row.',
    'The mean of squares divides by how many there are, not by one less.',
    'y.every((row) => …): true only if it holds for each row. Ask whether errors are small, so that NaN counts as wrong.',
  ],
  solution: `export function isNormalized(y: number[][]): boolean {
  return y.every((row) => {
    const mean = row.reduce((total, value) => total + value, 0) / row.length;
    const meanSquare = row.reduce((total, value) => total + value * value, 0) / row.length;
    return Math.abs(mean) < 1e-3 && Math.abs(meanSquare - 1) < 2e-3;
  });
}`,
  checks,
  wrong,
  right,
};

/** B4: the layer is checked with another deviation than the one it divides by. */
export const checkWithBessel: Exhibit<Checker, Checker> = {
  id: 'B4',
  title: 'The check after the layer',
  story: [
    'It is the last cell of the lesson that B1 comes from: the deviation of what the layer gave, for a look whether it is 1, and it prints 1.0215.',
    'That is near 1, so one nods and goes on; but 1.0215 is no rounding error, it is √(24/23), exactly.',
    'It is easy to make because `std` divides by n − 1 unless it is told otherwise, while the layer divides by n: the check measures with another ruler than the one that was used to cut.',
  ],
  reported: 'CodeEmporium, Transformer-Neural-Network, the notebook on layer normalization: its last cell.',
  wrong: byEye,
  right: right[0].candidate,
  fix: 'Check what the layer promises, row by row and with its own count: mean 0 and mean square 1.',
  cost: {
    against: 'numbers in a row',
    at: [2, 4, 8, 24, 768],
    measure: (C) => {
      const y = normalizedBlock(1, C);
      return { output: deviationOverNMinusOne(y) / deviationOverN(y) - 1, gradient: null };
    },
  },
  exercise,
};
