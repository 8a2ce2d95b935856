import * as ts from '@tslab/typescript-for-tslab';
import { typesAt } from '../../src/kernel/types-at.js';

const library = `interface Array<T> { length: number; [place: number]: T }
interface ReadonlyArray<T> { length: number; [place: number]: T }
interface Typed { [place: number]: number }
interface Tensor { data: Typed }
type Row = readonly number[];
declare const row: number[], alias: Row, x: number[][], typed: Typed, t: Tensor, text: string, either: Tensor | number;
`;

/** The types at the first place of the part in the code. */
function typesOf(code: string, part: string): string[] {
  const text = library + code;
  const file = ts.createSourceFile('a.ts', text, ts.ScriptTarget.ES2022, true);
  const host: ts.CompilerHost = {
    ...ts.createCompilerHost({}),
    getSourceFile: (name) => (name === 'a.ts' ? file : undefined),
  };
  const checker = ts.createProgram(['a.ts'], { noLib: true, types: [] }, host).getTypeChecker();
  const from = text.indexOf(part, library.length);
  return typesAt(ts, { checker, file }, from, from + part.length);
}

test.each([
  ['const a = 2 * row;', 'row', ['2', 'number[]']],
  ['row + x', 'row + x', ['number[]', 'number[][]']],
  ['const a = row + (x);', 'row + (x)', ['number[]', 'number[][]']],
  ['const a = (t) - alias;', '(t)', ['Tensor', 'number[]']],
  ['const a = typed - text;', 'text', ['number[]', 'string']],
  ['let s = 1; s += either;', 's += either', ['number', 'number | Tensor']],
  ['const a = f(3 * (row - 1));', 'row', ['number[]', '1']],
])('in %j the sign at %j stands between its two sides', (code, part, types) => {
  expect(typesOf(code, part)).toEqual(types);
});

test('a property has the type of what stands before its dot', () => {
  expect(typesOf('x.shape', 'shape')).toEqual(['number[][]']);
  expect(typesOf('t.data.sum()', 'sum')).toEqual(['number[]']);
  expect(typesOf('x[0].mean', 'mean')).toEqual(['number[]']);
  expect(typesOf('x.shape', 'x')).toEqual([]);
});

test('other places have no types, nor has the whole of a file', () => {
  expect(typesOf('const a: number = row;', 'a')).toEqual([]);
  expect(typesOf('f(row);', 'row')).toEqual([]);
  expect(typesOf('const a = x[:, 0];', ':')).toEqual([]);
  expect(typesOf('const a = [', 'const a = [')).toEqual([]);
});
