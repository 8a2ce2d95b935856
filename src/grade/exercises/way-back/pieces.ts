/** The way back through a normalization of rows, in pieces that a wrong version can exchange. */
import { mean } from '../../../autograd/ops/mean.js';
import { mul } from '../../../autograd/ops/mul.js';
import type { Operand } from '../../../autograd/ops/operands.js';
import { sub } from '../../../autograd/ops/sub.js';
import type { Tensor } from '../../../autograd/tensor.js';

/** The function that both exercises ask for. */
export type RowsBack = (g: Tensor, xhat: Tensor, rstd: Tensor) => Tensor;

type Mean = (x: Tensor) => Tensor;

/** What is known when a way back is put together. */
interface Known {
  readonly g: Tensor;
  readonly xhat: Tensor;
  readonly rstd: Tensor;
  /** What is taken off for the path through the mean. */
  readonly level: Operand;
  /** What is taken off for the path through the deviation. */
  readonly along: Operand;
}

/** dx = r (g − level − along). */
export interface Pieces {
  over: Mean;
  level(g: Tensor, over: Mean): Operand;
  along(g: Tensor, xhat: Tensor, over: Mean): Operand;
  join(known: Known): Tensor;
}

/** The mean of each row, of shape [N, 1]. */
export const rowMean: Mean = (x) => mean(x, { axis: -1, keepdims: true });

/** The bracket of dx = r (…). */
export const bracket = ({ g, level, along }: Known): Tensor => sub(sub(g, level), along);

/** Equation (8). */
export const layerNormPieces: Pieces = {
  over: rowMean,
  level: (g, over) => over(g),
  along: (g, xhat, over) => mul(xhat, over(mul(g, xhat))),
  join: (known) => mul(known.rstd, bracket(known)),
};

/** The same without a mean that is subtracted on the way forward. */
export const rmsNormPieces: Pieces = { ...layerNormPieces, level: () => 0 };

/** A way back from pieces. */
export function rowsBack({ over, level, along, join }: Pieces): RowsBack {
  return (g, xhat, rstd) => join({ g, xhat, rstd, level: level(g, over), along: along(g, xhat, over) });
}
