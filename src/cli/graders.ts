/**
 * What the checks make of the answers they are tested on: `npm run graders`.
 *
 * One line for each wrong version with the check that catches it and what the learner is told, one for each right
 * version. Exit code 1 where a wrong one slips through or a right one is refused.
 */
import { arrayExercises } from '../grade/arrays/index.js';
import { exercises, gradeCandidate } from '../grade/index.js';
import type { Candidate, Exercise, Grade } from '../grade/index.js';
import { run } from '../notebook/limits.js';

/** The lines for one exercise, and how many of its versions were judged wrongly. */
export function gradersTable<F extends Candidate>(
  exercise: Exercise<F>,
): { lines: string[]; mistakes: number } {
  const grade = (candidate: F): Grade => gradeCandidate(candidate, exercise, { run });
  const wrong = exercise.wrong.map((version) => ({
    version,
    found: grade(version.candidate).findings.at(-1),
  }));
  const right = exercise.right.map((version) => ({
    version,
    passed: grade(version.candidate).outcome === 'passed',
  }));
  const slipped = wrong.filter(({ found }) => found?.passed !== false);
  const refused = right.filter(({ passed }) => !passed);
  return {
    lines: [
      `${exercise.id} ${exercise.title}`,
      ...wrong.map(({ version, found }) =>
        found?.passed === false
          ? `  ✗ ${version.name}\n      caught by "${found.check}": ${found.message}`
          : `  ! ${version.name}: slips through`,
      ),
      ...right.map(({ version, passed }) => `  ${passed ? '✓' : '! refused:'} ${version.name}`),
      `  ${wrong.length - slipped.length} of ${wrong.length} wrong ones caught, ${right.length - refused.length} of ${right.length} right ones accepted`,
    ],
    mistakes: slipped.length + refused.length,
  };
}

if (require.main === module) {
  let mistakes = 0;
  const all = [...Object.values(exercises), ...Object.values(arrayExercises)];
  for (const exercise of all) {
    const table = gradersTable(exercise);
    console.log(`${table.lines.join('\n')}\n`);
    mistakes += table.mistakes;
  }
  process.exitCode = mistakes === 0 ? 0 : 1;
}
