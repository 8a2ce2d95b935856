import { PixelNorm, pixelNorm, stream, Tensor, tensor } from '../../src/index.js';
import { atTheStart, expectAsItsOperation } from './as-its-operation.js';

const x = new Tensor(stream('x', 0).normals([2, 3, 4]));

test('PixelNorm is pixelNorm with an ε of its own, and holds nothing else', () => {
  expectAsItsOperation(
    () => new PixelNorm({ eps: 0.1 }),
    (norm) => norm.forward(x),
    () => pixelNorm({ x }, { eps: 0.1 }),
  );
  expect(atTheStart(new PixelNorm())).toEqual({});
  expect(new PixelNorm().forward(x).data).toEqual(pixelNorm({ x }, { eps: 1e-8 }).data);
});

test('PixelNorm refuses a wrong ε when it is made, and what has no channels', () => {
  expect(() => new PixelNorm({ eps: -1 })).toThrow('PixelNorm: expected eps to be 0');
  expect(() => new PixelNorm().forward(tensor([1, 2]))).toThrow(
    'PixelNorm: expected x of shape [N, C, ...], got [2]',
  );
});
