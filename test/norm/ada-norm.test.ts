import * as library from '../../src/index.js';
import { AdaNorm, adaNorm, tensor } from '../../src/index.js';
import { facts } from './facts/ada-norm.js';

test.each(Object.entries(facts))('adaNorm: %s', (_, check) => check(library));

test('AdaNorm hands its options on and has no parameters', () => {
  const x = tensor([[1, 2, 4]]);
  const options = { eps: 0.5, scale: 2, k: 0.3 };
  const norm = new AdaNorm(3, options);
  expect([norm.C, norm.options, norm.namedParameters().size]).toEqual([3, options, 0]);
  expect(norm.forward(x).data).toEqual(adaNorm({ x }, options).data);
  expect(new AdaNorm(3).forward(x).data).toEqual(adaNorm({ x }).data);
  expect(() => new AdaNorm(0)).toThrow('AdaNorm: expected at least one number to normalize over');
});
