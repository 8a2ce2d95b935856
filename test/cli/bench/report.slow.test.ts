import { measureAll, table } from '../../../src/cli/bench/report.js';

test('every workload is measured, in its unit, with its target', () => {
  let time = 0;
  const measured = measureAll({ visits: 3, sample: 1, now: () => (time += 1) });
  expect(measured.filter(({ value }) => Number.isNaN(value))).toEqual([]);
  expect(measured.map(({ unit, atMost }) => [unit, atMost])).toEqual([
    ['times', 1.5],
    ['times', 1.5],
    ['µs', undefined],
    ['µs', 300],
    ['µs', 300],
    ['µs', undefined],
    ['GFLOP/s', undefined],
    ['GFLOP/s', undefined],
  ]);
});

test('the table says what was met and what was missed', () => {
  expect(
    table([
      { what: 'fast', value: 1.234, unit: 'times', atMost: 1.5 },
      { what: 'slower', value: 400, unit: 'µs', atMost: 300 },
      { what: 'plain', value: 2, unit: 'GFLOP/s', atMost: undefined },
    ]),
  ).toBe(
    [
      'fast      1.23 times  target ≤ 1.5: met',
      'slower     400 µs  target ≤ 300: missed',
      'plain     2.00 GFLOP/s',
    ].join('\n'),
  );
});
