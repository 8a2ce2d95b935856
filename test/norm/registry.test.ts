import { layerNorm, norms, tensor } from '../../src/index.js';

test('a row of the registry computes what the function of that name computes', () => {
  const inputs = { x: tensor([[1, 2, 4]]), gamma: tensor([2, 3, -1]), beta: tensor([1, 0, 5]) };
  expect(norms.layerNorm.apply(inputs, { eps: 0.5 }).data).toEqual(layerNorm(inputs, { eps: 0.5 }).data);
});
