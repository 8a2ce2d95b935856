import { Sandbox } from '../../../src/grade/sandbox/sandbox.js';
import { engine } from './engine.js';

/** What comes out of a function that is given [1, -0, NaN], after these lines were run beside it. */
async function after(lines: string, body = 'return [x, { a: x[1] }, "é"];'): Promise<unknown> {
  const sandbox = new Sandbox(await engine(), { left: 4000 });
  const loaded = sandbox.load(`${lines}\nexport function f(x) { ${body} }`, 'f');
  if (!loaded.ready) throw new Error(loaded.words);
  return sandbox.call([1, -0, NaN]);
}

const unharmed = [[1, -0, NaN], { a: -0 }, 'é'];

test.each([
  ['nothing patched', ''],
  [
    'Reflect',
    'for (const key of Reflect.ownKeys(Reflect)) if (typeof Reflect[key] === "function") Reflect[key] = () => 0;',
  ],
  [
    'Object',
    'Object.hasOwn = () => false; Object.defineProperty = () => 0; Object.getOwnPropertyDescriptor = () => 0;',
  ],
  [
    'Array',
    'Array.isArray = () => false; Array.prototype[Symbol.iterator] = () => { throw 1; }; Array.prototype.push = () => 0;',
  ],
  [
    'typed arrays',
    'const T = Object.getPrototypeOf(Float64Array.prototype); Object.defineProperty(T, "length", { get: () => 0 }); Object.defineProperty(T, "buffer", { get: () => 0 }); T.set = () => 0; globalThis.Float64Array = 0;',
  ],
  [
    'buffers',
    'ArrayBuffer.prototype.slice = () => 0; ArrayBuffer.isView = () => true; globalThis.ArrayBuffer = 0;',
  ],
  [
    'texts',
    'String.prototype.charCodeAt = () => 63; String.fromCharCode = () => "?"; String.prototype.slice = () => "?";',
  ],
  [
    'weak sets and maps',
    'WeakSet.prototype.has = () => true; WeakSet.prototype.add = () => 0; Map.prototype.get = () => [9]; Map.prototype.set = () => 0; Map.prototype.delete = () => 0;',
  ],
  [
    'functions',
    'Function.prototype.call = () => 0; Function.prototype.apply = () => 0; Function.prototype.bind = () => 0;',
  ],
  [
    'properties of every object',
    'const d = (value) => Object.assign(Object.create(null), { value, writable: true }); for (const key of ["get", "set", "value", "0", "then2"]) Object.defineProperty(Object.prototype, key, d(5));',
  ],
])('numbers pass as they are with %s patched', async (_name, lines) => {
  expect(await after(lines)).toStrictEqual(unharmed);
});

test('a patched species or iterator is never asked', async () => {
  const lines =
    'let asked = 0; class A extends Array { static get [Symbol.species]() { asked++; return Array; } *[Symbol.iterator]() { asked++; } }';
  expect(await after(lines, 'const y = new A(); y[0] = 7; return [y, asked];')).toEqual([[7], 0]);
});

test('a Proxy is known by whatever way it was made', async () => {
  for (const made of [
    'new Proxy([], {})',
    'Proxy.revocable([], {}).proxy',
    'Reflect.construct(Proxy, [[], {}])',
  ])
    await expect(after('', `return [${made}];`)).rejects.toThrow(/Proxy/);
});

test('what is taken from the frames of the caller is of no use', async () => {
  const lines = 'Error.prepareStackTrace = (_, frames) => frames;';
  const body =
    'const frames = new Error("x").stack; if (Array.isArray(frames)) for (const frame of frames) { try { frame.getFunction()(() => 9, new ArrayBuffer(16)); } catch {} } return [4];';
  expect(await after(lines, body)).toEqual([4]);
});
