import { exercises, gradeCandidate } from '../../../src/grade/index.js';
import { start } from '../../../src/grade/exercises/identity-start/right.js';
import type { StartFunction } from '../../../src/grade/exercises/identity-start/inputs.js';
import { Tensor } from '../../../src/index.js';
import { gradesItsVersions, run } from '../versions.js';

const found = (candidate: unknown): string | undefined =>
  gradeCandidate(candidate, exercises.identityStart, { run }).findings.find(({ passed }) => !passed)
    ?.misconception;

describe('starting as the identity', () => {
  gradesItsVersions(exercises.identityStart);

  it('says what it sees where no known mistake fits', () => {
    const changed =
      (change: Partial<ReturnType<StartFunction>>): StartFunction =>
      (...inputs) => ({ ...start(...inputs), ...change });
    const flat = new Tensor({ shape: [6], dtype: 'float64', data: new Float64Array(6) });
    expect(found(changed({ w1: flat }))).toBe('shape of a parameter');
    const gate = new Tensor({ shape: [], dtype: 'float64', data: new Float64Array([0.37]) });
    expect(found(changed({ gate }))).toBe('no identity');
    let calls = 0;
    expect(
      found((...[kind, sizes, random]: Parameters<StartFunction>) => {
        random.normals([++calls]);
        return start(kind, sizes, random);
      }),
    ).toBe('another draw each time');
  });
});
