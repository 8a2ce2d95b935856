/** Data: deviations by a formula that holds for one activation, or for none. */
import { stream } from '../../../tensor/random.js';
import type { WrongVersion } from '../../exercise.js';
import { expected, meanSquareOf } from './inputs.js';
import type { Activation, DeviationFunction } from './inputs.js';
import { checkNames } from './names.js';

const { identity, relu, tanh, others, twice } = checkNames;
type Row = readonly [name: string, caughtBy: string, says: string, candidate: DeviationFunction];

const squareOfMean = (phi: Activation): number => expected(phi) * expected(phi);
const slopeSquare = (phi: Activation): number =>
  expected((z) => ((phi(z + 1e-4) - phi(z - 1e-4)) / 2e-4) * ((phi(z + 1e-4) - phi(z - 1e-4)) / 2e-4));
const drawn = (count: number, phi: Activation, seed: number): number => {
  const random = stream('few', seed);
  return (
    Array.from({ length: count }, () => phi(random.normal())).reduce((total, y) => total + y * y, 0) / count
  );
};
/** A number of calls that goes on and on. */
let calls = 0;

const rows: readonly Row[] = [
  [
    'the variance for the deviation',
    identity,
    'That is the variance of the weights, 1/(n · E[φ²]). The deviation is its root.',
    (n, phi) => 1 / (n * meanSquareOf(phi)),
  ],
  [
    'n left out',
    identity,
    'n never enters. A sum of n products is √n times as large as one of them.',
    (_, phi) => 1 / Math.sqrt(meanSquareOf(phi)),
  ],
  [
    'upside down',
    identity,
    'That is √(n · E[φ²]), by which the sum is too large. The weights are divided by it.',
    (n, phi) => Math.sqrt(n * meanSquareOf(phi)),
  ],
  [
    'n instead of its root',
    identity,
    'You divide by n. Products that share nothing add up like √n.',
    (n, phi) => 1 / (n * Math.sqrt(meanSquareOf(phi))),
  ],
  [
    'Kaiming for everybody',
    identity,
    'That is √(2/n), whatever φ is. The 2 belongs to ReLU, which takes half of a mean square away: use phi.',
    (n) => Math.sqrt(2 / n),
  ],
  [
    'Xavier with two n',
    identity,
    'That is √(2/(n + n)) · √2, or another formula with a 2 in it. Only the inputs count here: n of them.',
    (n, phi) => Math.sqrt(2 / n / meanSquareOf(phi)),
  ],
  [
    'φ left out',
    relu,
    'That is √(1/n), which is right without an activation. What comes in is φ(z): ask for its mean square.',
    (n) => Math.sqrt(1 / n),
  ],
  [
    'variance of φ',
    relu,
    'You use the variance of φ(z). The weights are random and φ(z) is multiplied by them as it is, mean included: E[φ²], not Var(φ).',
    (n, phi) => 1 / Math.sqrt(n * (meanSquareOf(phi) - squareOfMean(phi))),
  ],
  [
    'mean of the sizes',
    identity,
    'You use the mean of |φ(z)|. The mean of the squares is asked for, and its root.',
    (n, phi) => 1 / (Math.sqrt(n) * expected((z) => Math.abs(phi(z)))),
  ],
  [
    'fourth power',
    identity,
    'You square twice: E[φ⁴] where E[φ²] should stand.',
    (n, phi) => 1 / Math.sqrt(n * expected((z) => phi(z) ** 4)),
  ],
  [
    'mean square and not its root',
    relu,
    'You divide by the mean square of φ(z). Inside the root stands n · E[φ²], so its root is divided by.',
    (n, phi) => 1 / (Math.sqrt(n) * meanSquareOf(phi)),
  ],
  [
    'z of deviation 2',
    identity,
    'Your z has the deviation 2. Every layer is to hand on what it got, so z has the deviation 1.',
    (n, phi) => 1 / Math.sqrt(n * expected((z) => phi(z) * phi(z), 2)),
  ],
  [
    'z from 0 upwards',
    relu,
    'You take z from its positive half only. Half of what comes to a ReLU is negative.',
    (n, phi) => 1 / Math.sqrt(n * expected((z) => phi(Math.abs(z)) ** 2)),
  ],
  [
    'z with equal chances',
    tanh,
    'Your z is spread evenly. It is a sum of many products, and so close to normal.',
    (n, phi) => {
      const most = Math.sqrt(3);
      const points = Array.from({ length: 4001 }, (_, i) => phi(most * (i / 2000 - 1)) ** 2);
      return 1 / Math.sqrt((n * points.reduce((a, b) => a + b)) / points.length);
    },
  ],
  [
    'the slope of φ',
    tanh,
    'You use the slope of φ. That is what keeps the way back in size; the way forward goes by φ itself.',
    (n, phi) => 1 / Math.sqrt(n * slopeSquare(phi)),
  ],
  [
    'φ at 1',
    relu,
    'You ask φ at one place. What comes in varies: take the mean over z.',
    (n, phi) => 1 / (Math.sqrt(n) * Math.abs(phi(1))),
  ],
  [
    'a list of known names',
    others,
    'You know ReLU and tanh by their values, and nothing else. phi can be asked: phi(z) for many z.',
    (n, phi) => {
      if (phi(2) === 2 && phi(-2) === -2) return Math.sqrt(1 / n);
      return phi(2) === 2 && phi(-2) === 0 ? Math.sqrt(2 / n) : Math.sqrt(2.536 / n);
    },
  ],
  [
    'too few draws',
    identity,
    'You draw a handful of z. Their mean square is off by a third: twenty thousand are off by one percent.',
    (n, phi) => 1 / Math.sqrt(n * drawn(8, phi, 2)),
  ],
  [
    'other draws every time',
    twice,
    'Two calls gave two answers. Make the stream inside, afresh from its seed; Math.random cannot be seeded.',
    (n, phi) => 1 / Math.sqrt(n * drawn(20_000, phi, 10 + calls++)),
  ],
];

/** From a formula without an activation to what a function does beside. */
export const wrongDeviations: readonly WrongVersion<DeviationFunction>[] = rows.map(
  ([name, caughtBy, says, candidate]) => ({ name, caughtBy, says, candidate }),
);
