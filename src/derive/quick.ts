import { tryPoints } from './agreement.js';
import type { Comparison } from './agreement.js';
import { testedSizes } from './alphabet.js';
import { NotInThisField } from './errors.js';
import { float64 } from './fields/float64.js';
import type { TestPoints } from './test-points.js';

const trial = { field: float64, style: 'ordinary', points: 2, tolerance: 1e-8 } as const;

/** Whether two lines agree at a few points in float64: a first look, for choosing among many; no verdict. */
export function agreeAtFirstSight(comparison: Comparison, points: TestPoints): boolean {
  try {
    return testedSizes(comparison.alphabet).every((sizes) => {
      const { points: good, difference } = tryPoints(comparison, points, { ...trial, sizes });
      return good > 0 && difference === undefined;
    });
  } catch (error) {
    if (error instanceof NotInThisField) return false;
    throw error;
  }
}
