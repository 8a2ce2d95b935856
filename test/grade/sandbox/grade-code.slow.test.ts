import { arrayExercises } from '../../../src/grade/arrays/index.js';
import { gradeCode } from '../../../src/grade/sandbox/index.js';
import type { CodeGrade } from '../../../src/grade/sandbox/index.js';
import { engine } from './engine.js';

const exercise = arrayExercises['layer-norm'];
const layerNorm = (body: string): string => `
const right = (x, gamma, beta, eps) => x.map((row) => {
  const mean = row.reduce((a, b) => a + b, 0) / row.length;
  const variance = row.reduce((a, b) => a + (b - mean) * (b - mean), 0) / row.length;
  return row.map((v, i) => ((v - mean) / Math.sqrt(variance + eps)) * gamma[i] + beta[i]);
});
let calls = 0;
export function layerNorm(x, gamma, beta, eps) { ${body} }`;

async function graded(code: string, tell?: (event: object) => void): Promise<CodeGrade> {
  const quickjs = await engine();
  return gradeCode({ code, exportName: 'layerNorm' }, exercise, {
    quickjs,
    ...(tell && { tell }),
  });
}

/** The last finding of what was graded. */
async function last(body: string): Promise<{ outcome: string; misconception: string; message: string }> {
  const result = await graded(layerNorm(body));
  if (result.kind !== 'graded') return { outcome: 'stopped', misconception: '', message: result.message };
  const { outcome, findings } = result.grade;
  return { outcome, ...findings[findings.length - 1] };
}

test('a right answer passes every check of the battery and one more, each told as it comes', async () => {
  const events: object[] = [];
  const result = await graded(layerNorm('return right(x, gamma, beta, eps);'), (event) => events.push(event));
  expect(result).toMatchObject({ kind: 'graded', grade: { outcome: 'passed' } });
  expect(events.filter((event) => 'found' in event)).toHaveLength(exercise.checks.length + 1);
});

test('what was refused is what is said', async () => {
  const { outcome, misconception, message } = await last(
    'return Promise.resolve(right(x, gamma, beta, eps));',
  );
  expect([outcome, misconception]).toEqual(['failed', 'a promise']);
  expect(message).toMatch(/Leave out async/);
});

test('a function that remembers is told so, and not which formula its numbers happen to fit', async () => {
  expect(await last('return ++calls < 2 ? [[0, 0]] : right(x, gamma, beta, eps);')).toMatchObject({
    outcome: 'failed',
    misconception: 'remembers',
  });
});

test('a wrong formula without a memory keeps its own sentence', async () => {
  const { outcome, misconception } = await last('return right(x, gamma, beta, 0);');
  expect(outcome).toBe('failed');
  expect(misconception).not.toBe('remembers');
});

test('an endless loop is stopped in the first check, and the battery ends there', async () => {
  const found = [{ passed: false, misconception: 'never ends' }];
  expect(exercise.checks.length).toBeGreaterThan(found.length);
  expect(await graded(layerNorm('for (;;);'))).toMatchObject({
    grade: { outcome: 'failed', findings: found },
  });
});

test.each([
  ['throw new Error("early");', /stopped while it was read: early/],
  ['for (;;);', /Which line outside all functions never ends/],
])('a module that runs %s never comes to a check', async (line, words) => {
  const result = await graded(`${line}\nexport const layerNorm = () => 1;`);
  expect(result.kind === 'stopped' && result.message).toMatch(words);
});

test('what is no function is said to be none', async () => {
  const result = await graded('export const layerNorm = 5;');
  expect(result).toMatchObject({
    kind: 'graded',
    grade: { findings: [{ message: expect.stringMatching(/a number/) as string }] },
  });
});

test.each([
  [
    'const y = right(x, gamma, beta, eps); kept.length = 0; kept.push(...y); return kept;',
    'an array used again',
  ],
  [
    'return right(x, gamma, beta, eps).map((row, n) => { const y = flat.subarray(n * 200, n * 200 + row.length); y.set(row); return y; });',
    'an array used again',
  ],
  [
    'return right(x, gamma, beta, eps).map((row, n) => x[n].every((v) => v === x[n][0]) ? beta : row);',
    'an array that was handed over',
  ],
])('arrays that are not its own are found in there as well: %s', async (body, misconception) => {
  const code = `const kept = []; const flat = new Float64Array(10000);${layerNorm(body)}`;
  const result = await graded(code);
  const { findings } = result.kind === 'graded' ? result.grade : { findings: [] };
  expect(findings.at(-1)).toMatchObject({ check: 'gives arrays of its own', misconception });
});
