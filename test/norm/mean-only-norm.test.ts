import { MeanOnlyNorm, meanOnlyNorm, stream, Tensor, tensor } from '../../src/index.js';
import { atTheStart, expectAsItsOperation, namesInPyTorch } from './as-its-operation.js';

const x = new Tensor(stream('x', 0).normals([2, 3, 4]));

test('MeanOnlyNorm is meanOnlyNorm with a β of its own', () => {
  expectAsItsOperation(
    () => new MeanOnlyNorm(4),
    (norm) => norm.forward(x),
    ({ beta }) => meanOnlyNorm({ x, beta }),
  );
});

test('MeanOnlyNorm starts with β = 0, and may go without', () => {
  expect(atTheStart(new MeanOnlyNorm(2))).toEqual({ beta: [0, 0] });
  expect(namesInPyTorch(new MeanOnlyNorm(2))).toEqual(['bias']);
  expect(new MeanOnlyNorm(2, { dtype: 'float32' }).beta?.dtype).toBe('float32');
  const bare = new MeanOnlyNorm(4, { affine: false });
  expect([atTheStart(bare), bare.forward(x).data]).toEqual([{}, meanOnlyNorm({ x }).data]);
});

test('MeanOnlyNorm refuses a wrong size when it is made, and rows of another length', () => {
  expect(() => new MeanOnlyNorm(0)).toThrow('MeanOnlyNorm: expected at least one number to normalize over');
  expect(() => new MeanOnlyNorm(1.5)).toThrow('MeanOnlyNorm: expected a shape of whole numbers');
  expect(() => new MeanOnlyNorm(2, { affine: false }).forward(tensor([1, 2, 3]))).toThrow(
    'MeanOnlyNorm: expected x of shape [..., 2], got [3]',
  );
});
