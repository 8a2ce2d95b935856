import { exercises } from '../../src/grade/index.js';
import type { Exercise } from '../../src/grade/index.js';

const all = Object.entries<Exercise>(exercises);

describe('every exercise', () => {
  it.each(all)('%s has a whole text, five wrong versions and two right ones', (_, exercise) => {
    for (const text of [
      exercise.title,
      exercise.statement,
      exercise.why,
      exercise.signature,
      ...exercise.hints,
    ])
      expect(text.length).toBeGreaterThan(5);
    expect(exercise.hints).toHaveLength(3);
    expect(exercise.solution).toMatch(/return/);
    expect(exercise.wrong.length).toBeGreaterThanOrEqual(5);
    expect(exercise.right.length).toBeGreaterThanOrEqual(2);
    const checks = exercise.checks.map(({ name }) => name);
    expect(exercise.wrong.filter(({ caughtBy }) => !checks.includes(caughtBy))).toEqual([]);
    expect(new Set(exercise.wrong.map(({ name }) => name)).size).toBe(exercise.wrong.length);
  });

  it('has an id of its own', () => {
    expect(all.map(([, { id }]) => id)).toEqual(['E0.1', 'E0.2', 'E0.3', 'E1.1', 'E1.3']);
  });
});
