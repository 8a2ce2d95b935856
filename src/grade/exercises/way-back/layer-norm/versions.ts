/** Data of the exercise: ways back through LayerNorm, wrong and right. */
import { div } from '../../../../autograd/ops/div.js';
import { matmul } from '../../../../autograd/ops/matmul.js';
import { mul } from '../../../../autograd/ops/mul.js';
import { sub } from '../../../../autograd/ops/sub.js';
import { sum } from '../../../../autograd/ops/sum.js';
import { Tensor, tensor } from '../../../../autograd/tensor.js';
import type { RightVersion, WrongVersion } from '../../../exercise.js';
import { layerNormPieces, rmsNormPieces, rowMean, rowsBack } from '../pieces.js';
import type { Pieces, RowsBack } from '../pieces.js';
import { checkNames, slips } from '../slips.js';

/** Equation (8). */
export const reference: RowsBack = rowsBack(layerNormPieces);

const changed = (pieces: Partial<Pieces>): RowsBack => rowsBack({ ...layerNormPieces, ...pieces });
const features = { axis: -1, keepdims: true } as const;

const withThreeMeans: RowsBack = (g, xhat, rstd) => {
  const alongMean = rowMean(mul(g, xhat));
  return mul(rstd, sub(sub(g, mul(xhat, alongMean)), rowMean(sub(g, mul(rowMean(xhat), alongMean)))));
};

/** From what stands in equation (8) to how it is computed. */
export const wrongWaysBack: readonly WrongVersion<RowsBack>[] = [
  {
    name: 'the statistics held still',
    says: 'Your dx is r · g, the direct path alone. x moves the mean and the deviation too: two terms are missing.',
    caughtBy: checkNames.word,
    candidate: (g, _, rstd) => mul(rstd, g),
  },
  {
    name: 'the path through the mean is missing',
    says: 'That is dc, the way back of RMSNorm. One step is left: every entry moves the mean of its word as well, and the entries of dx should sum to 0.',
    caughtBy: checkNames.word,
    candidate: rowsBack(rmsNormPieces),
  },
  {
    name: 'the path through the deviation is missing',
    says: 'Your dx sums to 0, as it should, but its part along x̂ is still there: x moves the deviation as well. (The mean is of the product g ⊙ x̂, taken first.)',
    caughtBy: checkNames.word,
    candidate: changed({ along: () => 0 }),
  },
  {
    name: 'the mean subtracted twice',
    says: 'mean(g) is taken off twice. Once puts the entries at sum 0; twice pushes them through to the other side.',
    caughtBy: checkNames.word,
    candidate: changed({ level: (g, over) => mul(2, over(g)) }),
  },
  {
    name: 'the first sign',
    says: 'You add mean(g). μ was subtracted on the way forward, and what comes back through it is subtracted too.',
    caughtBy: checkNames.word,
    candidate: changed({ level: (g, over) => mul(-1, over(g)) }),
  },
  {
    name: 'x̂ beside the first mean',
    says: 'You multiply mean(g) by x̂. A mean moves all entries alike, so its path is the same number for each of them.',
    caughtBy: checkNames.word,
    candidate: (g, xhat, rstd) =>
      mul(rstd, sub(g, mul(xhat, sub(rowMean(g), mul(-1, rowMean(mul(g, xhat))))))),
  },
  {
    name: 'the first mean is a sum',
    says: 'What you take off for the path through μ is a sum over the word, not yet a mean. Each entry of x moves μ by a C-th only: divide it by C.',
    caughtBy: checkNames.word,
    candidate: changed({ level: (g) => sum(g, features) }),
  },
  {
    name: 'the last mean is a sum',
    says: 'Your first mean is one, but ⟨g, x̂⟩ is a sum over the word. Divide it by C.',
    caughtBy: checkNames.word,
    candidate: changed({ along: (g, xhat) => mul(xhat, sum(mul(g, xhat), features)) }),
  },
  {
    name: 'r missing before mean(g)',
    says: 'You take off mean(g) as it is; beside it r is missing. The mean is that of dc, and in dc every g has r in front.',
    caughtBy: checkNames.word,
    candidate: changed({ join: ({ g, rstd, level, along }) => sub(mul(rstd, sub(g, along)), level) }),
  },
  {
    name: 'r missing in the last term',
    says: 'r multiplies g and its mean, and the term with x̂ stands outside. r belongs before the whole bracket.',
    caughtBy: checkNames.word,
    candidate: changed({ join: ({ g, rstd, level, along }) => sub(mul(rstd, sub(g, level)), along) }),
  },
  {
    name: 'r twice before mean(g)',
    says: 'In front of mean(g) r stands twice: once in your bracket, and once before it. One of the two is enough.',
    caughtBy: checkNames.word,
    candidate: changed({
      join: ({ g, rstd, level, along }) => mul(rstd, sub(sub(g, along), mul(rstd, level))),
    }),
  },
  {
    name: 'the formula printed in a lesson',
    says: 'That is a formula that has been printed: 1/C stands before both terms, mean(g) is missing, and the second term has one r too many. Start from dc, which you derived.',
    caughtBy: checkNames.word,
    candidate: (g, xhat, rstd) =>
      mul(1 / g.shape[1], sub(mul(g, rstd), mul(xhat, mul(mul(rstd, rstd), sum(mul(g, xhat), features))))),
  },
  ...slips(layerNormPieces),
  {
    name: 'more means than two',
    says: 'It takes more sums or means than the two that are enough: each reads every word once more.',
    caughtBy: 'takes two means and no more',
    candidate: withThreeMeans,
  },
];

