/**
 * Cross-entropy: how surprised a classifier is by the right classes.
 *
 * For a row x of K logits whose class is t, with label smoothing s:
 *
 *     (1)  q  = (1 − s) · [k = t] + s / K      what the prediction should be
 *     (2)  ℓ  = − Σ q ⊙ log softmax(x)
 *     (3)  L  = Σ ℓ / M                        M is the number of rows that count, or 1 for the sum
 *
 * Backward, given dL:
 *
 *     (4)  dx = (softmax(x) − q) · dL / M      0 in the rows that are ignored
 *
 * Source of label smoothing: Szegedy et al. (2016), "Rethinking the Inception architecture", section 7.
 */
import { defineOp } from '../autograd/op.js';
import type { Op } from '../autograd/op.js';
import { div } from '../autograd/ops/div.js';
import { mul } from '../autograd/ops/mul.js';
import { neg } from '../autograd/ops/neg.js';
import { sum } from '../autograd/ops/sum.js';
import { Tensor } from '../autograd/tensor.js';
import { log } from '../tensor/elementary.js';
import { requireArray, ShapeError } from '../tensor/errors.js';
import { filled, zerosLike } from '../tensor/ndarray.js';
import type { NDArray } from '../tensor/ndarray.js';
import { formatShape, sameShape } from '../tensor/shape.js';
import { rowLength } from './last-axis.js';
import { logSoftmax } from './log-softmax.js';
import { exponentials } from './softmax.js';

/** What a call of `crossEntropy` can choose. */
export interface CrossEntropyOptions {
  /** The mean over the rows that count, or their sum. The mean unless said otherwise. */
  readonly reduction?: 'mean' | 'sum';
  /** Rows with this target do not count. −100 unless said otherwise, as in PyTorch. */
  readonly ignoreIndex?: number;
  /** s, from 0 to 1: the part of the right prediction that is spread over all classes. 0 unless said otherwise. */
  readonly labelSmoothing?: number;
}

interface Task {
  /** The class of each row, or undefined where the row is ignored. */
  readonly classes: readonly (number | undefined)[];
  readonly smoothing: number;
  /** M. */
  readonly divisor: number;
}

const crossEntropyOp: Op<'logits', Task> = defineOp('crossEntropy', {
  forward({ logits }, { classes, smoothing, divisor }) {
    const { data } = logits;
    const K = rowLength(logits);
    const [e, probabilities] = [new Float64Array(K), new Float64Array(data.length)];
    let loss = 0;
    classes.forEach((t, n) => {
      if (t === undefined) return;
      const { shift, total } = exponentials(data, n * K, e);
      const base = shift + log(total);
      let ofAll = 0;
      for (let k = 0; k < K; k++) {
        ofAll += base - data[n * K + k];
        probabilities[n * K + k] = e[k] / total;
      }
      const ofClass = log(total) - (data[n * K + t] - shift);
      loss += smoothing === 0 ? ofClass : (1 - smoothing) * ofClass + (smoothing / K) * ofAll; // (1) (2)
    });
    return { y: filled([], loss / divisor, logits.dtype), saved: probabilities }; //             (3)
  },

  backward(dy, { logits }, probabilities, { classes, smoothing, divisor }) {
    const dx = zerosLike(logits);
    const K = rowLength(logits);
    const scale = dy.data[0] / divisor;
    classes.forEach((t, n) => {
      if (t === undefined) return;
      for (let k = 0; k < K; k++) {
        const q = (k === t ? 1 - smoothing : 0) + smoothing / K; //                              (1)
        dx.data[n * K + k] = (probabilities[n * K + k] - q) * scale; //                          (4)
      }
    });
    return { logits: dx };
  },

  compose({ logits }, task) {
    const q = rightPrediction(logits, task); //                                                  (1)
    const loss = neg(sum(mul(q, logSoftmax(logits)))); //                                        (2)
    return div(loss, task.divisor); //                                                           (3)
  },
});

function rightPrediction(logits: NDArray, { classes, smoothing }: Task): Tensor {
  const q = zerosLike(logits);
  const K = rowLength(logits);
  classes.forEach((t, n) => {
    if (t === undefined) return;
    q.data.fill(smoothing / K, n * K, (n + 1) * K);
    q.data[n * K + t] += 1 - smoothing;
  });
  return new Tensor(q);
}

/**
 * How badly logits predict the right classes: the mean, or the sum, of −log softmax(logits) at the right class.
 *
 * It is computed from the logits at once and finite for finite logits of any size. If every row is ignored, the mean is
 * NaN, as in PyTorch.
 *
 * @param inputs `logits` of shape [..., K]; `targets` of shape [...]: whole numbers from 0 to K − 1, or `ignoreIndex`.
 * @returns A single number, of shape [], in units of nats.
 * @throws {ShapeError} if the targets are not one for each row of logits.
 * @throws {RangeError} if a target is no class, the label smoothing is not from 0 to 1, or there is no such reduction.
 * @example
 * const logits = tensor([[2, 0, 1], [0, 0, 0]]);
 * crossEntropy({ logits, targets: tensor([0, 2]) }); // 0.7531
 * crossEntropy({ logits, targets: tensor([0, -100]) }, { reduction: 'sum' }); // 0.4076
 */
export function crossEntropy(
  { logits, targets }: { readonly logits: Tensor; readonly targets: NDArray },
  { reduction = 'mean', ignoreIndex = -100, labelSmoothing = 0 }: CrossEntropyOptions = {},
): Tensor {
  requireArray('crossEntropy', 'logits', logits);
  requireArray('crossEntropy', 'targets', targets);
  if (logits.shape.length === 0) throw new ShapeError('crossEntropy', 'logits', '[..., K]', logits.shape);
  const rows = logits.shape.slice(0, -1);
  if (!sameShape(targets.shape, rows))
    throw new ShapeError(
      'crossEntropy',
      'targets',
      formatShape(rows),
      targets.shape,
      'Give one class for each row of logits',
    );
  if (!(labelSmoothing >= 0 && labelSmoothing <= 1))
    throw new RangeError(`crossEntropy: expected labelSmoothing from 0 to 1, got ${labelSmoothing}`);
  if (reduction !== 'mean' && reduction !== 'sum')
    throw new RangeError(
      `crossEntropy: expected reduction to be 'mean' or 'sum', got '${String(reduction)}'`,
    );
  const K = rowLength(logits);
  const classes = Array.from(targets.data, (t) =>
    t === ignoreIndex ? undefined : classNumber(t, K, ignoreIndex),
  );
  const counted = classes.filter((t) => t !== undefined).length;
  return crossEntropyOp(
    { logits },
    { classes, smoothing: labelSmoothing, divisor: reduction === 'mean' ? counted : 1 },
  );
}

function classNumber(t: number, K: number, ignoreIndex: number): number {
  if (Number.isInteger(t) && t >= 0 && t < K) return t;
  throw new RangeError(
    `crossEntropy: expected classes from 0 to ${K - 1}, or ${ignoreIndex} for a row to ignore, got ${t}`,
  );
}
