import { agrees } from '../../src/grade/comparison.js';
import type { Standard } from '../../src/grade/comparison.js';
import { Failure } from '../../src/grade/exercise.js';
import { add, mul, tensor } from '../../src/index.js';
import type { Tensor } from '../../src/index.js';

type Inputs = readonly [Tensor];
type F = (x: Tensor) => Tensor;
const double: F = (x) => mul(x, 2);
const standard: Standard<Inputs, F> = {
  reference: double,
  parts: ['y'],
  wrong: [
    { name: 'square', says: 'That is the square.', candidate: (x) => mul(x, x) },
    { name: 'plus two', says: 'You add.', candidate: (x) => add(x, 2) },
  ],
  telling: [[tensor([5, 7])], [tensor([0])]],
};
const check = agrees<Inputs, F>(standard, {
  name: 'doubles',
  points: 1,
  inputs: () => [[tensor([3])]],
  hint: 'Twice is enough.',
});
const failureOf = (candidate: F): Failure => {
  try {
    check.run(candidate);
  } catch (error) {
    if (error instanceof Failure) return error;
  }
  throw new Error('expected a failure');
};

describe('a comparison', () => {
  it('passes what agrees, however it is written', () => {
    expect(() => check.run((x) => add(x, x))).not.toThrow();
  });

  it('names a known mistake, however it is written', () => {
    expect(failureOf((x) => mul(mul(x, x), 1))).toMatchObject({
      misconception: 'square',
      message: 'That is the square.',
    });
  });

  it('names it only if it agrees on every telling input', () => {
    const squareHere: F = (x) => (x.data.length === 1 ? mul(x, x) : mul(x, 7));
    expect(failureOf(squareHere)).toMatchObject({ misconception: 'other numbers' });
    expect(failureOf(squareHere).message).toBe('The numbers are not right yet. Twice is enough.');
  });

  it('shows input, expectation and result', () => {
    expect(failureOf((x) => mul(x, x)).shown).toEqual({ input: '[3]', expected: '[6]', got: '[9]' });
  });

  it('speaks of shape, dtype and missing numbers before it speaks of numbers', () => {
    expect(failureOf(() => tensor([[6]])).misconception).toBe('shape');
    expect(failureOf(() => tensor([6], { dtype: 'float32' })).misconception).toBe('dtype');
    expect(failureOf(() => tensor([Infinity])).misconception).toBe('not a number');
  });
});
