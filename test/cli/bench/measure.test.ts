import { interleaved, median, ratio } from '../../../src/cli/bench/measure.js';

/** A clock that moves only when work is done, so that nothing here depends on the machine. */
function clockwork(): { now: () => number; work: (milliseconds: number) => () => number; order: number[] } {
  let time = 0;
  const order: number[] = [];
  const work = (milliseconds: number) => (): number => {
    order.push(milliseconds);
    return (time += milliseconds);
  };
  return { now: () => time, work, order };
}

test('the median is the number in the middle, or between two', () => {
  expect([median([3]), median([10, 1, 3]), median([4, 1, 3, 2])]).toEqual([3, 3, 2.5]);
});

test('a sample is the time of one call, however many calls filled it', () => {
  const { now, work } = clockwork();
  const samples = interleaved({ short: work(1), long: work(8) }, { visits: 3, sample: 16, now });
  expect(samples).toEqual({ short: [1, 1, 1], long: [8, 8, 8] });
  expect(ratio(samples, 'long', 'short')).toBe(8);
});

test('the runs take turns', () => {
  const { now, work, order } = clockwork();
  interleaved({ a: work(4), b: work(5) }, { visits: 2, sample: 4, now });
  expect(order.slice(-4)).toEqual([4, 5, 4, 5]);
});

test('a ratio is taken visit by visit, so that a slow moment of the machine cancels', () => {
  expect(ratio({ a: [2, 20, 2], b: [1, 10, 1] }, 'a', 'b')).toBe(2);
});
