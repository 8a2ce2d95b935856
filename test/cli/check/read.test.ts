import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSubmission, translate } from '../../../src/cli/check/read.js';

const folder = mkdtempSync(join(tmpdir(), 'read '));
afterAll(() => rmSync(folder, { recursive: true }));
const why = (text: string): string => {
  const result = translate(text, 'answer.ts', 'f');
  return 'cannot' in result ? result.cannot : '';
};

test('types are gone, enums and parameter properties work, nothing is run', () => {
  const result = translate(
    'enum E { A } export function f(x: number[]): number { return x[E.A]!; } throw new Error();',
    'answer.ts',
    'f',
  );
  expect('code' in result && result.code).toMatch(/function f\(x\) \{/);
});

test.each([
  ['export function f() {}'],
  ['export const f = () => 1;'],
  ['const g = 1; export { g as f };'],
  ['export let f; f = () => 1;'],
  ['\uFEFFexport function f() {}\r\n'],
])('%j has the export', (text) => {
  expect(why(text)).toBe('');
});

test.each([
  ['function f() {}', /no export f: it exports nothing\. Write export in front of f\./],
  ['export function g() {}', /it exports g\. Name your function f/],
  ['export default function f() {}', /it exports default\. Write export/],
  ['export type f = number;', /no export f/],
  ['', /it exports nothing/],
  ['export function f( {', /does not parse\. Line 1: /],
  ['const a = 1;\nconst b = ;\nexport const f = 1;', /Line 2: .*const b = ;/],
])('%j cannot be graded', (text, words) => {
  expect(why(text)).toMatch(words);
});

test('imports are known, those of types alone are none', () => {
  const text = "import type { A } from 'a'; import { b } from 'b'; export const f = () => [b, import('c')];";
  expect(translate(text, 'answer.ts', 'f')).toMatchObject({ imports: ['b', 'c'] });
});

test('a file is read, and what is no file is said to be none', () => {
  const path = join(folder, 'answer.ts');
  writeFileSync(path, 'export const f = 1;');
  mkdirSync(join(folder, 'inner'));
  expect(readSubmission(path, 'answer.ts', 'f')).toMatchObject({ text: 'export const f = 1;' });
  expect(readSubmission(join(folder, 'inner'), 'inner', 'f')).toMatchObject({
    cannot: expect.stringMatching(/folder/) as string,
  });
  expect(readSubmission(join(folder, 'none.ts'), 'none.ts', 'f')).toMatchObject({
    cannot: expect.stringMatching(/cannot be read/) as string,
  });
});

test('a file of more than a megabyte is not read', () => {
  const path = join(folder, 'large.ts');
  writeFileSync(path, ' '.repeat(1_000_001));
  expect(readSubmission(path, 'large.ts', 'f')).toMatchObject({
    cannot: expect.stringMatching(/megabyte/) as string,
  });
});
