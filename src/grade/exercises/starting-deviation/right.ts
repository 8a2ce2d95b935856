import { mean } from '../../../autograd/ops/mean.js';
import { tensor } from '../../../autograd/tensor.js';
import { stream } from '../../../tensor/random.js';
import type { RightVersion } from '../../exercise.js';
import { meanSquareOf } from './inputs.js';
import type { Activation, DeviationFunction } from './inputs.js';

/** The variance formula, solved for the deviation of the weights. */
export const deviation: DeviationFunction = (n, phi) => 1 / Math.sqrt(n * meanSquareOf(phi));

/** Five right ones. */
export const rightDeviations: readonly RightVersion<DeviationFunction>[] = [
  { name: 'an integral', candidate: deviation },
  {
    name: 'many draws',
    candidate: (n: number, phi: Activation): number => {
      const random = stream('z', 3);
      let total = 0;
      for (let i = 0; i < 20_000; i++) total += phi(random.normal()) ** 2;
      return Math.sqrt(20_000 / (n * total));
    },
  },
  {
    name: 'draws in a tensor',
    candidate: (n: number, phi: Activation): number => {
      const draws = Array.from(stream('z', 4).normals([20_000]).data, phi);
      return Math.sqrt(1 / n / mean(tensor(draws.map((y) => y * y))).data[0]);
    },
  },
  {
    name: 'draws of both signs',
    candidate: (n: number, phi: Activation): number => {
      const random = stream('z', 5);
      const pairs = Array.from({ length: 15_000 }, () => random.normal()).map(
        (z) => phi(z) ** 2 + phi(-z) ** 2,
      );
      return (n * (pairs.reduce((a, b) => a + b) / 30_000)) ** -0.5;
    },
  },
  {
    name: 'weights that are tried and corrected',
    candidate: (n: number, phi: Activation): number => {
      const random = stream('z', 6);
      const trial = Array.from({ length: 400 }, () => {
        const inputs = Array.from({ length: 64 }, () => phi(random.normal()));
        return inputs.reduce((total, y) => total + y * y, 0) / 64;
      });
      return 1 / Math.sqrt((n * trial.reduce((a, b) => a + b)) / 400);
    },
  },
];
