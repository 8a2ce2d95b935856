import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { answersIn } from '../../../../src/cli/check/folder/list.js';

const folder = mkdtempSync(join(tmpdir(), 'list '));
afterAll(() => rmSync(folder, { recursive: true }));

test('TypeScript files of a folder and of the folders in it, sorted', () => {
  const files = ['b.ts', 'a.ts', 'c/answer.ts', 'd/e/too-deep.ts', 'notes.txt', '._a.ts', '.git/x.ts'];
  for (const file of [...files, 'node_modules/y.ts']) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), '');
  }
  mkdirSync(join(folder, 'folder.ts'));
  expect(answersIn(folder)).toEqual(['a.ts', 'b.ts', 'c/answer.ts']);
});

test('what is no folder throws', () => {
  expect(() => answersIn(join(folder, 'a.ts'))).toThrow(/ENOTDIR/);
});
