import { requireCount, requireDecay, requireNotNegative } from '../../src/train/requirements.js';

test('each says which option of what is wrong', () => {
  expect(() => requireNotNegative('op', { a: 0, b: -1 })).toThrow(
    new RangeError('op: expected b to be 0 or a positive number, got -1'),
  );
  expect(() => requireDecay('op', { a: 0, b: 1 })).toThrow(
    new RangeError('op: expected b to be at least 0 and less than 1, got 1'),
  );
  expect(() => requireCount('op', { a: 1, b: 0 })).toThrow(
    new RangeError('op: expected b to be a whole number from 1, got 0'),
  );
});

test('what is right passes', () => {
  requireNotNegative('op', { a: 0, b: 3 });
  requireDecay('op', { a: 0, b: 0.999 });
  requireCount('op', { a: 0 }, 0);
});
