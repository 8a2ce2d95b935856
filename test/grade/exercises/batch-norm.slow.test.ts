import { arrayExercises } from '../../../src/grade/arrays/index.js';
import { gapsOf } from '../../../src/grade/gaps.js';
import { exercises } from '../../../src/grade/index.js';
import { gradesItsVersions } from '../versions.js';

describe.each([
  [exercises.batchNorm, 'batch-norm', 'function myBatchNorm('],
  [exercises.batchNormWayBack, 'batch-norm-backward', 'function batchNormBackward('],
] as const)('$id in a notebook', (exercise, inAFile, begins) => {
  it('is whole, asks what the file is asked, and exports nothing', () => {
    expect(gapsOf(exercise)).toEqual([]);
    expect(exercise.checks).toBe(arrayExercises[inAFile].checks);
    expect(exercise.solution).toContain(`\n${begins}`);
    expect(exercise.solution).not.toContain('export');
  });
});

describe('E5.1', () => gradesItsVersions(exercises.batchNorm));
describe('E5.2', () => gradesItsVersions(exercises.batchNormWayBack));
