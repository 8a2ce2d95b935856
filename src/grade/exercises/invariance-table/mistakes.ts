/** Data: what is said to mistakes in the table, and whose they are. */
import type { InvarianceChange, InvarianceColumn } from '../../../norm/invariance-table.js';
import type { Claim } from './table.js';

/** A cell that is filled in wrongly for a reason. */
export interface CellMistake {
  readonly name: string;
  readonly says: string;
  readonly change: InvarianceChange;
  readonly column: InvarianceColumn;
  readonly claim: Claim;
}

const cell = (
  name: string,
  [change, column, claim]: readonly [InvarianceChange, InvarianceColumn, Claim],
  says: string,
): CellMistake => ({ name, says, change, column, claim });

/** By their kind. */
export const mistakes: {
  readonly form: Readonly<Record<'a row is missing' | 'a word of its own', string>>;
  readonly cells: readonly CellMistake[];
} = {
  form: {
    'a row is missing':
      'Each of the eight lines is asked for once. Leave the formulas at their beginnings as they are, and write behind them.',
    'a word of its own':
      'Each cell is one word: yes, no, sign, Q1=±1, or - where the question makes no sense.',
  },
  cells: [
    cell(
      'any factor but 0',
      ['other sign', 'LN', 'yes'],
      'LN(−z) is −LN(z). Dividing by the deviation takes the size of a factor away, not its sign; a well-known course says "any α ≠ 0" here (B23).',
    ),
    cell(
      'a sign is no change',
      ['other sign', 'BN', 'yes'],
      'The deviation of −z is that of z, so BatchNorm divides −z by the same number: y comes out with the other sign.',
    ),
    cell(
      'LayerNorm looks at units',
      ['one unit', 'LN', 'yes'],
      'LayerNorm has one deviation for all units of a row. If one unit grows, so does that deviation, and the row comes out another one. It is BatchNorm that has a deviation for each unit.',
    ),
    cell(
      'BatchNorm looks at examples',
      ['one example', 'BN', 'yes'],
      'BatchNorm has one deviation for all examples. If one example grows, so does that deviation, and all examples come out other than before. It is LayerNorm that looks at each for itself.',
    ),
    cell(
      'a shift of the data is one number',
      ['data shifted', 'LN', 'yes'],
      'a added to x adds a · wᵢ to unit i: another number for each unit. LayerNorm takes off what all units of a row have in common, and no more.',
    ),
    cell(
      'RMSNorm centres',
      ['common vector', 'RMS', 'yes'],
      'The same number is added to all units of a row. LayerNorm takes it off with the mean; RMSNorm takes no mean off.',
    ),
    cell(
      'BatchNorm centres rows',
      ['common vector', 'BN', 'yes'],
      'The same number is added to all units of a row, and another one in the next row. BatchNorm takes off what one unit has in common over all rows.',
    ),
    cell(
      'WeightNorm sees activations',
      ['data', 'WN', 'yes'],
      'Weight normalization looks at weights. The data are multiplied by α, and so is the output.',
    ),
    cell(
      'GroupNorm is InstanceNorm',
      ['one unit', 'GN', 'yes'],
      'A group holds several channels that share one deviation. If one of them grows, so does that deviation, and all of them come out other than before.',
    ),
    cell(
      'InstanceNorm is LayerNorm',
      ['data shifted', 'IN', 'no'],
      'A shift of the data adds one number to a channel, at all positions. InstanceNorm takes off the mean of each channel over its positions, so nothing of it is left.',
    ),
    cell(
      'GroupNorm takes off every shift',
      ['common vector', 'GN', 'yes'],
      'The number that is added differs from position to position, and GroupNorm has one mean for all positions. (With a single position you would be right.)',
    ),
    cell(
      'LayerNorm turns along',
      ['turn', 'LN', 'yes'],
      'A turn keeps the length of z, but not its mean: the direction (1, 1, …) has to stay on its line, Q1 = ±1. RMSNorm, which has no mean, turns along with every Q.',
    ),
    cell(
      'RMSNorm has axes',
      ['turn', 'RMS', 'no'],
      'A turn keeps the length of z, and RMSNorm divides by nothing else. So zQ is divided by the number that z is divided by.',
    ),
  ],
};
