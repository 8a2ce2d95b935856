import { Refused } from '../../../src/grade/sandbox/refused.js';
import { Sandbox } from '../../../src/grade/sandbox/sandbox.js';
import { engine } from './engine.js';

async function loaded(code: string): Promise<Sandbox> {
  const sandbox = new Sandbox(await engine(), { left: 4000 });
  const result = sandbox.load(code, 'f');
  if (!result.ready) throw new Error(result.words);
  return sandbox;
}

test('numbers go in and come out exactly', async () => {
  const sandbox = await loaded('export const f = (x) => x.map((v) => [v, 1 / v]);');
  expect(sandbox.call([-0, NaN, 0.1])).toStrictEqual([
    [-0, -Infinity],
    [NaN, NaN],
    [0.1, 10],
  ]);
  sandbox.dispose();
});

test('typed arrays, nested objects, texts and instances come out as plain data', async () => {
  const sandbox = await loaded(
    'class R { dx = [Float64Array.of(1, 2)] } export const f = () => [new R(), "γ", null, undefined, true];',
  );
  expect(sandbox.call()).toStrictEqual([{ dx: [[1, 2]] }, 'γ', null, undefined, true]);
});

test('what is written into an input is written here as well, and known', async () => {
  const sandbox = await loaded('export const f = (x, o) => { x[1].length = 1; o.a = 5; return 0; };');
  const [x, o] = [[[1], [2, 3]], { a: 4 }];
  expect(sandbox.call(x, o)).toBe(0);
  expect([x, o, sandbox.wroteIntoInput]).toEqual([[[1], [2]], { a: 5 }, true]);
});

test('an array that is handed in again is the same array inside', async () => {
  const sandbox = await loaded(
    'let last; export const f = (x) => { const same = x === last; last = x; return [same, x[0]]; };',
  );
  const x = [1];
  sandbox.call(x);
  x[0] = 2;
  expect(sandbox.call(x)).toEqual([true, 2]);
  expect(sandbox.call([2])).toEqual([false, 2]);
});

test('functions of numbers can be called from inside, and their errors caught', async () => {
  const sandbox = await loaded(
    'export const f = (g, x) => { try { return g(x) + 1; } catch (error) { return error.message; } };',
  );
  const g = (x: number[]): number => {
    if (x.length !== 2) throw new Error('expected two numbers');
    return x[0] * x[1];
  };
  expect(sandbox.call(g, [3, 4])).toBe(13);
  expect(sandbox.call(g, [3])).toBe('expected two numbers');
});

test('a function that was handed in cannot be called later', async () => {
  const sandbox = await loaded(
    'let kept; export const f = (g) => { kept ??= g; try { return kept([1]); } catch (error) { return error.message; } };',
  );
  sandbox.call(() => 1);
  expect(sandbox.call()).toMatch(/only be called while/);
});

test('calls from inside are counted, and too many are refused', async () => {
  const sandbox = await loaded(
    'export const f = (g) => { let n = 0; for (let i = 0; i < 20500; i++) try { g(1); n++; } catch {} return n; };',
  );
  expect(sandbox.call(() => 1)).toBe(20_000);
  expect(sandbox.refusal?.why).toBe('too many calls');
});

test.each([
  ['() => () => 1', 'a function'],
  ['() => new Proxy([], {})', 'a proxy'],
  ['async () => 1', 'a promise'],
  ['() => ({ then() {} })', 'a promise'],
  ['() => ({ get a() { return 1; } })', 'a getter'],
  ['() => [, 1]', 'holes'],
  ['() => { const a = []; a[0] = a; return a; }', 'deep'],
  ['() => new Float64Array(2e6)', 'huge'],
  ['() => new Map([[1, 2]])', 'an object'],
  ['() => [1n]', 'a bigint'],
  ['() => Symbol()', 'a symbol'],
  ['(x) => { x[0] = () => 1; return 1; }', 'input spoiled'],
])('%s is refused as %s', async (code, why) => {
  const sandbox = await loaded(`export const f = ${code};`);
  expect(() => sandbox.call([1])).toThrow(Refused);
  expect(sandbox.refusal?.why).toBe(why);
});

