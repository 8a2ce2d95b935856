import { dot } from '../../arrays/statistics.js';
import type { RightVersion } from '../../exercise.js';
import type { Experiment } from '../../judging.js';
import { apart } from '../damage.js';
import { agrees, drawn, dy, eps, gamma, loss, nudged, slopeAlong, x } from './differences.js';
import { equation8 } from './layers.js';
import type { WayBack } from './layers.js';

/** Experiments that do, each in its own way. */
export const right: readonly RightVersion<Experiment<WayBack>>[] = [
  { name: 'number by number', candidate: (wayBack) => agrees(wayBack, 1e-6) },
  {
    name: 'along two random directions',
    candidate: (wayBack) =>
      [4, 5].every((seed) => {
        const u = drawn(seed, 6);
        return Math.abs(dot(wayBack(x, gamma, dy, eps), u) - slopeAlong(u)) < 1e-6;
      }),
  },
  {
    name: 'equation (8)',
    candidate: (wayBack) => apart(wayBack(x, gamma, dy, eps), equation8(x, gamma, dy, eps)) < 1e-9,
  },
  {
    name: 'one small step downhill, and what it should bring',
    candidate: (wayBack: WayBack): boolean => {
      const dx = wayBack(x, gamma, dy, eps);
      const gain = (loss(nudged(dx, 1e-4)) - loss(nudged(dx, -1e-4))) / 2e-4;
      const side = drawn(6, 6);
      return Math.abs(gain - dot(dx, dx)) < 1e-6 && Math.abs(slopeAlong(side) - dot(dx, side)) < 1e-6;
    },
  },
];
