import type { RightVersion } from '../../exercise.js';
import type { Experiment } from '../../judging.js';
import { apart } from '../damage.js';
import { allFollow, drawn, point, values } from './asking.js';
import type { Derivation } from './layers.js';

/** Experiments that do, each in its own way. */
export const right: readonly RightVersion<Experiment<Derivation>>[] = [
  { name: 'each with the one before', candidate: (derivation) => allFollow(derivation, point) },
  {
    name: 'three lengths, random numbers',
    candidate: (derivation) => [3, 4, 7].every((n) => allFollow(derivation, drawn(n, n))),
  },
  {
    name: 'each with line 0',
    candidate: (derivation) =>
      [1, 2, 3, 4].every(
        (k) => apart([...values(derivation, k, point), 1], [...values(derivation, 0, point), 1]) < 1e-8,
      ),
  },
  {
    name: 'three numbers by hand, and the formula',
    candidate: (derivation: Derivation): boolean => {
      const at = { x: [1, 2, 6], g: [1, -2, 0.5], eps: 0.7 };
      const deviation = Math.sqrt(14 / 3 + 0.7);
      const xhat = [-2, -1, 3].map((value) => value / deviation);
      const along = at.g.reduce((total, value, i) => total + value * xhat[i], 0) / 3;
      const dx = at.g.map((value, i) => (value + 0.5 / 3 - xhat[i] * along) / deviation);
      return [0, 1, 2, 3, 4].every((k) => apart(values(derivation, k, at), dx) < 1e-9);
    },
  },
];
