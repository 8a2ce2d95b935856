import { gradeFile } from '../../../src/cli/check/grade-file.js';
import { Grader } from '../../../src/cli/check/grader.js';
import { exitCode } from '../../../src/cli/check/verdict.js';
import { library } from '../../../src/cli/check/library.js';
import { hostile } from './hostile.js';

/** One thread for all of them, as in a class; what is hostile here does its work when it runs, so types are not asked. */
const means = { exercises: library.exercises, grader: new Grader(library.module) };
afterAll(() => means.grader.close());

test('there are at least thirty', () => {
  expect(hostile.length).toBeGreaterThanOrEqual(30);
});

describe('no undeserved pass', () => {
  test.each(hostile.map((one) => [one.tries, one] as const))('%s', async (_tries, { code: text, says }) => {
    const verdict = await gradeFile({ exercise: 'layer-norm', file: 'answer.ts', text, seed: 0 }, means);
    expect(exitCode(verdict)).toBe(1);
    expect(verdict.points).toBeLessThan(100);
    expect(verdict.reason || verdict.findings.at(-1)?.message).toMatch(says);
  });
});
