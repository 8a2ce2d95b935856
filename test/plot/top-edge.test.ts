import { beyondTrace, isBeyond, lossAxis, underEdge } from '../../src/plot/top-edge.js';

const edge = { top: 2, bottom: 0, log: false };

it('takes for beyond what is too large and what is no finite number', () => {
  expect([1, 2, 2.1, Infinity, NaN].map((value) => isBeyond(value, edge))).toEqual([
    false,
    false,
    true,
    true,
    true,
  ]);
});

it('ends a curve at the edge, starts it there again, and draws nothing in between', () => {
  expect(underEdge([1, 3, NaN, 5, 1.5], edge)).toEqual([1, 2, NaN, 2, 1.5]);
  expect(underEdge([9, 9, 1], edge)).toEqual([NaN, 2, 1]);
  expect(underEdge([9], edge)).toEqual([NaN]);
});

it('marks a logarithmic loss at 1, 2 and 5, or at powers of ten where those were too many', () => {
  expect(lossAxis('Loss', { top: 3, bottom: 0.07, log: true }).ticks).toEqual({
    values: [0.1, 0.2, 0.5, 1, 2],
    labels: ['0.1', '0.2', '0.5', '1', '2'],
  });
  expect(lossAxis('Loss', { top: 20, bottom: 1e-3, log: true }).ticks?.values).toEqual([
    1e-3, 1e-2, 0.1, 1, 10,
  ]);
  expect(lossAxis('Loss', edge)).toEqual({ label: 'Loss', unit: 'nats', range: [0, 2] });
});

it('puts points at the same place in rows below the edge', () => {
  const point = { x: 1, colour: '#0072B2', hover: '' };
  const rows = (log: boolean): number[] =>
    beyondTrace(
      [0, 1, 2].map((row) => ({ ...point, row })),
      { top: 2, bottom: log ? 0.1 : 0, log },
    )[0].y as number[];
  for (const log of [false, true]) {
    const [first, second, third] = rows(log).map((y) => (log ? Math.log(y) : y));
    expect(first).toBeCloseTo(log ? Math.log(2) : 2, 12);
    expect(first - second).toBeGreaterThan(0);
    expect(second - third).toBeCloseTo(first - second, 12);
  }
  expect(beyondTrace([], edge)).toEqual([]);
});
