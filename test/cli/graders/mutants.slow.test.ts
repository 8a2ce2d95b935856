import { tryMutants } from '../../../src/cli/graders/mutants.js';
import type { TriedMutants } from '../../../src/cli/graders/mutants.js';
import { fileExercises } from '../../../src/grade/from-files.js';
import { exercises } from '../../../src/grade/index.js';
import type { Exercise } from '../../../src/grade/index.js';

const all = [...Object.values<Exercise>(exercises), ...Object.values(fileExercises)].filter(
  ({ asks }) => asks === undefined,
);

function tried(exercise: Exercise): TriedMutants {
  const found = tryMutants(exercise);
  if (typeof found === 'string') throw new Error(found);
  return found;
}

test.each(all.map((exercise) => [exercise.id, exercise] as const))(
  'the worked solution of %s is refused with any one thing changed, but for changes that change nothing',
  (_, exercise) => {
    const { mutants, survivors, unused } = tried(exercise);
    expect(mutants).toBeGreaterThan(10);
    expect(survivors.map(({ line, was, is }) => [line, was, is])).toEqual([]);
    expect(unused).toEqual([]);
  },
);

test('a worked solution that does not pass is no ground for mutants', () => {
  const broken = { ...exercises.mean, solution: 'function mean(x) { return x; }' };
  expect(tryMutants(broken)).toMatch('does not pass its own checks');
});

test('what survives is told, and so is a reason without a mutant', () => {
  const [first] = exercises.mean.checks;
  const { survivors, unused } = tried({ ...exercises.mean, checks: [first] });
  expect(survivors.length).toBeGreaterThan(5);
  expect(unused).toEqual([]);
  expect(tried({ ...exercises.undo, id: 'E0.1' }).unused).toHaveLength(3);
});
