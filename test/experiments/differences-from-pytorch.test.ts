import { differencesFromPyTorch, layerNormWith, pytorchLayerNorm } from '../../src/experiments/index.js';
import { add, div, layerNorm, mean, mul, sqrt, sub, sum } from '../../src/index.js';
import type { Tensor } from '../../src/index.js';

type Layer = Parameters<typeof differencesFromPyTorch>[0];
const features = { axis: -1, keepdims: true };
const right: Layer = (x, gamma, beta, eps) => layerNorm({ x, gamma, beta }, { eps });
const wrong: [string, Layer, string[]][] = [
  [
    'C − 1 for C',
    (x, gamma, beta, eps) => {
      const centred = sub(x, mean(x, features));
      const variance = div(sum(mul(centred, centred), features), x.shape[x.shape.length - 1] - 1);
      return add(mul(gamma, div(centred, sqrt(add(variance, eps)))), beta);
    },
    ['two-words', 'usual', 'eps-0.1', 'tiny-variance', 'constant-row'],
  ],
  ['its own ε', (x, gamma, beta) => layerNorm({ x, gamma, beta }), ['eps-0.1']],
  [
    'no β',
    (x, gamma, beta, eps) => add(layerNorm({ x, gamma }, { eps }), mul(0, beta)),
    pytorchLayerNorm.map(({ name }) => name),
  ],
  [
    'a way back of zeros',
    (x, gamma, beta, eps) => layerNormWith(({ g }: { g: Tensor }) => mul(g, 0), eps)(x, gamma, beta),
    pytorchLayerNorm.map(({ name }) => name),
  ],
];

test('the library agrees with every case', () => {
  const found = differencesFromPyTorch(right);
  expect(found.map(({ name, ok }) => [name, ok])).toEqual(pytorchLayerNorm.map(({ name }) => [name, true]));
});

test.each(wrong)('%s is found in the cases that are there for it', (_, layer, cases) => {
  const found = differencesFromPyTorch(layer).filter(({ ok }) => !ok);
  expect(found.map(({ name }) => name)).toEqual(cases);
});

test('a gradient that is not a number is not near PyTorch', () => {
  const layer: Layer = (x, gamma, beta, eps) => layerNormWith(({ g }) => mul(g, NaN), eps)(x, gamma, beta);
  for (const { dx, ok } of differencesFromPyTorch(layer)) expect([dx, ok]).toEqual([NaN, false]);
});
