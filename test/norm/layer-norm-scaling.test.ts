import { LayerNormScaling, layerNormScaling, stream, Tensor, tensor } from '../../src/index.js';
import { atTheStart, expectAsItsOperation, namesInPyTorch } from './as-its-operation.js';

const x = new Tensor(stream('x', 0).normals([2, 3, 4]));

test('LayerNormScaling is layerNormScaling of its layer with γ and β of its own', () => {
  expectAsItsOperation(
    () => new LayerNormScaling(4, { layer: 3, eps: 0.1 }),
    (norm) => norm.forward(x),
    ({ gamma, beta }) => layerNormScaling({ x, gamma, beta }, { layer: 3, eps: 0.1 }),
  );
});

test('LayerNormScaling starts with γ = 1 and β = 0, and may go without', () => {
  const norm = new LayerNormScaling(2, { layer: 1, dtype: 'float32' });
  expect(atTheStart(norm)).toEqual({ gamma: [1, 1], beta: [0, 0] });
  expect([norm.gamma?.dtype, norm.beta?.dtype]).toEqual(['float32', 'float32']);
  expect(namesInPyTorch(norm)).toEqual(['weight', 'bias']);
  expect(new LayerNormScaling(4, { layer: 9 }).forward(x).data).toEqual(
    layerNormScaling({ x }, { layer: 9, eps: 1e-5 }).data,
  );
  const bare = new LayerNormScaling(4, { layer: 2, eps: 0.5, affine: false });
  expect([atTheStart(bare), bare.forward(x).data]).toEqual([
    {},
    layerNormScaling({ x }, { layer: 2, eps: 0.5 }).data,
  ]);
});

test('LayerNormScaling refuses a wrong size, layer or ε when it is made, and rows of another length', () => {
  expect(() => new LayerNormScaling(0, { layer: 1 })).toThrow(
    'LayerNormScaling: expected at least one number to normalize over',
  );
  for (const layer of [0, 1.5, undefined as never])
    expect(() => new LayerNormScaling(2, { layer })).toThrow(
      `LayerNormScaling: expected layer to be a whole number from 1, got ${layer}`,
    );
  expect(() => new LayerNormScaling(2, { layer: 1, eps: NaN })).toThrow('LayerNormScaling: expected eps');
  const bare = new LayerNormScaling(2, { layer: 1, affine: false });
  expect(() => bare.forward(tensor([1, 2, 3]))).toThrow(
    'LayerNormScaling: expected x of shape [..., 2], got [3]',
  );
});
