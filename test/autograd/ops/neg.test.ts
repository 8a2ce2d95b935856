import { neg } from '../../../src/index.js';
import { behaves, between, worksNumberByNumber } from './behaviour.js';

behaves({
  f: (x) => neg(x),
  inputs: [between(-2, 2, [3, 4])],
  want: (x) => x.map((v) => -v),
  shape: [3, 4],
  tolerance: 0,
  k: 1,
});

worksNumberByNumber((x) => neg(x), { '0': -0, '1.5': -1.5, NaN: NaN, Infinity: -Infinity });