const centredAfterwards: RowsBack = (g, xhat, rstd) => {
  const dc = rowsBack(rmsNormPieces)(g, xhat, rstd);
  return sub(dc, rowMean(dc));
};

const withSums: RowsBack = (g, xhat, rstd) => {
  const C = g.shape[1];
  const all = sub(mul(C, g), sum(g, features));
  return mul(div(rstd, C), sub(all, mul(xhat, sum(mul(g, xhat), features))));
};

const centredFirst: RowsBack = (g, xhat, rstd) => {
  const centred = sub(g, rowMean(g));
  return mul(sub(centred, mul(xhat, rowMean(mul(centred, xhat)))), rstd);
};

const withMatrices: RowsBack = (g, xhat, rstd) => {
  const C = g.shape[1];
  const averaging = tensor(Array.from({ length: C }, () => [1 / C]));
  const along = mul(xhat, matmul(mul(g, xhat), averaging));
  return mul(rstd, sub(sub(g, matmul(g, averaging)), along));
};

/** A way back over plain arrays. */
const withLoops: RowsBack = (g, xhat, rstd) => {
  const [N, C] = g.shape;
  const data = g.data.slice();
  for (let n = 0; n < N; n++) {
    let [total, product] = [0, 0];
    for (let c = n * C; c < (n + 1) * C; c++) {
      total += g.data[c];
      product += g.data[c] * xhat.data[c];
    }
    for (let c = n * C; c < (n + 1) * C; c++)
      data[c] = (rstd.data[n] / C) * (C * g.data[c] - total - xhat.data[c] * product);
  }
  return new Tensor({ ...g, data });
};

/** Right answers, each written in its own way. */
export const rightWaysBack: readonly RightVersion<RowsBack>[] = [
  { name: 'equation (8)', candidate: reference },
  {
    name: 'dc, less its mean',
    candidate: centredAfterwards,
  },
  {
    name: 'sums, divided by C at the end',
    candidate: withSums,
  },
  {
    name: 'centred, then projected',
    candidate: centredFirst,
  },
  {
    name: 'three paths, added',
    candidate: (g, xhat, rstd) =>
      sub(mul(rstd, g), sub(mul(rstd, rowMean(g)), mul(mul(-1, mul(rstd, xhat)), rowMean(mul(g, xhat))))),
  },
  {
    name: 'means as matrix products',
    candidate: withMatrices,
  },
  { name: 'loops over plain arrays', candidate: withLoops },
];
