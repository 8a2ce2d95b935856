import { fileExercises } from '../../src/grade/from-files.js';
import { exercises, gradeCandidate, museum } from '../../src/grade/index.js';
import type { Answer, Exercise } from '../../src/grade/index.js';
import { run } from './versions.js';

const all = new Set<Exercise>([
  ...Object.values(exercises),
  ...Object.values(museum),
  ...Object.values(fileExercises),
]);

test.each([...all].map((exercise) => [exercise.id, exercise] as const))(
  '%s judges alike whichever random inputs a learner gets',
  (_, exercise) => {
    const passes = (candidate: Answer, seed: number): boolean =>
      gradeCandidate(candidate, exercise, { run, seed }).outcome === 'passed';
    for (const seed of [1, 2, 3, 724_051]) {
      const slipped = exercise.wrong.filter(({ candidate }) => passes(candidate, seed));
      const refused = exercise.right.filter(({ candidate }) => !passes(candidate, seed));
      expect([...slipped, ...refused].map((version) => version.name)).toEqual([]);
    }
  },
);
