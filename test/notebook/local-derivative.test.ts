import { runInNewContext } from 'node:vm';
import { bracketed, derivativeOf, formulaOf, symbolOf } from '../../src/notebook/local-derivative.js';

const none = (): boolean => false;

it('writes formulas with brackets only where they are needed', () => {
  expect(formulaOf({ op: 'add', inputs: ['gamma · xhat', 'beta'] })).toBe('gamma · xhat + beta');
  expect(formulaOf({ op: 'add', inputs: ['a − b', 'c'] })).toBe('(a − b) + c');
  expect(formulaOf({ op: 'mul', inputs: ['a + b', 'c'] })).toBe('(a + b) · c');
  expect(formulaOf({ op: 'sub', inputs: ['x', 'mean(x)'] })).toBe('x − mean(x)');
  expect(formulaOf({ op: 'pow', inputs: ['variance + ε'], exponent: -1 / 2 })).toBe('(variance + ε)^(−1/2)');
  expect(formulaOf({ op: 'pow', inputs: ['x'], exponent: 3 })).toBe('x^3');
  expect(formulaOf({ op: 'neg', inputs: ['x'] })).toBe('−x');
  expect(formulaOf({ op: 'tanh', inputs: ['a · b'] })).toBe('tanh(a · b)');
  expect(['x̂', '#7', 'f(x)', 'a b', '−x'].map(bracketed)).toEqual(['x̂', '#7', 'f(x)', '(a b)', '(−x)']);
});

it('has a short sign for each node, which takes a plain number along', () => {
  expect(symbolOf({ op: 'mul', inputs: ['a', 'b'] }, none)).toBe('×');
  expect(symbolOf({ op: 'add', inputs: ['variance', 'ε'] }, (n) => n === 1)).toBe('+ε');
  expect(symbolOf({ op: 'sub', inputs: ['1', 'x'] }, (n) => n === 0)).toBe('1−');
  expect(symbolOf({ op: 'pow', inputs: ['v'], exponent: -1 / 2 }, none)).toBe('1/√');
  expect(symbolOf({ op: 'pow', inputs: ['v'], exponent: 2 }, none)).toBe('^2');
  expect(symbolOf({ op: 'mean', inputs: ['x'] }, none)).toBe('mean');
});

/** Each operation with its function, so that its words are compared with a difference quotient. */
const functions: Record<string, (a: number, b: number) => number> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  neg: (a) => -a,
  sqrt: Math.sqrt,
  exp: Math.exp,
  log: Math.log,
  tanh: Math.tanh,
  pow: (a) => Math.pow(a, -1 / 2),
};

/** A formula of a, b and y in these words as a number. */
function valueOf(words: string, values: { a: number; b: number; y: number }): number {
  const code = words
    .replace(/·/g, '*')
    .replace(/−/g, '-')
    .replace(/\^/g, '**')
    .replace(/-(\w+) \//g, '-1*$1 /');
  return Number(runInNewContext(code, { ...values }));
}

it.each(Object.entries(functions))('says the derivative of %s that a small change has', (op, f) => {
  const [a, b, step] = [0.7, 1.9, 1e-6];
  const step1 = { op, inputs: ['a', 'b'], exponent: -1 / 2 };
  const quotients = [
    (f(a + step, b) - f(a - step, b)) / (2 * step),
    (f(a, b + step) - f(a, b - step)) / (2 * step),
  ];
  for (const n of f.length === 2 ? [0, 1] : [0]) {
    const words = derivativeOf(step1, n, 'y');
    expect(valueOf(words, { a, b, y: f(a, b) })).toBeCloseTo(quotients[n], 6);
  }
});

it('says in words what is no formula, and counts both factors of a square', () => {
  expect(derivativeOf({ op: 'mul', inputs: ['c', 'c'] }, 0, 'y')).toBe('2 · c');
  expect(derivativeOf({ op: 'mean', inputs: ['x'], count: 4 }, 0, 'y')).toBe('1/4 for each of the 4 numbers');
  expect(derivativeOf({ op: 'softmax', inputs: ['x'] }, 0, 'y')).toBe('as the backward of softmax says');
});
