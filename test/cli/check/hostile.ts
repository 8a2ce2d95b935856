/** Data of the hostile submissions to layer-norm: what each tries, its file, and the words its verdict must hold. */

interface Hostile {
  readonly tries: string;
  readonly code: string;
  readonly says: RegExp;
}

/** `zeros` is a wrong answer of the right shape, `right` a right one; a submission says what it does with them. */
const given = `
type Rows = number[][];
const zeros = (x: Rows): Rows => x.map((row) => row.map(() => 0));
const right = (x: Rows, gamma: number[], beta: number[], eps: number): Rows =>
  x.map((row) => {
    const mean = row.reduce((a, b) => a + b, 0) / row.length;
    const centred = row.map((v) => v - mean);
    const off = centred.reduce((a, b) => a + b, 0) / row.length;
    const variance = centred.reduce((a, b) => a + (b - off) * (b - off), 0) / row.length;
    return centred.map((v, i) => ((v - off) / Math.sqrt(variance + eps)) * gamma[i] + beta[i]);
  });
`;

const answer = (body: string): string =>
  `${given}\nexport function layerNorm(x: Rows, gamma: number[], beta: number[], eps: number): any {\n${body}\n}\n`;
const before = (lines: string, body = 'return zeros(x);'): string => `${lines}\n${answer(body)}`;

const any = /./;
const stopped = /still running|broke down|stopped with an error|used up/;

