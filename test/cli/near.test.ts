import { near } from '../../src/cli/near.js';

const names = ['layer-norm-dx', 'layer-norm-dgamma', 'rms-norm-dx', 'softmax-shift', 'dyt-dx', 'trace'];

test('a slip of one letter finds its name first', () => {
  expect(near('layer-norn-dx', names)[0]).toBe('layer-norm-dx');
  expect(near('softmax-shfit', names)[0]).toBe('softmax-shift');
});

test('a part of a name finds it', () => {
  expect(near('dgamma', names)[0]).toBe('layer-norm-dgamma');
});

test('words in another order are nearer than other words', () => {
  expect(near('dx-rms-norm', names)[0]).toBe('rms-norm-dx');
});

test('no more than five are named', () => {
  expect(near('x', names)).toHaveLength(5);
  expect(near('x', ['a'])).toEqual(['a']);
});
