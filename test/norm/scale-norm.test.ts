import * as library from '../../src/index.js';
import { parameterChecks, ScaleNorm, scaleNorm, tensor } from '../../src/index.js';
import { facts } from './facts/scale-norm.js';

test.each(Object.entries(facts))('scaleNorm: %s', (_, check) => check(library));

test('ScaleNorm starts with γ = √C, or with the number it is given, and learns nothing else', () => {
  const norm = new ScaleNorm(9, { eps: 0.5, dtype: 'float32' });
  expect([norm.C, norm.eps, [...norm.namedParameters().keys()]]).toEqual([9, 0.5, ['gamma']]);
  expect(norm.gamma).toMatchObject({ shape: [1], data: Float32Array.of(3) });
  expect([new ScaleNorm(4).eps, new ScaleNorm(4, { gamma: 7 }).gamma.data]).toEqual([
    1e-5,
    Float64Array.of(7),
  ]);
  const x = tensor([[1, 2, 4]]);
  const short = new ScaleNorm(3, { gamma: 2, eps: 50 });
  expect(short.forward(x).data).toEqual(scaleNorm({ x, gamma: tensor([2]) }, { eps: 50 }).data);
});

test('the gradient of γ of ScaleNorm is that of differences', () => {
  const checks = parameterChecks(new ScaleNorm(3), tensor([[1, 2, 4]]));
  expect(checks.get('gamma')).toMatchObject({ ok: true });
});

test('ScaleNorm refuses a wrong size, ε or γ when it is made, and rows of another length', () => {
  expect(() => new ScaleNorm(0)).toThrow('ScaleNorm: expected at least one number to normalize over');
  expect(() => new ScaleNorm(2, { eps: NaN })).toThrow('ScaleNorm: expected eps to be 0');
  expect(() => new ScaleNorm(2, { gamma: NaN })).toThrow('ScaleNorm: expected gamma to be a number, got NaN');
  expect(() => new ScaleNorm(2).forward(tensor([1, 2, 3]))).toThrow(
    'ScaleNorm: expected x of shape [..., 2], got [3]',
  );
});
