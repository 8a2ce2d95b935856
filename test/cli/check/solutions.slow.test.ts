import { translate } from '../../../src/cli/check/translate.js';
import { arrayExercises } from '../../../src/grade/arrays/index.js';
import type { ArrayExerciseName } from '../../../src/grade/arrays/index.js';
import { gradeCode } from '../../../src/grade/sandbox/index.js';
import { engine } from '../../grade/sandbox/engine.js';

const names = Object.keys(arrayExercises) as ArrayExerciseName[];

/** How the battery's findings end for an exercise's worked solution, after an edit. */
async function judged(name: ArrayExerciseName, edit: (text: string) => string): Promise<string> {
  const exercise = arrayExercises[name];
  const { exportName = '', solution } = exercise;
  const text = /^export /m.test(solution) ? solution : solution.replace(/^function/m, 'export function');
  const translated = await translate(edit(text), { file: 'answer.ts', exportName });
  if ('cannot' in translated) return translated.cannot;
  const result = gradeCode({ code: translated.code, exportName }, exercise, { quickjs: await engine() });
  if (result.kind === 'stopped') return result.message;
  const { outcome, findings } = result.grade;
  return outcome === 'passed' ? 'passed' : (findings.at(-1)?.message ?? '');
}

test.each(names)('the worked solution of %s passes in the sandbox', async (name) => {
  expect(await judged(name, (text) => text)).toBe('passed');
});

test.each(names)('the worked solution of %s, returning nothing, does not', async (name) => {
  expect(await judged(name, (text) => text.replace(/return /g, 'void '))).not.toBe('passed');
});
