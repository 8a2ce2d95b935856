import { join } from 'node:path';
import { gradeFile } from '../../../src/cli/check/grade-file.js';
import { Grader } from '../../../src/cli/check/grader.js';
import type { Verdict } from '../../../src/cli/check/verdict.js';
import { fileExercises } from './importing.js';

const means = { exercises: fileExercises, grader: new Grader(join(__dirname, 'importing.ts')) };
afterAll(() => means.grader.close());
const grade = (exercise: 'open' | 'closed', text: string, seed = 3): Promise<Verdict> =>
  gradeFile({ exercise, file: 'answer.ts', text, seed }, means);

const right = 'export const twice = (x: number[]): number[] => x.map((value) => 2 * value);';
const withTheLibrary = `
import { add, tensor } from 'normlab';
export function twice(x: number[]): number[] {
  return Array.from(add(tensor(x), tensor(x)).data);
}`;

test('where the library may be imported, what it computes is graded', async () => {
  const { outcome, findings } = await grade('open', withTheLibrary);
  expect({ outcome, findings }).toMatchObject({ outcome: 'passed' });
  const { reason } = await grade('closed', withTheLibrary);
  expect(reason).toMatch(/^Your file imports normlab\. This exercise is about writing it yourself/);
});

test('an error in such a file says the line that the learner wrote', async () => {
  const text = withTheLibrary.replace('return', 'missing();\n  return');
  expect((await grade('open', text)).findings[0].message).toMatch(/missing.*\(line 4\)/);
});

test('nothing but the library may be imported there', async () => {
  const { outcome, reason } = await grade('open', `import fs from 'node:fs'; fs.rmSync('/');${right}`);
  expect(outcome).toBe('failed');
  expect(reason).toMatch(/^Your file imports node:fs\. Only normlab may be imported here/);
});

test.each([
  ['patches what every list has', 'Array.prototype.map = () => [0]; Object.prototype.passed = true;'],
  ['fills its memory', 'const all = []; for (;;) all.push(new Float64Array(1e6));'],
  ['calls itself without end', 'const f = () => f(); f();'],
  ['hangs where only the thread can be ended', '/^(a+)+$/.test("a".repeat(40) + "b");'],
  ['says things while nobody asks', 'Promise.resolve().then(() => { for (;;); });'],
])('a file that %s changes nothing for the next one', async (_, line) => {
  const before = await grade('closed', right);
  const spoiling = await grade('closed', `${line}\nexport const twice = () => 0;`);
  const after = await grade('closed', right);
  expect([before.outcome, spoiling.outcome]).toEqual(['passed', 'failed']);
  expect({ ...after, seconds: 0 }).toEqual({ ...before, seconds: 0 });
});

test('a file whose translation never ends, or is too deep, is left, and the next one is graded', async () => {
  const doubled = Array.from({ length: 60 }, (_, i) => `B${i + 1} = B${i} + B${i}`).join(', ');
  const bomb = `enum E { B0 = 'xxxxxxxxxx', ${doubled} } ${right}`;
  const deep = `export const twice = ${'('.repeat(90_000)}`;
  expect(await grade('closed', bomb)).toMatchObject({
    outcome: 'cannot be graded',
    reason: expect.stringMatching(/answer\.ts cannot be read: its translation/) as string,
  });
  expect((await grade('closed', deep)).outcome).toBe('cannot be graded');
  expect((await grade('closed', right)).outcome).toBe('passed');
});

test('the same seed gives the same verdict', async () => {
  const text = 'export const twice = (x: number[]) => [2, 4, 6];';
  expect((await grade('closed', text, 3)).outcome).toBe('passed');
  expect((await grade('closed', text, 4)).outcome).toBe('failed');
  expect((await grade('closed', text, 3)).outcome).toBe('passed');
});
