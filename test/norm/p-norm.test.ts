import { PNorm, pNorm, stream, Tensor, tensor } from '../../src/index.js';
import { atTheStart, expectAsItsOperation, namesInPyTorch } from './as-its-operation.js';

const x = new Tensor(stream('x', 0).normals([2, 3, 4]));

test('PNorm is pNorm with a γ of its own', () => {
  expectAsItsOperation(
    () => new PNorm(4, { p: 3, eps: 0.1 }),
    (norm) => norm.forward(x),
    ({ gamma }) => pNorm({ x, gamma }, { p: 3, eps: 0.1 }),
  );
});

test('PNorm starts with γ = 1 as the norm of p = 2, and may go without γ', () => {
  expect(atTheStart(new PNorm(2))).toEqual({ gamma: [1, 1] });
  expect(namesInPyTorch(new PNorm(2))).toEqual(['weight']);
  expect(new PNorm(4).forward(x).data).toEqual(pNorm({ x }, { p: 2, eps: 1e-5 }).data);
  expect(new PNorm(2, { dtype: 'float32' }).gamma?.dtype).toBe('float32');
  const bare = new PNorm(4, { p: 1, eps: 0.5, affine: false });
  expect([atTheStart(bare), bare.forward(x).data]).toEqual([{}, pNorm({ x }, { p: 1, eps: 0.5 }).data]);
});

test('PNorm refuses a wrong size, p or ε when it is made, and rows of another length', () => {
  expect(() => new PNorm(0)).toThrow('PNorm: expected at least one number to normalize over');
  expect(() => new PNorm(2, { p: 0.5 })).toThrow('PNorm: expected p to be a number from 1, got 0.5');
  expect(() => new PNorm(2, { p: NaN })).toThrow('PNorm: expected p to be a number from 1, got NaN');
  expect(() => new PNorm(2, { eps: -1 })).toThrow('PNorm: expected eps to be 0');
  expect(() => new PNorm(2, { affine: false }).forward(tensor([1, 2, 3]))).toThrow(
    'PNorm: expected x of shape [..., 2], got [3]',
  );
});
