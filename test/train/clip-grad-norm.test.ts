import type { Tensor } from '../../src/index.js';
import { add, clipGradNorm, gradNorm, sum, tensor } from '../../src/index.js';

function withGradients(...gradients: (Tensor | undefined)[]): Map<string, Tensor> {
  return new Map(
    gradients.map((gradient, i) => {
      const parameter = tensor(gradient ? [...gradient.data] : [1]);
      parameter.grad = gradient;
      return [`p${i}`, parameter];
    }),
  );
}
const gradientsOf = (parameters: Map<string, Tensor>): number[] =>
  [...parameters.values()].flatMap(({ grad }) => [...(grad?.data ?? [])]);

test('the norm is joint: over all parameters, those without a gradient counting as 0', () => {
  expect(gradNorm(withGradients(tensor([1, -2]), undefined, tensor([2])))).toBe(3);
  expect(gradNorm(new Map())).toBe(0);
});

test('long gradients keep their direction and get the length asked for, but for ε', () => {
  const parameters = withGradients(tensor([3, -1]), undefined, tensor([2]));
  const norm = Math.sqrt(14);
  expect(clipGradNorm(parameters, 0.5)).toBe(norm);
  const factor = 0.5 / (norm + 1e-6);
  [3, -1, 2].forEach((g, i) => expect(gradientsOf(parameters)[i]).toBeCloseTo(g * factor, 15));
  expect(gradNorm(parameters)).toBeCloseTo(0.5, 6);
  const coarse = withGradients(tensor([3, -1]));
  clipGradNorm(coarse, 1, { eps: 1 });
  expect(gradNorm(coarse)).toBeCloseTo(Math.sqrt(10) / (Math.sqrt(10) + 1), 14);
});

test('short gradients stay as they are, bit for bit', () => {
  const gradient = tensor([0.1, -0.7]);
  const parameters = withGradients(gradient);
  clipGradNorm(parameters, 5);
  expect(parameters.get('p0')?.grad).toBe(gradient);
});

test('two parameters that share one gradient are each scaled once', () => {
  const [a, b] = [tensor([1, 2]), tensor([3, 4])];
  sum(add(a, b)).backward();
  const parameters = new Map(Object.entries({ a, b }));
  clipGradNorm(parameters, 1, { eps: 0 });
  expect(gradNorm(parameters)).toBeCloseTo(1, 14);
});

test('an infinite norm makes NaN of infinite gradients, as in PyTorch', () => {
  const parameters = withGradients(tensor([Infinity, 1]));
  expect(clipGradNorm(parameters, 1)).toBe(Infinity);
  expect(gradientsOf(parameters)).toEqual([NaN, 0]);
  expect(clipGradNorm(withGradients(tensor([NaN])), 1)).toBeNaN();
});

test('a limit that is no number is refused', () => {
  expect(() => clipGradNorm(new Map(), NaN)).toThrow('clipGradNorm: expected maxNorm');
  expect(() => clipGradNorm(new Map(), 1, { eps: -1 })).toThrow('clipGradNorm: expected eps');
});
