import { exp } from '../../../src/index.js';
import { behaves, between, worksNumberByNumber } from './behaviour.js';

behaves({
  f: (x) => exp(x),
  inputs: [between(-2, 2, [3, 4])],
  want: (x) => x.map((v) => Math.exp(v)),
  shape: [3, 4],
  tolerance: 1e-15,
  k: 1,
});

worksNumberByNumber((x) => exp(x), {
  '0': 1,
  '-Infinity': 0,
  Infinity: Infinity,
  '1000': Infinity,
  NaN: NaN,
});
