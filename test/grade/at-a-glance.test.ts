import { inspect } from 'node:util';
import { atAGlance } from '../../src/grade/at-a-glance.js';
import { exercises, museum } from '../../src/grade/index.js';
import type { Exercise } from '../../src/grade/index.js';

describe('exercises that are printed', () => {
  it('show their names and titles, one in a line', () => {
    const lines = inspect(exercises).split('\n');
    expect(lines).toHaveLength(Object.keys(exercises).length);
    expect(lines[0]).toMatch(/^exercises\.mean +E0\.1 · The mean along an axis$/);
    expect(inspect(museum)).toMatch(/^museum\.B23 +B23 · A claim, put to the test$/m);
    expect(inspect(exercises.anyNorm)).toBe('exercises.anyNorm: E6.1 · One function, eight names');
  });

  it.each(Object.values<Exercise>({ ...exercises, ...museum }))('show no answer: $id', (exercise) => {
    for (const text of [inspect(exercise), inspect({ in: [exercise] }, { depth: 9 })]) {
      expect(text).not.toContain(exercise.hints[0]);
      expect(text).not.toContain('solution');
    }
  });

  it('keep their fields, and get none that is listed', () => {
    const plain = { one: { ...exercises.mean } };
    const before = Object.keys(plain.one);
    atAGlance(plain, 'plain');
    expect(Object.keys(plain.one)).toEqual(before);
    expect(Object.keys(plain)).toEqual(['one']);
    expect(plain.one.solution).toBe(exercises.mean.solution);
    expect(inspect(plain)).toBe('plain.one  E0.1 · The mean along an axis');
  });
});
