import { SoftCap, softCap, stream, Tensor } from '../../src/index.js';
import { atTheStart, expectAsItsOperation } from './as-its-operation.js';

const x = new Tensor(stream('x', 0).normals([2, 3, 4]));

test('SoftCap is softCap with its cap, and holds nothing', () => {
  expectAsItsOperation(
    () => new SoftCap(0.5),
    (cap) => cap.forward(x),
    () => softCap({ x }, { cap: 0.5 }),
  );
  expect(atTheStart(new SoftCap(30))).toEqual({});
});

test('SoftCap refuses a wrong cap when it is made, and what is no tensor', () => {
  for (const cap of [0, -1, NaN, Infinity, undefined as never])
    expect(() => new SoftCap(cap)).toThrow(`SoftCap: expected cap to be a number above 0, got ${cap}`);
  expect(() => new SoftCap(30).forward([1, 2] as never)).toThrow(
    'SoftCap: expected x to be a tensor, got a list',
  );
});
