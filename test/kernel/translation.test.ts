import * as ts from '@tslab/typescript-for-tslab';
import { withLiveVariables } from '../../src/kernel/cell-javascript.js';
import { completeness, namesMade, withoutExports } from '../../src/kernel/parsing.js';
import { awaitAsYield, iterate } from '../../src/kernel/pauses.js';

function translated(code: string): { text: string; pauses: boolean } {
  let pauses = false;
  const { outputText } = ts.transpileModule(`${code}\nexport {};`, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
    transformers: { before: [awaitAsYield(ts, () => (pauses = true))] },
  });
  return { text: outputText.replace('export {};', '').trim(), pauses };
}

test('await at the top becomes yield, in brackets, and inside functions stays', () => {
  expect(translated('const v = 1 + await (f());')).toEqual({
    text: 'const v = 1 + (yield (f()));',
    pauses: true,
  });
  const inner = 'const f = async () => await g();';
  expect(translated(inner)).toEqual({ text: inner, pauses: false });
  const method = translated('class A {\n    async m() { await x; }\n}');
  expect(method.pauses).toBe(false);
});

test('for await becomes the loop it stands for', () => {
  const { text, pauses } = translated('out: for await (const x of xs) { if (x) continue out; }');
  expect(pauses).toBe(true);
  expect(text).not.toContain('await');
  expect(text).toMatch(
    /const source_1 = iterate\(xs\);[^]*out: while[^]*const x = next_1\.value;[^]*finally/,
  );
});

test('for await reads promises of a plain list and generators alike', async () => {
  const steps = iterate([Promise.resolve(1), 2]);
  expect([await steps.next(), await steps.next(), await steps.next()]).toEqual([
    { done: false, value: 1 },
    { done: false, value: 2 },
    { done: true, value: undefined },
  ]);
  const generated = iterate(
    (async function* () {
      yield await Promise.resolve(3);
    })(),
  );
  expect(await generated.next()).toEqual({ done: false, value: 3 });
});

test('exported variables become accessors, and only the list at the end counts', () => {
  expect(
    withLiveVariables(
      'let a = 1;\nconst b = `\nexport { c };\n`;\nexport { a, b };\n//# sourceMappingURL=x.map',
    ),
  ).toBe(
    'bind({ a: [() => a, (value) => { a = value; }], b: [() => b, (value) => { b = value; }] });\nlet a = 1;\nconst b = `\nexport { c };\n`;\nexport {};',
  );
  expect(withLiveVariables('1;\nexport {};')).toBe('bind({  });\n1;\nexport {};\nexport {};');
});

test('export words are blanked out without moving anything', () => {
  const code =
    'export const a = 1;\nexport default function f() {}\nexport { a };\nconst s = "export const";\nexport default 5;';
  expect(withoutExports(ts, code)).toBe(
    '       const a = 1;\n               function f() {}\n             \nconst s = "export const";\n               5;',
  );
  expect(withoutExports(ts, `export * from 'x';`)).toBe(`export * from 'x';`);
});

test.each([
  ['1 + 1', 'complete'],
  ['', 'complete'],
  ['await (f())', 'complete'],
  ['await f', 'complete'],
  ['for await (const x of xs) {}', 'complete'],
  ['const f = <T>(x: T) => x', 'complete'],
  ['`open ${1}', 'incomplete'],
  ['/* open', 'incomplete'],
  ['f(1,', 'incomplete'],
  ['a +', 'incomplete'],
  ['class A {\n  m() {}', 'incomplete'],
  ['const = 3', 'invalid'],
  [')', 'invalid'],
])('%j is %s', (code, status) => {
  expect(completeness(ts, code).status).toBe(status);
});

test('the next line is indented as the last, and deeper after an opening bracket', () => {
  expect(completeness(ts, 'if (x) {')).toEqual({ status: 'incomplete', indent: '  ' });
  expect(completeness(ts, 'if (x) {\n  f(\n')).toEqual({ status: 'incomplete', indent: '    ' });
  expect(completeness(ts, 'if (x) {\n  y();')).toEqual({ status: 'incomplete', indent: '  ' });
});

test('the names that a cell makes are those at its top, also where it is wrong', () => {
  const names = (code: string): string[] => namesMade(ts, code);
  expect(
    names('function f(x) { const inside = 1; }\nif (a) { let b = 1; }\nfor (const c of d) e = 1;'),
  ).toEqual(['f']);
  expect(names('const [first, { second, third: [fourth] }, ...rest] = pair, größe = 3')).toEqual([
    'first',
    'second',
    'fourth',
    'rest',
    'größe',
  ]);
  expect(
    names("import all, { layerNorm, rmsNorm as rms } from 'x'; import * as every from 'y'; import 'z'"),
  ).toEqual(['all', 'layerNorm', 'rms', 'every']);
  expect(names('class A {} interface B {} type C = 1; enum D {} export async function* g() {}')).toEqual([
    'A',
    'B',
    'C',
    'D',
    'g',
  ]);
  expect(names('const a = (1;\nlet b = ]\nfunction f( {')).toEqual(['a', 'b', 'f']);
  expect(names('const = 3; function () {} // const c = 1')).toEqual([]);
  expect(names('')).toEqual([]);
});
