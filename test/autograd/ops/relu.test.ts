import { gradient, relu, tensor } from '../../../src/index.js';
import { behaves, between, worksNumberByNumber } from './behaviour.js';

describe('where x is positive', () => {
  behaves({ f: relu, inputs: [between(0.5, 2, [2, 3])], want: (x) => x, shape: [2, 3] });
});

describe('where x is negative', () => {
  behaves({ f: relu, inputs: [between(-2, -0.5, [2, 3])], want: (x) => x.map(() => 0), shape: [2, 3] });
});

worksNumberByNumber(relu, { '0': 0, '-0': 0, '-3': 0, '3': 3, NaN: NaN, Infinity: Infinity, '-Infinity': 0 });

test('at 0 the gradient is 0, and a NaN lets it through', () => {
  const x = tensor([0, NaN, -1, 1]);
  expect(gradient(relu(x), [x], { dy: [5, 6, 7, 8] })[0].data).toEqual(Float64Array.of(0, 6, 0, 8));
});
