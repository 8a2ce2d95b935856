import { typeErrors } from '../../../src/cli/check/types.js';

test.each([
  ['unused names', 'const a = 1; function b(c: number): void {}'],
  ['unchecked indexing', 'export const f = (x: number[][]): number => x[5][7];'],
  ['a missing return', 'export function f(x: number): number | undefined { if (x > 0) return 1; }'],
  [
    'everything of ES2022',
    'export const f = (x: number[]) => [x.at(-1), Object.hasOwn({}, "a"), 2 ** 3, 1n];',
  ],
  ['the console', 'console.log(1, "a"); console.table([]);'],
])('%s is no error', (_name, text) => {
  expect(typeErrors(text)).toEqual([]);
});

test.each([
  ['export const f = (x) => x;', /^line 1: Parameter 'x' implicitly has an 'any' type/],
  ['\nconst a: string = 5;', /^line 2: Type 'number' is not assignable/],
  ['process.exit(0);', /Cannot find name 'process'/],
  ['document.title;', /Cannot find name 'document'/],
  ["import { a } from 'normlab';", /Cannot find module 'normlab'/],
])('%j is said', (text, words) => {
  expect(typeErrors(text)[0]).toMatch(words);
});

test('a module that may be imported is known', () => {
  const text = "import { mean } from 'normlab'; export const f = (x: number[]) => mean(x);";
  expect(typeErrors(text, 'normlab')).toEqual([]);
  expect(typeErrors("import { a } from 'fs';", 'normlab')).toHaveLength(1);
});

test('no more than five are said, and how many more there are', () => {
  const found = typeErrors(
    'const a: string = 5;\n'.replace('a', 'a0') +
      Array.from({ length: 8 }, (_, i) => `const b${i}: string = ${i};`).join('\n'),
  );
  expect(found).toHaveLength(6);
  expect(found[5]).toBe('and 4 more');
});
