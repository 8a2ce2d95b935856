import { erf } from '../../../src/index.js';
import { behaves, between, worksNumberByNumber } from './behaviour.js';

behaves({
  f: (x) => erf(x),
  inputs: [between(-2, 2, [3, 4])],
  want: (x) => x.map((v) => byIntegral(v)),
  shape: [3, 4],
  tolerance: 1e-12,
  k: 1,
});

worksNumberByNumber((x) => erf(x), { '0': 0, Infinity: 1, '-Infinity': -1, '-40': -1, NaN: NaN });

/** (2/√π) ∫₀ˣ e^(−t²) dt by Simpson's rule. */
function byIntegral(x: number): number {
  const steps = 2000;
  const f = (i: number): number => Math.exp(-(((i * x) / steps) * ((i * x) / steps)));
  const inside = Array.from({ length: steps - 1 }, (_, i) => (i % 2 === 0 ? 4 : 2) * f(i + 1));
  return (2 / Math.sqrt(Math.PI)) * (x / steps / 3) * (f(0) + f(steps) + inside.reduce((a, b) => a + b, 0));
}
