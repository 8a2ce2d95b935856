/** A wrong cell refuted by an example: what it says of one small trial, and what happens there. */
import { mul } from '../../../autograd/ops/mul.js';
import type { Tensor } from '../../../autograd/tensor.js';
import { invarianceChanges } from '../../../norm/invariance-table.js';
import type {
  InvarianceChange,
  InvarianceColumn,
  InvarianceVerdict,
} from '../../../norm/invariance-table.js';
import { invarianceTrial } from '../../../norm/invariance-trials.js';
import type { Shown } from '../../exercise.js';

/** A cell with what was claimed of it and what six trials found. */
export interface WrongCell {
  readonly change: InvarianceChange;
  readonly column: InvarianceColumn;
  readonly claim: InvarianceVerdict;
  readonly found: InvarianceVerdict;
}

/** Small enough to be read; two positions would leave InstanceNorm ±1 and no more. */
const sizes = { examples: 2, positions: 3, inputs: 2, units: 4, alpha: 3 };

/** The row of y that refutes a claim best: what the claim expects of it, and what it is. */
export function refuted(cell: WrongCell, seed: number): Shown {
  const { change, column, claim, found } = cell;
  const input = `${column} behind ${invarianceChanges[change].formula}, at ε = 0`;
  if (found === '-')
    return { input, expected: 'a z that is turned', got: 'weights, normalized before there is a z' };
  if (claim === 'Q1=±1' && change !== 'turn') return { input, expected: 'a Q', got: 'a change without one' };
  const keepsOnes = claim !== 'yes' && (found === 'Q1=±1' || (claim === 'Q1=±1' && found === 'no'));
  const { before, unseen, after } = invarianceTrial(change, column, seed, { ...sizes, keepsOnes });
  const claimed = claim === 'sign' ? mul(unseen, -1) : unseen;
  const place = farthestRow(claimed, after);
  const row = ({ data }: Tensor): string => inRow(data.slice(place, place + sizes.units));
  const expected =
    change === 'turn'
      ? expectedOfTurn(cell, row(claimed), keepsOnes)
      : expectedOf(cell, row(before), row(claimed));
  return { input, expected, got: `${change === 'turn' ? 'of zQ comes' : 'y becomes'} ${row(after)}` };
}

function expectedOf({ claim, found }: WrongCell, before: string, claimed: string): string {
  if (claim === '-') return `a change that cannot be asked about; y was ${before}`;
  if (claim !== 'no') return `y ${claim === 'yes' ? 'stays' : 'becomes'} ${claimed}`;
  return found === 'sign'
    ? `y becomes neither ${before} nor that with the other sign`
    : `y does not stay ${before}`;
}

function expectedOfTurn({ claim, found }: WrongCell, claimed: string, keepsOnes: boolean): string {
  if (claim === '-') return `a turn that cannot be asked about; yQ is ${claimed}`;
  const differs = claim === 'no' || (claim === 'Q1=±1' && found === 'yes');
  const one = keepsOnes ? 'with a Q that keeps the direction 1, ' : '';
  const any = claim === 'Q1=±1' && found === 'yes' ? 'with a Q that does not keep the direction 1, ' : one;
  return `${any}of zQ comes ${differs ? 'something else than ' : ''}${claim === 'sign' ? '−yQ' : 'yQ'}, ${claimed}`;
}

function farthestRow(a: Tensor, b: Tensor): number {
  const moves = Array.from(a.data, (value, i) => Math.abs(value - b.data[i]));
  return sizes.units * Math.floor(moves.indexOf(Math.max(...moves)) / sizes.units);
}

/** With two digits, and 0 without a sign. */
function inRow(values: ArrayLike<number>): string {
  return `(${Array.from(values, (value) => Number(value.toFixed(2)).toFixed(2)).join(', ')})`;
}
