import { rowOf, rowsOf, tableText } from '../../../../src/cli/check/folder/row.js';
import type { Verdict } from '../../../../src/cli/check/verdict.js';
import { row } from './rows.js';

const passed: Verdict = {
  exercise: 'layer-norm',
  file: 'a.ts',
  seed: 7,
  outcome: 'passed',
  checks: 9,
  passed: 9,
  points: 100,
  findings: [],
  reason: '',
  typeErrors: [],
  seconds: 1,
};
const failing = { check: 'two', passed: false, misconception: 'no ε', message: 'Where\nis ε?' };

test('a right answer, a wrong one, one that stopped early, and one that cannot be graded', () => {
  const failed = { ...passed, outcome: 'failed', passed: 1, points: 10 } as const;
  expect(rowOf(passed, 'f')).toEqual(row());
  expect(rowOf({ ...failed, findings: [failing] }, 'f')).toMatchObject({
    points: '10',
    'checks passed': '1',
    misconception: 'no ε',
    message: 'Where is ε?',
  });
  expect(rowOf({ ...failed, reason: 'Your file imports fs.' }, 'f')).toMatchObject({
    misconception: 'before the first check',
    message: 'Your file imports fs.',
  });
  expect(rowOf({ ...passed, outcome: 'cannot be graded', points: 0, reason: 'No file.' }, 'f')).toMatchObject(
    { points: '', 'checks passed': '', misconception: '', message: 'No file.' },
  );
});

test("a learner's own words become no formula", () => {
  const verdict = { ...passed, file: '=cmd.ts', outcome: 'failed', reason: '\n=1+1' } as const;
  expect(rowOf(verdict, 'f')).toMatchObject({ file: "'=cmd.ts", message: ' =1+1' });
});

test('a table is read as it was written, twice over', () => {
  const rows = [row({ file: "'=cmd.ts" }), row({ message: 'a "b", c' })];
  expect(rowsOf(tableText(rows))).toEqual(rows);
  expect(tableText(rowsOf(tableText(rows)) ?? [])).toBe(tableText(rows));
});

test('another table is none of ours, and a row that was cut off is left out', () => {
  expect(rowsOf('name,grade\r\nAda,1\r\n')).toBeUndefined();
  expect(rowsOf('')).toBeUndefined();
  expect(rowsOf(`${tableText([row()])}b.ts,passed\r\n`)).toEqual([row()]);
});
