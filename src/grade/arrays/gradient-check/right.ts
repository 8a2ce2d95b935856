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
  if (claimed.length !== x.length || !claimed.every(Number.isFinite)) return false;
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
  if (claimed.length !== x.length || !claimed.every(Number.isFinite)) return false;
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

/** Each component beside itself, with what rounding leaves of f; the step grows with x. */
export const strictReference: GradientCheck = (f, gradient, x) => {
  const claimed = gradient([...x]);
  const near = (value: number, i: number): boolean => {
    const h = 1e-5 * Math.max(1, Math.abs(x[i]));
    const [up, down] = [f(movedBy(x, i, h)), f(movedBy(x, i, -h))];
    const slope = (up - down) / (2 * h);
    const rounding = (1e-15 * Math.max(Math.abs(up), Math.abs(down))) / h;
    return Math.abs(value - slope) <= 1e-5 * Math.abs(slope) + rounding;
  };
  return claimed.length === x.length && claimed.every(near);
};

/** The slope that five points give, h and 2h to both sides. */
const fivePoints: GradientCheck = (f, gradient, x) => {
  const claimed = gradient([...x]);
  if (claimed.length !== x.length || !claimed.every(Number.isFinite)) return false;
  return x.every((value, i) => {
    const h = 1e-3 * Math.max(1, Math.abs(value));
    const [a, b, c, d] = [-2, -1, 1, 2].map((k) => f(movedBy(x, i, k * h)));
    const numeric = (a - 8 * b + 8 * c - d) / (12 * h);
    const size = Math.max(Math.abs(claimed[i]), Math.abs(numeric));
    return Math.abs(claimed[i] - numeric) <= 1e-5 * size + 1e-15 * (Math.abs(a) / h);
  });
};

/** Ever smaller steps, each halved, until one slope agrees. */
const patient: GradientCheck = (f, gradient, x) => {
  const claimed = gradient([...x]);
  if (claimed.length !== x.length) return false;
  for (let i = 0; i < x.length; i++) {
    let found = false;
    for (let h = Math.max(1, Math.abs(x[i])) / 8; h > 1e-7 && !found; h /= 2) {
      const [up, down] = [f(movedBy(x, i, h)), f(movedBy(x, i, -h))];
      const slope = (up - down) / (2 * h);
      const rounding = (4e-16 * (Math.abs(up) + Math.abs(down))) / h;
      found = Math.abs(slope - claimed[i]) <= 1e-6 * Math.abs(slope) + (h < 1e-3 ? rounding : 0);
    }
    if (!found) return false;
  }
  return true;
};

/** In place and put back, where f is asked for a step that x can take exactly. */
const exactStep: GradientCheck = (f, gradient, x) => {
  const claimed = gradient(x.slice());
  let good = claimed.length === x.length;
  for (const [i, before] of x.entries()) {
    x[i] = before + 2 ** -17 * Math.max(1, Math.abs(before));
    const [up, above] = [f(x), x[i]];
    x[i] = before - 2 ** -17 * Math.max(1, Math.abs(before));
    const [down, below] = [f(x), x[i]];
    x[i] = before;
    const error = Math.abs(up - down - claimed[i] * (above - below));
    good &&= error <= 1e-5 * Math.abs(up - down) + 1e-15 * Math.abs(up);
  }
  return good;
};

/** Four that are right wherever they are asked. */
export const strictRightGradientChecks: readonly RightVersion<GradientCheck>[] = [
  { name: 'each component beside itself', candidate: strictReference },
  { name: 'five points', candidate: fivePoints },
  { name: 'ever smaller steps', candidate: patient },
  { name: 'the difference itself, in place', candidate: exactStep },
];

/** Five that are right where no component is small beside another, and x is near 1. */
export const rightGradientChecks: readonly RightVersion<GradientCheck>[] = [
  { name: 'central differences beside the largest component', candidate: reference },
  { name: 'by norms', candidate: byNorms },
  { name: 'Richardson', candidate: richardson },
  { name: 'random directions', candidate: directions },
  { name: 'forward differences, in place', candidate: forward },
];
