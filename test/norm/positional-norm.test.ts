import { PositionalNorm, positionalNorm, stream, Tensor, tensor } from '../../src/index.js';
import { atTheStart, expectAsItsOperation } from './as-its-operation.js';

const x = new Tensor(stream('x', 0).normals([2, 3, 4]));

test('PositionalNorm is positionalNorm with an ε of its own, and holds nothing else', () => {
  expectAsItsOperation(
    () => new PositionalNorm({ eps: 0.1 }),
    (norm) => norm.forward(x),
    () => positionalNorm({ x }, { eps: 0.1 }),
  );
  expect(atTheStart(new PositionalNorm())).toEqual({});
  expect(new PositionalNorm().forward(x).data).toEqual(positionalNorm({ x }, { eps: 1e-5 }).data);
});

test('PositionalNorm refuses a wrong ε when it is made, and what has no channels', () => {
  expect(() => new PositionalNorm({ eps: -1 })).toThrow('PositionalNorm: expected eps to be 0');
  expect(() => new PositionalNorm().forward(tensor([1, 2]))).toThrow(
    'PositionalNorm: expected x of shape [N, C, ...], got [2]',
  );
});
