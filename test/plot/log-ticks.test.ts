import { logTicks } from '../../src/plot/log-ticks.js';

it('marks powers of ten, at most five of them', () => {
  expect(logTicks([0.9, 1100])).toEqual({ values: [1, 10, 100, 1000], labels: ['1', '10', '100', '1000'] });
  const wide = logTicks([1e-12, 1e6]);
  expect(wide.values.length).toBeLessThanOrEqual(5);
  expect(wide.labels[0]).toBe('10⁻¹²');
});

it('marks 2 and 5 times a power as well where there are few powers, and nothing outside', () => {
  expect(logTicks([0.4, 2.5]).values).toEqual([0.5, 1, 2]);
  expect(logTicks([0.07, 3]).values).toEqual([0.1, 0.2, 0.5, 1, 2]);
});

it('names a mark by its own size, also where it is no power of ten', () => {
  expect(logTicks([9e-6, 6e-5]).labels).toEqual(['10⁻⁵', '2·10⁻⁵', '5·10⁻⁵']);
  expect(logTicks([900, 6000]).labels).toEqual(['1000', '2·10³', '5·10³']);
});
