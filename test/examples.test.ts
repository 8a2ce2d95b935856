import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import type * as Compiler from 'typescript';
import * as library from '../src/index.js';
import type { NDArray } from '../src/index.js';

const ts = createRequire(__filename)('typescript') as typeof Compiler;
const src = join(__dirname, '../src');
const rooms = ['tensor', 'autograd', 'norm', 'nn', 'transformer', 'train'];

/** An example of a docstring: the file it stands in, what it explains, and its code. */
interface Example {
  readonly file: string;
  readonly name: string;
  readonly code: string;
}

const examples: readonly Example[] = rooms.flatMap((room) =>
  readdirSync(join(src, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => examplesOf(join(room, file))),
);

function examplesOf(file: string): Example[] {
  const text = readFileSync(join(src, file), 'utf8');
  const comments = text.matchAll(/\/\*\*((?:(?!\*\/)[^])*)\*\/\s*([^\n]*)/g);
  return [...comments].flatMap(([, comment, declaration]) => {
    const lines = comment.split('\n').map((line) => line.replace(/^\s*\* ?/, ''));
    const start = lines.findIndex((line) => line.startsWith('@example'));
    if (start < 0) return [];
    const after = lines.slice(start + 1);
    const end = after.findIndex((line) => line.startsWith('@'));
    const name = /(?:function\*?|class|const) (\w+)/.exec(declaration)?.[1] ?? declaration;
    return [{ file, name, code: after.slice(0, end < 0 ? undefined : end).join('\n') }];
  });
}

/** What a comment says the statement before it gives: the value that it is, or that it ends in after words. */
function promised(comment: string): unknown {
  for (const { index } of comment.matchAll(/(?<=^|[:=] )\S/g)) {
    const text = comment.slice(index).replace(/'/g, '"');
    if (text === 'undefined') return undefined;
    try {
      return JSON.parse(text);
    } catch {
      // Words: the value may come later.
    }
  }
  return nothing;
}
const nothing = Symbol('no promise');

/** Runs an example and lists, for each statement with a comment that ends in a value, that value and the real one. */
function run({ file, code }: Example): { promise: unknown; comment: string; got: unknown }[] {
  const source = ts.createSourceFile('example.ts', code, ts.ScriptTarget.ES2022, true);
  const promises: { promise: unknown; comment: string }[] = [];
  const parts = source.statements.map((statement) => {
    const [range] = ts.getTrailingCommentRanges(code, statement.end) ?? [];
    const text = statement.getText(source);
    const comment = range ? code.slice(range.pos + 2, range.end).trim() : '';
    const promise = comment ? promised(comment) : nothing;
    if (promise === nothing) return text;
    promises.push({ promise, comment });
    if (ts.isExpressionStatement(statement)) return `seen.push(${statement.expression.getText(source)});`;
    const name = ts.isVariableStatement(statement)
      ? statement.declarationList.declarations[0].name.getText(source).replace(/\W/g, '')
      : 'undefined';
    return `${text}\nseen.push(${name});`;
  });
  const known = { ...library, ...jest.requireActual<object>(join(src, file)) };
  const { outputText } = ts.transpileModule(parts.join('\n'), {
    compilerOptions: { target: ts.ScriptTarget.ES2022 },
  });
  const seen: unknown[] = [];
  const call = compileFunction(`{ ${outputText} }`, [...Object.keys(known), 'seen']);
  const values: unknown[] = [...Object.values(known), seen];
  (call as (...given: unknown[]) => void)(...values);
  return promises.map((one, i) => ({ ...one, got: seen[i] }));
}

/** Whole numbers and texts must be met exactly, digits after the point as far as they are written. */
function expectAsWritten(got: unknown, promise: unknown, comment: string): void {
  const plain = isArray(got)
    ? library.toNested(got)
    : ArrayBuffer.isView(got)
      ? Array.from(got as Float64Array)
      : got;
  const numbers = (value: unknown): number[] =>
    typeof value === 'number' ? [value] : Array.isArray(value) ? value.flatMap(numbers) : [];
  const digits = Math.max(0, ...[...comment.matchAll(/\.(\d+)/g)].map(([, after]) => after.length));
  const tolerance = digits === 0 ? 1e-12 : 0.5 * Math.pow(10, -digits) + 1e-12;
  const [all, wanted] = [numbers(plain), numbers(promise)];
  if (wanted.length === 0) return expect(plain).toEqual(promise);
  expect(JSON.stringify(plain)?.replace(/-?[\d.]+(e[+-]\d+)?/g, '#')).toBe(
    JSON.stringify(promise).replace(/-?[\d.]+(e[+-]\d+)?/g, '#'),
  );
  all.forEach((value, i) => expect(Math.abs(value - wanted[i])).toBeLessThanOrEqual(tolerance));
}

function isArray(value: unknown): value is NDArray {
  return typeof value === 'object' && value !== null && 'data' in value && 'shape' in value;
}

test.each(examples.map((example) => [`${example.file}: ${example.name}`, example] as const))(
  '%s states a value, and gives it',
  (_, example) => {
    const values = run(example);
    expect(values).not.toEqual([]);
    for (const { promise, comment, got } of values) expectAsWritten(got, promise, comment);
  },
);

test('every function and class of the library has an example', () => {
  const callable = Object.entries(library).filter(([, value]) => typeof value === 'function');
  const explained = new Set(examples.map(({ name }) => name));
  expect(callable.map(([name]) => name).filter((name) => !explained.has(name))).toEqual([]);
});

test('an example that is wrong is found', () => {
  const wrong =
    (code: string): (() => void) =>
    () => {
      for (const { promise, comment, got } of run({ file: 'tensor/index.ts', name: '', code }))
        expectAsWritten(got, promise, comment);
    };
  wrong('tensor([1, 2]); // words, then: [1, 2]')();
  wrong('tensor(1 / 3); // 0.3333')();
  expect(wrong('tensor([1, 2]); // [1, 3]')).toThrow();
  expect(wrong('tensor([1, 2]); // [[1, 2]]')).toThrow();
  expect(wrong('tensor(1 / 3); // 0.3334')).toThrow();
  expect(wrong('nonsense(1);')).toThrow('nonsense is not defined');
  expect(wrong("formatShape([2]); // '[3]'")).toThrow();
});
