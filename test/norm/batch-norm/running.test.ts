import { batchRenorm, ghostBatchNorm, ndarray, stream, Tensor, tensor } from '../../../src/index.js';
import type { NDArray } from '../../../src/index.js';
import { expectClose } from '../golden.js';

const normals = (name: string, ...shape: number[]): Tensor => new Tensor(stream(name, 0).normals(shape));

test('modes with running statistics take nothing up from inputs of two dtypes, and work in float32', () => {
  const single = (array: NDArray): Tensor => new Tensor(ndarray(array.data, array.shape, 'float32'));
  const fresh = (): { mean: Tensor; variance: Tensor } => ({
    mean: tensor([5, 6]),
    variance: tensor([7, 8]),
  });
  const x = normals('x', 4, 2);
  for (const mode of [
    (inputs: { x: Tensor; gamma?: Tensor }, running: ReturnType<typeof fresh>) =>
      ghostBatchNorm(inputs, { size: 2, running }),
    (inputs: { x: Tensor; gamma?: Tensor }, running: ReturnType<typeof fresh>) =>
      batchRenorm(inputs, { running }),
  ]) {
    const running = fresh();
    expect(() => mode({ x, gamma: single(tensor([1, 1])) }, running)).toThrow('of one dtype');
    expect(() => mode({ x: single(x) }, running)).toThrow('got float32 and float64 (x and the running mean)');
    expect(running).toEqual(fresh());
    const both = { mean: single(running.mean), variance: single(running.variance) };
    expectClose(mode({ x: single(x) }, both).data, mode({ x }, running).data, 1e-6);
    expectClose(both.variance.data, running.variance.data, 1e-6);
  }
});
