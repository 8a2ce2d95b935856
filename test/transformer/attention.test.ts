import {
  add,
  gradient,
  joinHeads,
  LayerNorm,
  matmul,
  mul,
  MultiHeadAttention,
  ndarray,
  parameterChecks,
  softmax,
  splitHeads,
  stream,
  Tensor,
  toNested,
  transpose,
  watch,
} from '../../src/index.js';
import { causalMask, paddingMask } from '../../src/transformer/mask.js';
import { AttentionScores, AttentionWeights } from '../../src/transformer/scores.js';
import type { KeyValueCache, NDArray } from '../../src/index.js';
import { largestDifference, randomized } from './models.js';

const random = stream('attention', 3);
const [N, T, C, heads] = [2, 4, 6, 3];
const x = new Tensor(random.normals([N, T, C]));
const attention = randomized(new MultiHeadAttention({ width: C, heads, random }));

/** The same formulas, one head and one sentence at a time, on rows cut out by hand. */
function byHand(n: number, mask?: NDArray): number[][] {
  const D = C / heads;
  const rows = (tensor: Tensor): number[][] => (toNested(tensor) as number[][][])[n];
  const [q, k, v] = [attention.query, attention.key, attention.value].map((layer) => rows(layer.forward(x)));
  const mixed = q.map((query, t) =>
    Array.from({ length: heads }, (_, h) => {
      const own = (row: number[]): number[] => row.slice(h * D, (h + 1) * D);
      const logits = k.map((key, s) => {
        const fit = own(query).reduce((sum, value, i) => sum + value * own(key)[i], 0) / Math.sqrt(D);
        return mask && mask.data[t * T + s] === 0 ? -Infinity : fit;
      });
      const weights = softmax(new Tensor(ndarray(logits, [T]))).data;
      return own(v[0]).map((_value, i) => v.reduce((sum, row, s) => sum + weights[s] * own(row)[i], 0));
    }).flat(),
  );
  return toNested(attention.output.forward(new Tensor(ndarray(mixed.flat(), [T, C])))) as number[][];
}

test.each([
  ['without a mask', undefined],
  ['without the future', causalMask(T)],
])('attention is its formula, head by head, %s', (_name, mask) => {
  const y = toNested(attention.forward(x, mask ? { mask } : {})) as number[][][];
  for (let n = 0; n < N; n++)
    expect(
      largestDifference(ndarray(y[n].flat(), [T, C]), ndarray(byHand(n, mask).flat(), [T, C])),
    ).toBeLessThan(1e-13);
});

test('splitting heads hands each position its own features, and joining undoes it', () => {
  const numbers = new Tensor(ndarray([0, 1, 2, 3, 10, 11, 12, 13], [1, 2, 4]));
  expect(toNested(splitHeads(numbers, 2))).toEqual([
    [
      [
        [0, 1],
        [10, 11],
      ],
      [
        [2, 3],
        [12, 13],
      ],
    ],
  ]);
  expect(toNested(joinHeads(splitHeads(numbers, 2)))).toEqual(toNested(numbers));
});

test('its gradient is right for every parameter, with QK-norm and factors for the heads', () => {
  const whole = randomized(
    new MultiHeadAttention({ width: C, heads: 2, random, headScale: true, qkNorm: (D) => new LayerNorm(D) }),
  );
  const checks = [...parameterChecks(whole, x, { seed: 4 })];
  expect(checks.map(([path]) => path)).toContain('headScale');
  expect(checks.filter(([, { ok }]) => !ok)).toEqual([]);
});

test('the bias of the keys has no gradient: softmax does not see what all logits share', () => {
  const y = attention.forward(x);
  const dy = new Tensor(random.normals(y.shape));
  const [bias, weight] = gradient(y, [attention.key.bias as Tensor, attention.key.weight], { dy });
  expect(Math.max(...bias.data.map(Math.abs))).toBeLessThan(1e-13);
  expect(Math.max(...weight.data.map(Math.abs))).toBeGreaterThan(0.1);
});

test('padding never leaks: what stands in it changes no word', () => {
  const mask = paddingMask([2, 4], T);
  const before = toNested(attention.forward(x, { mask })) as number[][][];
  const other = new Tensor({ ...x, data: x.data.slice() });
  for (let i = 2 * C; i < 4 * C; i++) other.data[i] = 1e6 * random.normal();
  const after = toNested(attention.forward(other, { mask })) as number[][][];
  expect(after[0].slice(0, 2)).toEqual(before[0].slice(0, 2));
  expect(after[1]).toEqual(before[1]);
  const unmasked = toNested(attention.forward(other)) as number[][][];
  expect(unmasked[0][0]).not.toEqual(before[0][0]);
});

