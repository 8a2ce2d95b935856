import { mul } from '../../src/autograd/ops/mul.js';
import { Tensor } from '../../src/autograd/tensor.js';
import { sampleInfluence } from '../../src/experiments/sample-influence.js';
import { batchNorm } from '../../src/norm/batch-norm/index.js';
import { layerNorm } from '../../src/norm/layer-norm.js';
import { stream } from '../../src/tensor/random.js';

const x = new Tensor(stream('who sees whom', 5).normals([5, 3]));

test('in LayerNorm a sample hears itself alone, in BatchNorm everybody', () => {
  const apart = sampleInfluence((t) => layerNorm({ x: t }), x);
  expect(apart.every((row, i) => row.every((size, j) => (i === j ? size > 0.1 : size === 0)))).toBe(true);
  const together = sampleInfluence((t) => batchNorm({ x: t }), x);
  expect(together.flat().every((size) => size > 1e-3)).toBe(true);
});

test('the sizes are those of the Jacobian (I − 1/N − x̂x̂ᵀ/N) · r of each feature', () => {
  const [N, C] = x.shape;
  const y = batchNorm({ x }, { eps: 0 });
  const found = sampleInfluence((t) => batchNorm({ x: t }, { eps: 0 }), x);
  const rstd = Array.from({ length: C }, (_, c) => (y.data[c] - y.data[C + c]) / (x.data[c] - x.data[C + c]));
  const slope = (i: number, j: number, c: number): number =>
    rstd[c] * (Number(i === j) - 1 / N - (y.data[i * C + c] * y.data[j * C + c]) / N);
  found.forEach((row, i) =>
    row.forEach((size, j) => {
      const square = rstd.reduce((sum, _, c) => sum + slope(i, j, c) * slope(i, j, c), 0);
      expect(size).toBeCloseTo(Math.sqrt(square), 10);
    }),
  );
});

test('row i is the one that hears, column j the one that is heard', () => {
  const first = new Tensor({ data: new Float64Array([1, 0]), shape: [2, 1], dtype: 'float64' });
  const onlyTheFirst = (t: Tensor): Tensor => batchNorm({ x: t }, { eps: 1 });
  expect(
    sampleInfluence((t) => mul(first, onlyTheFirst(t)), new Tensor(stream('x', 1).normals([2, 1])))[1],
  ).toEqual([0, 0]);
});
