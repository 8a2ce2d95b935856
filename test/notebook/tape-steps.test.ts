import { add, div, mean, mul, pow, sub, sum, tensor } from '../../src/index.js';
import type { Tensor } from '../../src/index.js';
import { stepsOf } from '../../src/notebook/tape-steps.js';

const x = tensor([[1, 2, 6]]);
const row = { axis: -1, keepdims: true };
const ops = (output: Tensor, named: readonly Tensor[] = [x], inputs: readonly Tensor[] = []): string[] =>
  stepsOf(output, (one) => [...named, ...inputs].includes(one), new Set(inputs)).map(({ op }) => op);

it('takes a sum and the division by its count for one mean, stretching for a part of an arrow', () => {
  expect(ops(sub(x, mean(x, row)))).toEqual(['', 'mean', 'sub']);
  expect(ops(mean(x))).toEqual(['', 'mean']);
});

it('leaves a sum that is divided by another number, or has a name, as it is', () => {
  expect(ops(div(sum(x, row), 2))).toEqual(['', 'sum', 'div']);
  const total = sum(x, row);
  expect(ops(div(total, 3), [x, total])).toEqual(['', 'sum', 'div']);
});

it('shows a stretched tensor that has a name', () => {
  const y = add(x, mean(x, row));
  const stretched = y.node?.inputs[1];
  expect(stretched?.node?.op).toBe('broadcastTo');
  expect(ops(y, [x, stretched!])).toEqual(['', 'mean', 'broadcastTo', 'add']);
});

it.each([-1 / 2, 1 / 2, 2, 3, -1, 0.3])('finds the exponent %p that the tape does not keep', (exponent) => {
  const [, step] = stepsOf(pow(x, exponent), (one) => one === x, new Set());
  expect(step.exponent).toBeCloseTo(exponent, 12);
});

it('goes no further than its inputs, and takes plain numbers for no step', () => {
  const c = sub(x, mean(x, row));
  expect(ops(mul(2, mul(c, c)), [x], [c])).toEqual(['', 'mul', 'mul']);
});

it('lists what a step needs before it', () => {
  const c = sub(x, mean(x, row));
  const steps = stepsOf(mul(c, pow(mean(mul(c, c), row), -1 / 2)), (one) => one === x, new Set());
  const place = new Map(steps.map(({ tensor: one }, n) => [one, n]));
  expect(steps).toHaveLength(7);
  steps.forEach(({ sources }, n) => sources.forEach((one) => expect(place.get(one)).toBeLessThan(n)));
});
