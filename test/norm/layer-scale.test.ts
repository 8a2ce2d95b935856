import { LayerScale, layerScale, stream, Tensor, tensor } from '../../src/index.js';
import { atTheStart, expectAsItsOperation, namesInPyTorch } from './as-its-operation.js';

const x = new Tensor(stream('x', 0).normals([2, 3, 4]));

test('LayerScale is layerScale with a λ of its own', () => {
  expectAsItsOperation(
    () => new LayerScale(4),
    (scale) => scale.forward(x),
    ({ lambda }) => layerScale({ x, lambda }),
  );
});

test('λ starts at 1e-5, or where one wants it', () => {
  expect(atTheStart(new LayerScale(2))).toEqual({ lambda: [1e-5, 1e-5] });
  expect(atTheStart(new LayerScale(2, { lambda: 0.1 }))).toEqual({ lambda: [0.1, 0.1] });
  expect(new LayerScale(2, { dtype: 'float32' }).lambda.dtype).toBe('float32');
  expect(namesInPyTorch(new LayerScale(2))).toEqual(['lambda']);
});

test('LayerScale refuses a wrong size or start when it is made, and rows of another length', () => {
  expect(() => new LayerScale(0)).toThrow('LayerScale: expected at least one number to normalize over');
  expect(() => new LayerScale(2, { lambda: NaN })).toThrow(
    'LayerScale: expected lambda to be a number, got NaN',
  );
  expect(() => new LayerScale(2).forward(tensor([1, 2, 3]))).toThrow(
    'LayerScale: expected x of shape [..., 2], got [3]',
  );
});
