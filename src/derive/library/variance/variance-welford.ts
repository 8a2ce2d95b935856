import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { oneMoreLetters } from './letters.js';

/** The sum of squared deviations, one number at a time; no large squares are ever subtracted. */
export const varianceWelford: Derivation = {
  name: 'variance-welford',
  title: 'The variance when one number comes in',
  says: "Multiply the new number's distances from the old mean and from the new one, and add. Both have the same sign, so the sum of squares only grows.",
  source: 'Welford (1962), Technometrics 4',
  agreesWith: 'tensor/rows: meanSquare, of the longer row',
  letters: oneMoreLetters,
  lines: [
    line('newSquares'),
    line(
      'sum(i, ((x[i] - oldMean) + (oldMean - newMean))^2) + (z - newMean)^2',
      'go by way of the old mean',
      { forbid: ['newSquares'] },
    ),
    line(
      'oldSquares + C * (oldMean - newMean)^2 + (z - newMean)^2',
      'multiply out; deviations from the old mean add up to 0',
      { forbid: ['sum'] },
    ),
    line(
      'oldSquares + C * (gap / (C + 1))^2 + (C * gap / (C + 1))^2',
      'the new mean divides the gap between old mean and z',
      { forbid: ['newMean'] },
    ),
    line('oldSquares + gap * (C * gap / (C + 1))', '$C + C^2 = C (C + 1)$'),
    line('oldSquares + (z - oldMean) * (z - newMean)', 'the last factor is the distance from the new mean', {
      forbid: ['gap'],
    }),
  ],
};
