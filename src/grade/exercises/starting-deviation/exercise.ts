import type { Exercise } from '../../exercise.js';
import { deviationChecks } from './checks.js';
import type { DeviationFunction } from './inputs.js';
import { rightDeviations } from './right.js';
import { wrongDeviations } from './wrong.js';

/** E2.1: the deviation of the first weights, from the variance formula. */
export const startingDeviationExercise: Exercise<DeviationFunction> = {
  id: 'E2.1',
  title: 'Kaiming for any activation',
  statement:
    'A layer adds up n products w · φ(z), where z is normal with mean 0 and deviation 1. With which deviation of the weights does the sum have the variance 1? Write it for any activation phi, from Var = n · Var(w) · E[φ(z)²]. One number comes out; within a twentieth is near enough.',
  why: 'Kaiming’s √(2/n) is this formula for one activation. Whoever has it whole can start a net with any other.',
  difficulty: 2,
  importance: 2,
  minutes: 8,
  signature: 'deviation(n: number, phi: (z: number) => number): number',
  hints: [
    'Set n · Var(w) · E[φ²] to 1 and solve for the root of Var(w).',
    'E[φ²] is a mean over z: draw many, stream("z", 1).normals([20000]).data, put each into phi, square, and take the mean.',
    'For ReLU it is about a half, so 1 / Math.sqrt(n · 0.5) = √(2/n). Array.from(draws, phi) applies phi to each.',
  ],
  solution: `function deviation(n: number, phi: (z: number) => number): number {
  const outputs = Array.from(stream('z', 1).normals([20000]).data, phi);
  const meanSquare = mean(tensor(outputs.map((y) => y * y))).data[0];
  return 1 / Math.sqrt(n * meanSquare);
}`,
  checks: deviationChecks,
  wrong: wrongDeviations,
  right: rightDeviations,
};