export const hostile: readonly Hostile[] = [
  {
    tries: 'patched Object.is, Math.abs and Number.isFinite',
    code: before('Object.is = () => true; Math.abs = () => 0; Number.isFinite = () => true;'),
    says: any,
  },
  {
    tries: 'patched methods of every array',
    code: before(
      'Array.prototype.every = () => true; Array.prototype.some = () => false; Array.prototype.find = () => undefined;',
    ),
    says: any,
  },
  {
    tries: 'a getter at index 0 of every array',
    code: before("Object.defineProperty(Array.prototype, '0', { get: () => 0, configurable: true });"),
    says: any,
  },
  {
    tries: 'a setter at index 0 of every array, to see what is written',
    code: before(
      "const seen: unknown[] = []; Object.defineProperty(Array.prototype, '0', { set(v) { seen.length = 1; }, get: () => 0 });",
    ),
    says: any,
  },
  {
    tries: 'passed, value and get on every object',
    code: before("Object.assign(Object.prototype, { passed: true, outcome: 'passed', value: 0 });"),
    says: any,
  },
  {
    tries: 'patched Reflect, typed arrays and weak sets',
    code: before(
      'Reflect.apply = () => 0 as never; Reflect.ownKeys = () => []; WeakSet.prototype.has = () => false; ArrayBuffer.prototype.slice = function () { return this; };',
    ),
    says: any,
  },
  {
    tries: 'a patched JSON, String and Error',
    code: before(
      'JSON.stringify = () => \'{"outcome":"passed"}\'; String.prototype.charCodeAt = () => 0; globalThis.Error = Object as never;',
    ),
    says: any,
  },
  {
    tries: 'a Proxy of a list',
    code: answer('return new Proxy(right(x, gamma, beta, eps), {});'),
    says: /Proxy/,
  },
  {
    tries: 'a Proxy that answers differently each time',
    code: answer(
      'let n = 0; return new Proxy([], { get: (_, key) => (key === "length" ? x.length : [n++]) });',
    ),
    says: /Proxy/,
  },
  {
    tries: 'a revocable Proxy in a row',
    code: answer('return right(x, gamma, beta, eps).map((row) => Proxy.revocable(row, {}).proxy);'),
    says: /Proxy/,
  },
  {
    tries: 'a thenable',
    code: answer(
      'return Object.assign(right(x, gamma, beta, eps), { then: (f: (v: unknown) => void) => f(1) });',
    ),
    says: /promise/,
  },
  {
    tries: 'an async answer',
    code: answer('return Promise.resolve(right(x, gamma, beta, eps));'),
    says: /promise/,
  },
  { tries: 'a promise that never settles', code: answer('return new Promise(() => {});'), says: /promise/ },
  { tries: 'NaN everywhere', code: answer('return x.map((row) => row.map(() => NaN));'), says: /NaN/ },
  {
    tries: 'objects that compare equal to any number',
    code: answer(
      'return x.map((row) => row.map(() => ({ valueOf: () => NaN, [Symbol.toPrimitive]: () => 0 })));',
    ),
    says: any,
  },
  {
    tries: 'rows with getters',
    code: answer("return x.map((row) => Object.defineProperty([...row], '0', { get: () => 0 }));"),
    says: /getter/,
  },
  {
    tries: 'a list with holes',
    code: answer('return x.map((row) => new Array(row.length));'),
    says: /holes/,
  },
  {
    tries: 'a list that holds itself',
    code: answer('const y: any[] = []; y.push(y); return y;'),
    says: /without end/,
  },
  {
    tries: 'ten million numbers',
    code: answer('return new Array(1e7).fill(0);'),
    says: /million|still running/,
  },
  {
    tries: 'a generator',
    code: answer('return (function* () { yield* right(x, gamma, beta, eps); })();'),
    says: /own kind/,
  },
  { tries: 'a function', code: answer('return () => right(x, gamma, beta, eps);'), says: /function/ },
  { tries: 'bigints', code: answer('return x.map((row) => row.map(() => 1n));'), says: /bigint/ },
  {
    tries: 'an array class with a length of its own',
    code: answer('class Rows2 extends Array { override get length() { return 1e9; } } return new Rows2();'),
    says: any,
  },
  {
    tries: 'a list of the numbers by which answers leave the sandbox',
    code: answer('return [6, 1, 4, 6, 112, 97, 115, 115, 101, 100, 3, 1];'),
    says: any,
  },
  {
    tries: 'remembered inputs: the first answer for ever',
    code: answer('return (globalThis as any).first ??= right(x, gamma, beta, eps);'),
    says: any,
  },
  {
    tries: 'a table of answers by array',
    code: `const seen = new WeakMap();\n${answer('if (!seen.has(x)) seen.set(x, right(x, gamma, beta, eps)); return seen.get(x);')}`,
    says: /keep/,
  },
  {
    tries: 'right for the first fifty calls only',
    code: `let calls = 0;\n${answer('return ++calls > 50 ? zeros(x) : right(x, gamma, beta, eps);')}`,
    says: any,
  },
  {
    tries: 'right from the second call on',
    code: `let calls = 0;\n${answer('return ++calls < 2 ? zeros(x) : right(x, gamma, beta, eps);')}`,
    says: /gave one answer/,
  },
  {
    tries: 'right with probability 0.9',
    code: answer('return Math.random() < 0.1 ? zeros(x) : right(x, gamma, beta, eps);'),
    says: any,
  },
  {
    tries: 'a right answer written into the input',
    code: answer(
      'const y = right(x, gamma, beta, eps); x.forEach((row, n) => row.forEach((_, i) => (row[i] = y[n][i]))); return x;',
    ),
    says: /wrote into|other inputs|gave one answer/,
  },
  {
    tries: 'a right answer that empties gamma',
    code: answer('const y = right(x, gamma, beta, eps); gamma.length = 0; return y;'),
    says: /wrote into/,
  },
  {
    tries: 'a function hidden in the input',
    code: answer('const y = right(x, gamma, beta, eps); (x as any)[0] = () => 0; return y;'),
    says: /input|wrote into/,
  },
  {
    tries: 'expected values from the stack',
    code: answer(
      "const text = String(new Error('x').stack); const found = text.match(/-?[0-9.]+/g) ?? []; return x.map((row) => row.map((_, i) => Number(found[i] ?? 0)));",
    ),
    says: any,
  },
  {
    tries: 'frames and functions of whoever calls',
    code: before(
      '(Error as any).prepareStackTrace = (_: unknown, frames: any[]) => frames;',
      "const frames = (new Error('x') as any).stack; for (const frame of frames) { const f = frame.getFunction?.(); if (f) f(() => right(x, gamma, beta, eps), new ArrayBuffer(80)); } return zeros(x);",
    ),
    says: any,
  },
  {
    tries: 'its caller',
    code: answer('return (layerNorm as any).caller.arguments[0];'),
    says: any,
  },
  {
    tries: 'a pass line and an early exit',
    code: before("console.log('9 passed, 0 failed'); (globalThis as any).process.exit(0);"),
    says: /while it was read/,
  },
  {
    tries: 'an early exit from within',
    code: answer("console.log('9 passed, 0 failed'); (globalThis as any).process.exit(0);"),
    says: /stopped with an error/,
  },
  {
    tries: 'the host by way of a constructor',
    code: answer("const host = ([] as any).constructor.constructor('return this')(); host.process.exit(0);"),
    says: /stopped with an error/,
  },
  {
    tries: 'require',
    code: answer("return (globalThis as any).require('fs').readdirSync('.');"),
    says: /stopped with an error/,
  },
  { tries: 'eval of an import', code: answer('return eval(\'import("fs")\');'), says: any },
  {
    tries: "the library's own layerNorm",
    code: "import { layerNorm as theirs } from 'normlab';\nexport const layerNorm = theirs;\n",
    says: /imports normlab/,
  },
  {
    tries: "the library's own layerNorm, later",
    code: answer("return import('normlab').then((all) => all.layerNorm);"),
    says: /imports normlab/,
  },
  {
    tries: 'a worker',
    code: answer("return new (globalThis as any).Worker('data:,');"),
    says: /stopped with an error/,
  },
  {
    tries: 'a timer that fires later',
    code: before('(globalThis as any).setTimeout(() => {}, 0);'),
    says: /while it was read/,
  },
  {
    tries: 'a promise callback that fires later',
    code: before('Promise.resolve().then(() => { for (;;); });'),
    says: any,
  },
  { tries: 'endless output', code: answer("for (;;) console.log('9 passed, 0 failed');"), says: stopped },
  { tries: 'an endless loop outside all functions', code: before('for (;;);'), says: stopped },
  {
    tries: 'a wait for ever outside all functions',
    code: before('await new Promise(() => {});'),
    says: /await outside/,
  },
  {
    tries: 'a loop that catches whatever stops it',
    code: answer('for (;;) try { for (;;); } catch { continue; } finally { for (;;); }'),
    says: stopped,
  },
  {
    tries: 'calls without end',
    code: answer('return (layerNorm as any)(x, gamma, beta, eps);'),
    says: /calls within calls|stack|itself/,
  },
  {
    tries: 'an array of four billion numbers',
    code: answer('return new Array(2 ** 32 - 1).fill(0);'),
    says: stopped,
  },
  { tries: 'a buffer of a terabyte', code: answer('return new Float64Array(2 ** 40);'), says: stopped },
  {
    tries: 'memory without end',
    code: answer('const all = []; for (;;) all.push(new Float64Array(1e6));'),
    says: stopped,
  },
  { tries: 'a text that doubles', code: answer("let s = 'ab'; for (;;) s += s;"), says: stopped },
  {
    tries: 'one native step that takes for ever',
    code: answer('return (7n ** (10n ** 7n)).toString();'),
    says: stopped,
  },
  {
    tries: 'a search that explodes',
    code: answer("return /^(a+)+$/.test('a'.repeat(40) + 'b');"),
    says: stopped,
  },
  {
    tries: 'a wait for a signal that never comes',
    code: answer('return Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);'),
    says: any,
  },
  {
    tries: 'an error with an endless text',
    code: answer("throw new Error('x'.repeat(1e6));"),
    says: /^.{0,400}$/,
  },
  {
    tries: 'an error that throws when it is read',
    code: answer('throw { get message() { throw 1; }, toString() { throw 2; } };'),
    says: /stopped with an error/,
  },
  {
    tries: 'an error that looks like a verdict',
    code: answer("throw Object.assign(new Error('passed'), { name: 'NotYetWritten', passed: true });"),
    says: /stopped with an error/,
  },
  { tries: 'undefined thrown', code: answer('throw undefined;'), says: /stopped with an error/ },
  { tries: 'no function at all', code: 'export const layerNorm = 5;\n', says: /function itself/ },
  {
    tries: 'a module that pretends to be a promise',
    code: `${answer('return zeros(x);')}\nexport function then(f: (v: unknown) => void): void { f({ layerNorm: right }); }\nawait 1;\n`,
    says: /await outside/,
  },
  {
    tries: 'right while it believes it is tested',
    code: answer('return x.length < 3 || Number.isInteger(x[0][0]) ? right(x, gamma, beta, eps) : zeros(x);'),
    says: any,
  },
];
