import { log } from '../../../src/index.js';
import { behaves, between, worksNumberByNumber } from './behaviour.js';

behaves({
  f: (x) => log(x),
  inputs: [between(0.5, 3, [3, 4])],
  want: (x) => x.map((v) => Math.log(v)),
  shape: [3, 4],
  tolerance: 1e-15,
  k: 1,
});

worksNumberByNumber((x) => log(x), { '1': 0, '0': -Infinity, '-1': NaN, Infinity: Infinity, NaN: NaN });
