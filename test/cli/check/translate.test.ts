import { translate } from '../../../src/cli/check/translate.js';
import type { Translated } from '../../../src/cli/check/translate.js';

const f = (text: string, mayImport?: 'normlab'): Promise<Translated> =>
  translate(text, { file: 'answer.ts', exportName: 'f', mayImport });
const why = async (text: string): Promise<string> => {
  const result = await f(text);
  return 'cannot' in result ? result.cannot : '';
};

test('types are gone, enums and parameter properties work, nothing is run', async () => {
  const result = await f(
    'enum E { A } export function f(x: number[]): number { return x[E.A]!; } throw new Error();',
  );
  expect('code' in result && result.code).toMatch(/function f\(x\) \{/);
});

test.each([
  ['export function f() {}'],
  ['export const f = () => 1;'],
  ['const g = 1; export { g as f };'],
  ['export let f; f = () => 1;'],
  ['\uFEFFexport function f() {}\r\n'],
])('%j has the export', async (text) => {
  expect(await why(text)).toBe('');
});

test.each([
  ['function f() {}', /no export f: it exports nothing\. Write export in front of f\./],
  ['export function g() {}', /it exports g\. Name your function f/],
  ['export default function f() {}', /it exports default\. Leave out default: export function f\./],
  ['module.exports = { f: () => 1 };', /Write export function f in place of what Node calls exports/],
  ['exports.f = () => 1;', /Write export function f/],
  ['const f = () => 1; export default f;', /Write export in front of f/],
  ['export type f = number;', /no export f/],
  ['', /it exports nothing/],
  ['export function f( {', /does not parse\. Line 1: /],
  ['const a = 1;\nconst b = ;\nexport const f = 1;', /Line 2: .*const b = ;/],
])('%j cannot be graded', async (text, words) => {
  expect(await why(text)).toMatch(words);
});

test('imports are known, those of types alone are none', async () => {
  const text = "import type { A } from 'a'; import { b } from 'b'; export const f = () => [b, import('c')];";
  expect(await f(text)).toMatchObject({ imports: ['b', 'c'] });
});

test('the library comes into the file where it is allowed, and only what is used of it', async () => {
  const text = "import { sameShape } from 'normlab'; export const f = () => sameShape([1], [1]);";
  expect(await f(text)).toMatchObject({ imports: ['normlab'] });
  const inside = await f(text, 'normlab');
  expect(inside).toMatchObject({ imports: [], code: expect.stringMatching(/function sameShape/) as string });
  expect('code' in inside && inside.code.length).toBeLessThan(50_000);
});

test.each([
  ["import 'node:fs';"],
  ["import * as all from './other.js'; console.log(all);"],
  ["import { exercises } from 'normlab/grade'; console.log(exercises);"],
  ["import a from 'data:text/javascript,export default 1'; console.log(a);"],
  ["export * from '/etc/passwd';"],
  ["console.log(import('normlab/plot'));"],
  ["console.log(require('fs'));"],
])('nothing else comes in: %s', async (line) => {
  const result = await f(`${line}\nexport const f = 1;`, 'normlab');
  expect('imports' in result && result.imports).toHaveLength(1);
});
