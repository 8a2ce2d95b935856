import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { answersIn, leftOutLines } from '../../../../src/cli/check/folder/list.js';

const folder = mkdtempSync(join(tmpdir(), 'list '));
afterAll(() => rmSync(folder, { recursive: true }));

test('TypeScript files of a folder and of the folders in it, sorted', () => {
  const files = ['b.ts', 'a.ts', 'c/answer.ts', 'd/e/too-deep.ts', 'e.TS', 'f.ts.txt', '._a.ts', '.git/x.ts'];
  for (const file of [...files, 'node_modules/y.ts']) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), '');
  }
  mkdirSync(join(folder, 'folder.ts'));
  expect(answersIn(folder)).toEqual({
    answers: ['a.ts', 'b.ts', 'c/answer.ts'],
    leftOut: ['d/e/', 'e.TS', 'f.ts.txt'],
  });
});

test('what is no folder throws', () => {
  expect(() => answersIn(join(folder, 'a.ts'))).toThrow(/ENOTDIR/);
});

test('what is left out is said, with five names at most', () => {
  expect(leftOutLines([])).toEqual([]);
  expect(leftOutLines(['ada.js'])[0]).toMatch(/^1 left out, since only \.ts files .* graded: ada\.js\.$/);
  expect(leftOutLines([...'abcdefg'])[0]).toMatch(/: a, b, c, d, e, 2 more\.$/);
});
