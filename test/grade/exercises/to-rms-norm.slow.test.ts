import { exercises, gradeCandidate } from '../../../src/grade/index.js';
import { toRMSNorm } from '../../../src/grade/exercises/to-rms-norm/right.js';
import type { ToRMSNorm } from '../../../src/grade/exercises/to-rms-norm/tower.js';
import { mul } from '../../../src/index.js';
import { gradesItsVersions, run } from '../versions.js';

const graded = (candidate: ToRMSNorm) => gradeCandidate(candidate, exercises.toRMSNorm, { run });

describe('from LayerNorm to RMSNorm', () => {
  gradesItsVersions(exercises.toRMSNorm);

  it('says where something is missing, and where it stops', () => {
    expect(graded((() => undefined) as unknown as ToRMSNorm).findings[0].misconception).toBe(
      'a reader is missing',
    );
    const stops: ToRMSNorm = () => {
      throw new Error('no W here');
    };
    expect(graded(stops).findings[0].message).toBe('Your function stopped with an error: no W here');
  });

  it('speaks of logits where no known mistake fits', () => {
    const twice: ToRMSNorm = (tower) => {
      const { norms, ...rest } = toRMSNorm(tower);
      return { ...rest, norms: norms.map(({ gamma }) => ({ gamma: mul(gamma, 2) })) };
    };
    const { misconception, shown } = graded(twice).findings[2];
    expect(misconception).toBe('other logits');
    expect(shown?.got).toMatch(/differ by/);
  });
});
