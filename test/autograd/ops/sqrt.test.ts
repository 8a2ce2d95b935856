import { sqrt } from '../../../src/index.js';
import { behaves, between, worksNumberByNumber } from './behaviour.js';

behaves({
  f: (x) => sqrt(x),
  inputs: [between(0.5, 3, [3, 4])],
  want: (x) => x.map((v) => Math.exp(0.5 * Math.log(v))),
  shape: [3, 4],
  tolerance: 1e-15,
  k: 1,
});

worksNumberByNumber((x) => sqrt(x), { '4': 2, '0': 0, '-1': NaN, Infinity: Infinity, NaN: NaN });
