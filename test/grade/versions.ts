import { firstMistake, gradeCandidate } from '../../src/grade/index.js';
import type { Answer, Exercise, Run } from '../../src/grade/index.js';

/** Without a limit: the versions of an exercise all end. */
export const run: Run = (f) => ({ value: f() });

/** Declares that an exercise catches and names its wrong versions, each in the expected check, and accepts its right ones. */
export function gradesItsVersions<A extends Answer>(exercise: Exercise<A>): void {
  for (const version of exercise.wrong)
    test(`catches and names: ${version.name}`, () => {
      const { outcome, findings } = gradeCandidate(version.candidate, exercise, { run });
      const { check, misconception, message, shown } = firstMistake(findings)!;
      expect({ outcome, check, misconception }).toEqual({
        outcome: 'failed',
        check: version.caughtBy,
        misconception: version.name,
      });
      expect(message.length).toBeGreaterThan(20);
      expect(Object.values(shown ?? {}).filter((text) => text !== '')).toHaveLength(3);
    });

  for (const version of exercise.right)
    test(`accepts: ${version.name}`, () => {
      const grade = gradeCandidate(version.candidate, exercise, { run });
      expect(grade.findings.filter(({ passed }) => !passed)).toEqual([]);
      expect(grade.outcome).toBe('passed');
      expect(grade.findings).toHaveLength(exercise.checks.length);
    });
}
