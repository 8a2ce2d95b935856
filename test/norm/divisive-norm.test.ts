import { DivisiveNorm, divisiveNorm, stream, Tensor, tensor } from '../../src/index.js';
import { atTheStart, expectAsItsOperation } from './as-its-operation.js';

const x = new Tensor(stream('x', 0).normals([2, 3, 7]));

test('DivisiveNorm is divisiveNorm with its window and σ, and holds nothing', () => {
  expectAsItsOperation(
    () => new DivisiveNorm({ size: 3, sigma: 0.5 }),
    (norm) => norm.forward(x),
    () => divisiveNorm({ x }, { size: 3, sigma: 0.5 }),
  );
  expect(atTheStart(new DivisiveNorm())).toEqual({});
  expect(new DivisiveNorm().forward(x).data).toEqual(divisiveNorm({ x }, { size: 5, sigma: 1 }).data);
});

test('DivisiveNorm refuses a wrong window or σ when it is made, and empty rows', () => {
  expect(() => new DivisiveNorm({ size: 0 })).toThrow(
    'DivisiveNorm: expected size to be a whole number from 1, got 0',
  );
  expect(() => new DivisiveNorm({ sigma: NaN })).toThrow(
    'DivisiveNorm: expected sigma to be a number, got NaN',
  );
  expect(() => new DivisiveNorm().forward(tensor([[]]))).toThrow(
    'DivisiveNorm: expected at least one number',
  );
});