test.each([
  ['throw new TypeError("no rows")', 'no rows'],
  ['throw undefined', 'undefined'],
  ['throw { get message() { throw 1; } }', 'an error without words'],
  ['throw new Error("x".repeat(1e5))', 'x'.repeat(300)],
  ['return f()', 'Maximum call stack size exceeded'],
])('%s comes out as its words', async (code, words) => {
  const sandbox = await loaded(`export function f() { ${code}; }`);
  let said = '';
  try {
    sandbox.call();
  } catch (error) {
    said = error instanceof Error ? error.message : '';
  }
  // In a thread with little room for calls the engine itself stops first.
  expect([words, new Refused('crash').message]).toContain(said);
});

test('an error says the line that the learner wrote, also outside all functions', async () => {
  const sandbox = new Sandbox(await engine(), { left: 4000 });
  const lineOf = (line: number): number => line + 100;
  sandbox.load('export const f = () => {\n  undefined.x;\n};', 'f', lineOf);
  expect(() => sandbox.call()).toThrow(/\(line 102\)$/);
  const other = new Sandbox(await engine(), { left: 4000 });
  expect(other.load('null.x; export const f = 1;', 'f', lineOf)).toMatchObject({
    words: expect.stringMatching(/\(line 101\)$/) as string,
  });
});

test('an endless loop is stopped when its work is done, and so is every call after it', async () => {
  const sandbox = await loaded('export const f = (n) => { for (;;) try { for (;;); } catch {} };');
  expect(() => sandbox.call(1)).toThrow(/still running/);
  expect(() => sandbox.call(0)).toThrow(/still running/);
  expect(sandbox.refusal?.why).toBe('never ends');
});

test('nothing of the host exists inside', async () => {
  const sandbox = await loaded(
    'export const f = () => ["process", "require", "setTimeout", "fetch", "Worker", "WebAssembly", "Buffer", "module"].filter((name) => name in globalThis);',
  );
  expect(sandbox.call()).toEqual([]);
});

test.each([
  ['throw new Error("early"); export const f = 1;', /^early$/],
  ['throw 5; export const f = 1;', /^5$/],
  ['import { a } from "fs"; export const f = a;', /fs/],
  ['await 1; export const f = () => 1;', /await/],
  ['await new Promise(() => {}); export const f = 1;', /await/],
])('a module that does not come says why: %s', async (code, words) => {
  await expect(loaded(code)).rejects.toThrow(words);
});

test('the type of what is exported is known before it is called', async () => {
  expect((await loaded('export const f = 5;')).type).toBe('number');
  expect((await loaded('export const g = 5;')).type).toBe('undefined');
});

test('an answer given before is changed here where it is changed inside', async () => {
  const sandbox = await loaded('const y = []; export const f = (x) => { y[0] = x[0]; return y; };');
  const first = sandbox.call([1]);
  expect(sandbox.call([2])).toEqual([2]);
  expect(first).toEqual([2]);
});

test('data can be copied inside as elsewhere, and what is no data cannot', async () => {
  const copying =
    'const x = { a: [1, Float64Array.of(2)], m: new Map([[1, new Set([3])]]), d: new Date(5) }; x.itself = x; const y = structuredClone(x);';
  const seen =
    '[y !== x, y.itself === y, y.a, y.a[1] !== x.a[1], y.m.get(1).has(3), y.d.getTime(), structuredClone(undefined)]';
  const sandbox = await loaded(`${copying} export const f = () => ${seen};`);
  expect(sandbox.call()).toEqual([true, true, [1, [2]], true, true, 5, undefined]);
  const other = await loaded('export const f = () => structuredClone([() => 1]);');
  expect(() => other.call()).toThrow(/cannot be cloned/);
});
