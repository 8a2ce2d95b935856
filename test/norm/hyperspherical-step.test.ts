import * as library from '../../src/index.js';
import { gradientCheck, HypersphericalStep, tensor } from '../../src/index.js';
import type { Tensor } from '../../src/index.js';
import { facts } from './facts/hyperspherical-step.js';

test.each(Object.entries(facts))('hypersphericalStep: %s', (_, check) => check(library));

test('HypersphericalStep learns s alone, in the dtype it was made with', () => {
  const step = new HypersphericalStep(2, { dtype: 'float32' });
  expect([[...step.namedParameters().keys()], step.s.dtype, step.C, step.start, step.eps]).toEqual([
    ['s'],
    'float32',
    2,
    0.05,
    1e-12,
  ]);
  const row = tensor([[1, 0]], { dtype: 'float32' });
  expect(step.forward(row, row).dtype).toBe('float32');
});

test('the gradient of s is that of differences', () => {
  const step = (s: Tensor): HypersphericalStep =>
    Object.assign(new HypersphericalStep(2, { start: 0.3 }), { s });
  const [h, branch] = [tensor([[0.6, 0.8]]), tensor([[-3, 1]])];
  expect(gradientCheck((s) => step(s).forward(h, branch), [tensor([0.5, -0.8])])).toMatchObject({ ok: true });
});
