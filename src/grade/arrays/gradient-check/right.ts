/** Gradient checks that are right, each written in its own way. */
import type { RightVersion } from '../../exercise.js';
import { stream } from '../../../tensor/random.js';
import type { GradientCheck } from './asking.js';

/** x with one component moved. */
export function movedBy(x: readonly number[], i: number, h: number): number[] {
  return x.map((value, k) => (k === i ? value + h : value));
}

/** Central differences along each axis. */
export function centralDifferences(f: (x: number[]) => number, x: readonly number[], h: number): number[] {
  return x.map((_, i) => (f(movedBy(x, i, h)) - f(movedBy(x, i, -h))) / (2 * h));
}

/** Each component beside the largest of all. */
export const reference: GradientCheck = (f, gradient, x) => {
  const claimed = gradient([...x]);
  if (claimed.length !== x.length) return false;
  const numeric = centralDifferences(f, x, 1e-5);
  const size = Math.max(...numeric.map(Math.abs));
  return claimed.every((value, i) => Math.abs(value - numeric[i]) <= 1e-5 * size);
};

const byNorms: GradientCheck = (f, gradient, x) => {
  const claimed = gradient(x.slice());
  const numeric = centralDifferences(f, x, 1e-6);
  const norm = (v: readonly number[]): number => Math.sqrt(v.reduce((total, c) => total + c * c, 0));
  const error = norm(numeric.map((value, i) => value - claimed[i]));
  return claimed.length === x.length && (error === 0 || error / (norm(numeric) + norm(claimed)) < 1e-5);
};

/** Two steps, whose leading errors cancel (Richardson). */
const richardson: GradientCheck = (f, gradient, x) => {
  const claimed = gradient([...x]);
  const [wide, narrow] = [2e-3, 1e-3].map((h) => centralDifferences(f, x, h));
  if (claimed.length !== x.length) return false;
  return x.every((_, i) => {
    const numeric = (4 * narrow[i] - wide[i]) / 3;
    return Math.abs(numeric - claimed[i]) <= 1e-6 * (Math.abs(numeric) + Math.abs(claimed[i])) + 1e-12;
  });
};

/** Slopes along a few random directions instead of along the axes. */
const directions: GradientCheck = (f, gradient, x) => {
  const claimed = gradient([...x]);
  if (claimed.length !== x.length || !claimed.every(Number.isFinite)) return false;
  const random = stream('directions of a gradient check', 1);
  return Array.from({ length: 4 }).every(() => {
    const v = x.map(() => random.normal());
    const along = (t: number): number => f(x.map((value, i) => value + t * v[i]));
    const numeric = (along(1e-5) - along(-1e-5)) / 2e-5;
    const terms = claimed.map((value, i) => value * v[i]);
    const size = terms.reduce((total, term) => total + Math.abs(term), Math.abs(numeric));
    return Math.abs(terms.reduce((total, term) => total + term, 0) - numeric) <= 1e-5 * size;
  });
};

/** One-sided differences, in place and put back. */
const forward: GradientCheck = (f, gradient, x) => {
  const claimed = gradient([...x]);
  if (claimed.length !== x.length) return false;
  const here = f(x);
  const size = Math.max(...claimed.map(Math.abs));
  for (let i = 0; i < x.length; i++) {
    const before = x[i];
    x[i] = before + 1e-7;
    const numeric = (f(x) - here) / 1e-7;
    x[i] = before;
    if (!(Math.abs(numeric - claimed[i]) <= 2e-5 * size)) return false;
  }
  return true;
};

/** Five right ones. */
export const rightGradientChecks: readonly RightVersion<GradientCheck>[] = [
  { name: 'central differences beside the largest component', candidate: reference },
  { name: 'by norms', candidate: byNorms },
  { name: 'Richardson', candidate: richardson },
  { name: 'random directions', candidate: directions },
  { name: 'forward differences, in place', candidate: forward },
];
