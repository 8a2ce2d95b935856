/** Schedules: what the learning rate of step i = 0, 1, … is multiplied by. */
import { cos } from '../tensor/elementary.js';
import { requireCount } from './requirements.js';

/** The factor of the learning rate at a step; the first step has number 0. */
export type Schedule = (step: number) => number;

/**
 * The same rate at every step.
 *
 * @example
 * constant()(7); // 1
 */
export function constant(): Schedule {
  return () => 1;
}

/**
 * Up in equal parts over `steps` steps, min(1, (i + 1) / steps), then the full rate. 0 steps: the full rate at once.
 *
 * @throws {RangeError} if `steps` is not a whole number from 0.
 * @example
 * [0, 1, 3, 9].map(warmUp(4)); // [0.25, 0.5, 1, 1]
 */
export function warmUp(steps: number): Schedule {
  requireCount('warmUp', { steps }, 0);
  return (step) => Math.min(1, (step + 1) / Math.max(1, steps));
}

/**
 * Down along half a cosine, ½ (1 + cos(π i / steps)): 1 at step 0, half way down in the middle, 0 from step `steps` on.
 * With a warm-up of w steps, those come first and the cosine takes the other `steps` − w.
 *
 * Source: Loshchilov and Hutter (2017), "SGDR: Stochastic Gradient Descent with Warm Restarts", arXiv:1608.03983,
 * equation (5), without restarts.
 *
 * @throws {RangeError} if `steps` is not a whole number from 1, or the warm-up not one from 0 that is less than that.
 * @example
 * [0, 50, 100].map(cosine(100)); // [1, 0.5, 0]
 * [0, 9, 10, 60, 110].map(cosine(110, { warmUp: 10 })); // [0.1, 1, 1, 0.5, 0]
 */
export function cosine(steps: number, { warmUp: rising = 0 }: { readonly warmUp?: number } = {}): Schedule {
  requireCount('cosine', { steps });
  requireCount('cosine', { warmUp: rising }, 0);
  if (rising >= steps)
    throw new RangeError(`cosine: expected warmUp to be less than the ${steps} steps, got ${rising}`);
  const up = warmUp(rising);
  return (step) => {
    if (step < rising) return up(step);
    const done = Math.min(1, (step - rising) / (steps - rising));
    return (1 + cos(Math.PI * done)) / 2;
  };
}

/**
 * Several schedules at once: the product of their factors.
 *
 * @example
 * [0, 1, 100].map(product(warmUp(2), cosine(100))); // [0.5, 0.9998, 0]
 */
export function product(...schedules: readonly Schedule[]): Schedule {
  return (step) => schedules.reduce((factor, schedule) => factor * schedule(step), 1);
}
