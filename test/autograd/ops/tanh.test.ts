import { tanh } from '../../../src/index.js';
import { behaves, between, worksNumberByNumber } from './behaviour.js';

behaves({
  f: (x) => tanh(x),
  inputs: [between(-2, 2, [3, 4])],
  want: (x) => x.map((v) => 1 - 2 / (Math.exp(2 * v) + 1)),
  shape: [3, 4],
  tolerance: 1e-15,
  k: 1,
});

worksNumberByNumber((x) => tanh(x), { '0': 0, Infinity: 1, '-Infinity': -1, '40': 1, NaN: NaN });
