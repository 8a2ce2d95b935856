import {
  adaNorm,
  batchNorm,
  detachNorm,
  gradient,
  groupNorm,
  layerNorm,
  norms,
  rmsNorm,
  tensor,
} from '../../src/index.js';
import type { Tensor } from '../../src/index.js';

// Nothing is computed outside a test: a mutant that runs while tests are collected is tried on all of them.
const inputs = {
  x: tensor([
    [1, 2, 4, -3],
    [0.5, -1, 7, 2],
  ]),
  gamma: tensor([2, 3, -1, 0.5]),
  beta: tensor([1, 0, 5, -2]),
};
const { x, gamma } = inputs;
const dy = [
  [1, -2, 0.5, 3],
  [0.25, 1, -1, 2],
];

test.each([
  ['layerNorm', () => layerNorm(inputs, { eps: 0.5 })],
  ['rmsNorm', () => rmsNorm({ x, gamma }, { eps: 0.5 })],
  ['batchNorm', () => batchNorm(inputs, { eps: 0.5 })],
  ['groupNorm', () => groupNorm(inputs, { groups: 2, eps: 0.5 })],
  ['detachNorm', () => detachNorm(inputs, { detach: 'both', eps: 0.5 })],
  ['adaNorm', () => adaNorm({ x }, { eps: 0.5 })],
] as const)('the row %s of the registry computes what the function of that name computes', (name, apply) => {
  const [got, want] = [norms[name].apply(inputs, { eps: 0.5 }), apply()];
  const back = (y: Tensor): unknown => gradient(y, [x], { dy })[0].data;
  expect([got.data, back(got)]).toEqual([want.data, back(want)]);
});

test('there is no row that is not compared', () => {
  expect(Object.keys(norms)).toEqual([
    'layerNorm',
    'rmsNorm',
    'detachNorm',
    'adaNorm',
    'batchNorm',
    'groupNorm',
  ]);
});
