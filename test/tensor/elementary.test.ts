import * as elementary from '../../src/tensor/elementary.js';
import { bitsOf } from './bits.js';

/** The same on Node 20.20, on Node 24.21 and in a browser; measured once, frozen since. */
const frozen: [keyof typeof elementary, number[], string][] = [
  ['exp', [-1.3], '3fd17129308ce281'],
  ['log', [3.7], '3ff4eeee650ae550'],
  ['tanh', [0.7], '3fe356fb17af2e91'],
  ['erf', [0.9], '3fe98045a6c8a2e6'],
  ['pow', [2.3, -1.7], '3fcf10a9e3b24f3f'],
  ['sin', [11.1], 'bfefd35ff30fa010'],
  ['cos', [11.1], '3fbaaf3656740158'],
  ['expm1', [1e-3], '3f506466dfb8cf3a'],
  ['log1p', [1e-3], '3f5060354f8c3ebf'],
];

test.each(frozen)('%s gives the same bits on every machine', (name, [x, y], bits) => {
  const f: (x: number, y: number) => number = elementary[name];
  expect(bitsOf(f(x, y))).toBe(bits);
});

test('no function is left without frozen bits', () => {
  expect(frozen.map(([name]) => name).sort()).toEqual(Object.keys(elementary).sort());
});

test.each([
  ['exp', Math.exp],
  ['tanh', Math.tanh],
  ['sin', Math.sin],
  ['cos', Math.cos],
  ['expm1', Math.expm1],
] as const)('%s is within two roundings of the engine', (name, native) => {
  for (let x = -20; x <= 20; x += 0.0371)
    expect(Math.abs(elementary[name](x) - native(x))).toBeLessThanOrEqual(
      4.5e-16 * Math.max(Math.abs(native(x)), 1e-3),
    );
});
