import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readText } from '../../../src/cli/check/read.js';

const folder = mkdtempSync(join(tmpdir(), 'read '));
afterAll(() => rmSync(folder, { recursive: true }));

test('a file is read', () => {
  const path = join(folder, 'answer.ts');
  writeFileSync(path, 'export const f = 1;');
  expect(readText(path, 'answer.ts')).toBe('export const f = 1;');
});

test.each([
  ['inner', (path: string): void => mkdirSync(path), /inner is a folder.*--csv OUT/],
  ['none.ts', (): void => undefined, /none\.ts cannot be read/],
  ['link.ts', (path: string): void => symlinkSync('/', path), /link\.ts is a link/],
  [
    'marked.ts',
    (path: string): void => writeFileSync(path, '\uFEFFconst a = 1;', 'utf16le'),
    /marked\.ts is saved as UTF-16; save it as UTF-8/,
  ],
  ['unmarked.ts', (path: string): void => writeFileSync(path, 'const a = 1;', 'utf16le'), /saved as UTF-16/],
  ['large.ts', (path: string): void => writeFileSync(path, ' '.repeat(100_001)), /larger than 100 kB/],
])('%s is said to be none that can be graded', (name, make, cannot) => {
  const path = join(folder, name);
  make(path);
  expect(readText(path, name)).toEqual({ cannot: expect.stringMatching(cannot) as string });
});

test('an empty file and a marked one of UTF-8 are read', () => {
  const path = join(folder, 'short.ts');
  for (const text of ['', 'a', '\uFEFFa']) {
    writeFileSync(path, text);
    expect(readText(path, 'short.ts')).toBe(text);
  }
});
