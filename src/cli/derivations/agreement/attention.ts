/** Attention of one query to T keys, by the parts that `MultiHeadAttention` is made of. */
import { AttentionScores, AttentionWeights, matmul, reshape, rmsNorm } from '../../../index.js';
import type { Tensor } from '../../../index.js';
import { Called, counterpartsOf, number } from './computed.js';
import type { Compute } from './computed.js';
import type { Counterpart } from './given.js';

/** Rows of features as one head of one sample. */
const head = (rows: Tensor): Tensor =>
  reshape(rows, [1, 1, rows.data.length / lengthOf(rows), lengthOf(rows)]);
const lengthOf = ({ shape }: Tensor): number => shape[shape.length - 1];

const attention = new Called(
  ['q', 'K', 'V'],
  ({ q, K, V }) => {
    const weights = new AttentionWeights().forward(new AttentionScores().forward(head(q), head(K)));
    return reshape(matmul(weights, head(V)), [lengthOf(V)]);
  },
  { dy: 'dout' },
);

/** |logit| of a query and a key that are normalized, with or without a γ of their own. */
const logit =
  (affine: boolean): Compute =>
  (given) => {
    const row = (name: string, gamma: string): Tensor =>
      head(
        rmsNorm({ x: given.tensor(name), ...(affine && { gamma: given.tensor(gamma) }) }, { eps: given.eps }),
      );
    const scores = new AttentionScores().forward(row('q', 'gammaQ'), row('k', 'gammaK'));
    return number(Math.abs(scores.data[0]));
  };

export const attentionCounterparts: Readonly<Record<string, Counterpart>> = counterpartsOf({
  'attention-dquery': attention.gradient('q', 'a'),
  'attention-dkey': attention.gradient('K', 'i', 'a'),
  'attention-dvalue': attention.gradient('V', 'i', 'b'),
  'attention-query-covariance': attention.jacobian('q', 'b', 'a'),
  'attention-logit-bound': logit(false),
  'attention-logit-bound-gamma': logit(true),
});
