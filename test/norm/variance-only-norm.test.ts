import { stream, Tensor, tensor, VarianceOnlyNorm, varianceOnlyNorm } from '../../src/index.js';
import { atTheStart, expectAsItsOperation, namesInPyTorch } from './as-its-operation.js';

const x = new Tensor(stream('x', 0).normals([2, 3, 4]));

test('VarianceOnlyNorm is varianceOnlyNorm with a γ of its own', () => {
  expectAsItsOperation(
    () => new VarianceOnlyNorm(4, { eps: 0.1 }),
    (norm) => norm.forward(x),
    ({ gamma }) => varianceOnlyNorm({ x, gamma }, { eps: 0.1 }),
  );
});

test('VarianceOnlyNorm starts with γ = 1, and may go without', () => {
  expect(atTheStart(new VarianceOnlyNorm(2))).toEqual({ gamma: [1, 1] });
  expect(namesInPyTorch(new VarianceOnlyNorm(2))).toEqual(['weight']);
  expect(new VarianceOnlyNorm(4).forward(x).data).toEqual(varianceOnlyNorm({ x }, { eps: 1e-5 }).data);
  expect(new VarianceOnlyNorm(2, { dtype: 'float32' }).gamma?.dtype).toBe('float32');
  const bare = new VarianceOnlyNorm(4, { eps: 0.5, affine: false });
  expect([atTheStart(bare), bare.forward(x).data]).toEqual([{}, varianceOnlyNorm({ x }, { eps: 0.5 }).data]);
});

test('VarianceOnlyNorm refuses a wrong size or ε when it is made, and rows of another length', () => {
  expect(() => new VarianceOnlyNorm(0)).toThrow('VarianceOnlyNorm: expected at least one number');
  expect(() => new VarianceOnlyNorm(2, { eps: NaN })).toThrow('VarianceOnlyNorm: expected eps to be 0');
  expect(() => new VarianceOnlyNorm(2, { affine: false }).forward(tensor([1, 2, 3]))).toThrow(
    'VarianceOnlyNorm: expected x of shape [..., 2], got [3]',
  );
});
