/** Data of the exercise: ways back through RMSNorm, wrong and right. */
import { div } from '../../../../autograd/ops/div.js';
import { mul } from '../../../../autograd/ops/mul.js';
import { neg } from '../../../../autograd/ops/neg.js';
import { sub } from '../../../../autograd/ops/sub.js';
import { sum } from '../../../../autograd/ops/sum.js';
import { Tensor } from '../../../../autograd/tensor.js';
import type { RightVersion, WrongVersion } from '../../../exercise.js';
import { layerNormPieces, rmsNormPieces, rowMean, rowsBack } from '../pieces.js';
import type { Pieces, RowsBack } from '../pieces.js';
import { checkNames, slips } from '../slips.js';

/** dc of level 6. */
export const reference: RowsBack = rowsBack(rmsNormPieces);

const changed = (pieces: Partial<Pieces>): RowsBack => rowsBack({ ...rmsNormPieces, ...pieces });
const features = { axis: -1, keepdims: true } as const;

const centredAfterwards: RowsBack = (g, xhat, rstd) => {
  const dc = reference(g, xhat, rstd);
  return sub(dc, rowMean(dc));
};

/** From what stands in the formula to how it is computed. */
export const wrongRmsWaysBack: readonly WrongVersion<RowsBack>[] = [
  {
    name: 'r held still',
    says: 'Your dx is r · g, as if r were a constant. r is made of x: what comes back through it is missing.',
    caughtBy: checkNames.word,
    candidate: (g, _, rstd) => mul(rstd, g),
  },
  {
    name: 'a mean that was never subtracted',
    says: 'You take off mean(g), as LayerNorm does. RMSNorm subtracts no mean on the way forward, so none comes back.',
    caughtBy: checkNames.word,
    candidate: rowsBack(layerNormPieces),
  },
  {
    name: 'centred at the end',
    says: 'Your dx sums to 0. That is LayerNorm’s last step; RMSNorm sees a shift of x, and its gradient may ask for one.',
    caughtBy: checkNames.word,
    candidate: centredAfterwards,
  },
  {
    name: 'a mean of each factor',
    says: 'You multiply mean(g) by mean(x̂). The mean of a product is another number: multiply first, then take the mean.',
    caughtBy: checkNames.word,
    candidate: changed({ along: (g, xhat, over) => mul(xhat, mul(over(g), over(xhat))) }),
  },
  {
    name: 'the whole is negative',
    says: 'Every sign of your dx is the other one. The direct path r · g comes with plus.',
    caughtBy: checkNames.word,
    candidate: (g, xhat, rstd) => neg(reference(g, xhat, rstd)),
  },
  {
    name: 'only what is taken away',
    says: 'Your dx is the path through r alone. g itself, the direct path, is missing in front of it.',
    caughtBy: checkNames.word,
    candidate: (g, xhat, rstd) => neg(mul(rstd, mul(xhat, rowMean(mul(g, xhat))))),
  },
  ...slips(rmsNormPieces),
];

const withSum: RowsBack = (g, xhat, rstd) => {
  const along = div(sum(mul(xhat, g), features), xhat.shape[1]);
  return mul(sub(g, mul(along, xhat)), rstd);
};

const withCube: RowsBack = (g, xhat, rstd) => {
  const c = div(xhat, rstd);
  const cube = mul(rstd, mul(rstd, rstd));
  return sub(mul(rstd, g), mul(cube, mul(c, rowMean(mul(g, c)))));
};

/** A way back over plain arrays. */
const withLoops: RowsBack = (g, xhat, rstd) => {
  const [N, C] = g.shape;
  const data = g.data.slice();
  for (let n = 0; n < N; n++) {
    const [start, end] = [n * C, (n + 1) * C];
    const row = xhat.data.slice(start, end);
    const along = row.reduce((total, value, c) => total + value * g.data[start + c], 0) / C;
    row.forEach((value, c) => (data[start + c] = rstd.data[n] * (g.data[start + c] - value * along)));
  }
  return new Tensor({ ...g, data });
};

/** Right answers, each written in its own way. */
export const rightRmsWaysBack: readonly RightVersion<RowsBack>[] = [
  { name: 'g less its part along x̂, times r', candidate: reference },
  {
    name: 'two paths, added',
    candidate: (g, xhat, rstd) => sub(mul(g, rstd), mul(mul(rstd, xhat), rowMean(mul(g, xhat)))),
  },
  {
    name: 'a sum, divided by C',
    candidate: withSum,
  },
  {
    name: 'by way of c, with r cubed',
    candidate: withCube,
  },
  { name: 'loops over plain arrays', candidate: withLoops },
];
