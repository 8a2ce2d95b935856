import { add } from '../../../autograd/ops/add.js';
import { matmul } from '../../../autograd/ops/matmul.js';
import { mean } from '../../../autograd/ops/mean.js';
import { mul } from '../../../autograd/ops/mul.js';
import { reshape } from '../../../autograd/ops/reshape.js';
import { sub } from '../../../autograd/ops/sub.js';
import { sum } from '../../../autograd/ops/sum.js';
import { Tensor, tensor } from '../../../autograd/tensor.js';
import { linear } from '../../../nn/linear.js';
import type { RightVersion } from '../../exercise.js';
import type { ToRMSNorm } from './tower.js';

/** Less its mean, along the last axis. */
export const centred = (t: Tensor): Tensor => sub(t, mean(t, { axis: -1, keepdims: true }));

/** Writers without a mean, and β in the readers. */
export const toRMSNorm: ToRMSNorm = ({ writers, norms, readers }) => ({
  writers: writers.map(({ W, b }) => ({ W: centred(W), b: centred(b) })),
  norms: norms.map(({ gamma }) => ({ gamma })),
  readers: readers.map(({ W, b }, n) => ({ W, b: linear({ x: norms[n].beta, weight: W, bias: b }) })),
});

const byTheProjection: ToRMSNorm = ({ writers, norms, readers }) => {
  const [C] = norms[0].gamma.shape;
  const P = tensor(
    Array.from({ length: C }, (_, i) => Array.from({ length: C }, (__, j) => Number(i === j) - 1 / C)),
  );
  const row = (t: Tensor): Tensor => reshape(t, [1, t.shape[0]]);
  return {
    writers: writers.map(({ W, b }) => ({ W: matmul(W, P), b: reshape(matmul(row(b), P), [C]) })),
    norms: norms.map(({ gamma }) => ({ gamma })),
    readers: readers.map(({ W, b }, n) => ({
      W,
      b: reshape(add(matmul(row(norms[n].beta), W), row(b)), b.shape),
    })),
  };
};

/** Number by number, in copies. */
const inLoops: ToRMSNorm = ({ writers, norms, readers }) => {
  const withoutMean = ({ data, shape, dtype }: Tensor): Tensor => {
    const copy = data.slice();
    const C = shape[shape.length - 1];
    for (let start = 0; start < copy.length; start += C) {
      let total = 0;
      for (let i = 0; i < C; i++) total += copy[start + i];
      for (let i = 0; i < C; i++) copy[start + i] -= total / C;
    }
    return new Tensor({ data: copy, shape, dtype });
  };
  const shifted = (n: number): Tensor => {
    const { W, b } = readers[n];
    const data = b.data.slice();
    data.forEach((_, j) =>
      norms[n].beta.data.forEach((beta, i) => (data[j] += beta * W.data[i * data.length + j])),
    );
    return new Tensor({ data, shape: b.shape, dtype: b.dtype });
  };
  return {
    writers: writers.map(({ W, b }) => ({ W: withoutMean(W), b: withoutMean(b) })),
    norms: norms.map(({ gamma }) => ({ gamma })),
    readers: readers.map(({ W }, n) => ({ W, b: shifted(n) })),
  };
};

/** γ goes into the readers as well: then each norm has none to speak of. */
const gainToo: ToRMSNorm = (tower) => {
  const { writers, norms, readers } = toRMSNorm(tower);
  const column = (t: Tensor): Tensor => reshape(t, [t.shape[0], 1]);
  return {
    writers,
    norms: norms.map(({ gamma }) => ({ gamma: add(mul(gamma, 0), 1) })),
    readers: readers.map(({ W, b }, n) => ({ W: mul(column(norms[n].gamma), W), b })),
  };
};

const bySums: ToRMSNorm = ({ writers, norms, readers }) => ({
  writers: writers.map(({ W, b }) => ({ W: centred(W), b: sub(b, mean(b)) })),
  norms: norms.map(({ gamma }) => ({ gamma })),
  readers: readers.map(({ W, b }, n) => {
    const beta = reshape(norms[n].beta, [norms[n].beta.shape[0], 1]);
    return { W, b: add(b, sum(mul(beta, W), { axis: 0 })) };
  }),
});

/** Five right ones. */
export const rightConversions: readonly RightVersion<ToRMSNorm>[] = [
  { name: 'less the mean, and a linear layer of β', candidate: toRMSNorm },
  { name: 'times I − 11ᵀ/C', candidate: byTheProjection },
  { name: 'in loops', candidate: inLoops },
  { name: 'γ in the readers as well', candidate: gainToo },
  { name: 'with sums', candidate: bySums },
];