test('one position at a time with a cache gives what all at once give', () => {
  const cache: KeyValueCache = {};
  const whole = attention.forward(x, { mask: causalMask(T) });
  for (let t = 0; t < T; t++) {
    const one = new Tensor(
      ndarray(
        Array.from({ length: N }, (_, n) => [...x.data.slice((n * T + t) * C, (n * T + t + 1) * C)]).flat(),
        [N, 1, C],
      ),
    );
    const y = attention.forward(one, { cache });
    for (let n = 0; n < N; n++)
      for (let i = 0; i < C; i++) expect(y.data[n * C + i]).toBeCloseTo(whole.data[(n * T + t) * C + i], 12);
  }
});

test('with QK-norm no logit exceeds √D, and its gain of 1 is reached by equal directions', () => {
  const normed = new MultiHeadAttention({
    width: C,
    heads: 1,
    random,
    qkNorm: (D) => new LayerNorm(D, { eps: 0 }),
  });
  for (const layer of [normed.query, normed.key])
    layer.weight.data.set(layer.weight.data.map((w) => 1e4 * w));
  normed.key.weight.data.set(normed.query.weight.data);
  let largest = 0;
  const stop = watch(normed, ({ path, output }) => {
    if (path === 'scores') largest = Math.max(...output.data);
  });
  normed.forward(x);
  stop();
  expect(largest).toBeLessThanOrEqual(Math.sqrt(C) * (1 + 1e-12));
  expect(largest).toBeGreaterThan(Math.sqrt(C) * (1 - 1e-9));
});

test('cross-attention looks at the memory and not at itself', () => {
  const memory = new Tensor(random.normals([N, 7, C]));
  const y = attention.forward(x, { memory });
  const weights = softmax(
    mul(
      matmul(
        splitHeads(attention.query.forward(x), heads),
        transpose(splitHeads(attention.key.forward(memory), heads)),
      ),
      1 / Math.sqrt(C / heads),
    ),
  );
  const wanted = attention.output.forward(
    joinHeads(matmul(weights, splitHeads(attention.value.forward(memory), heads))),
  );
  expect(largestDifference(y, wanted)).toBeLessThan(1e-13);
  expect(largestDifference(y, attention.forward(add(x, 0)))).toBeGreaterThan(0.01);
});

test.each([0, 4, 2.5])('%p heads for 6 features are refused', (wrong) => {
  expect(() => new MultiHeadAttention({ width: 6, heads: wrong, random })).toThrow(
    `expected heads to divide the width 6, got ${wrong}`,
  );
});

test('a matrix is no batch of sentences', () => {
  expect(() => attention.forward(new Tensor(random.normals([T, C])))).toThrow(
    'MultiHeadAttention: expected x of shape [N, T, C], got [4, 6]',
  );
});

test('masks count from the first key, and a sentence longer than the batch is refused', () => {
  expect(toNested(causalMask(2, 4))).toEqual([
    [1, 1, 1, 0],
    [1, 1, 1, 1],
  ]);
  expect(() => paddingMask([2, 9], T)).toThrow('paddingMask: expected lengths from 0 to 4, got 9');
});

test('scores are inner products over the root of their length, and a query that may look nowhere gives nothing', () => {
  const [q, k] = [new Tensor(random.normals([1, 1, 2, 5])), new Tensor(random.normals([1, 1, 3, 5]))];
  const mask = ndarray([1, 1, 0, 0, 0, 0], [2, 3]);
  const scores = new AttentionScores().forward(q, k, mask);
  let inner = 0;
  for (let i = 0; i < 5; i++) inner += q.data[i] * k.data[5 + i];
  expect(scores.data[1]).toBeCloseTo(inner / Math.sqrt(5), 13);
  expect([...scores.data].slice(2)).toEqual(Array(4).fill(-Infinity));
  const weights = new AttentionWeights().forward(scores).data;
  expect(weights[0] + weights[1]).toBeCloseTo(1, 14);
  expect([...weights].slice(2)).toEqual([0, 0, 0, 0]);
});
