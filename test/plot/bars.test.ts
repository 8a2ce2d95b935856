import { bars } from '../../src/plot/index.js';
import type { BarsOptions } from '../../src/plot/index.js';

const options: BarsOptions = {
  title: 'Two bars',
  alt: 'One up, one down.',
  places: ['a', 'b'],
  x: { label: 'Place', unit: 'name' },
  y: { label: 'Value', unit: 'pure number' },
  groups: [{ name: 'v', values: [1.5, -0.70703] }],
};

it('prints each number on its bar, and shows zero', () => {
  const figure = bars(options);
  expect(figure.data[0]).toMatchObject({ y: [1.5, -0.70703], text: ['1.5000', '−0.7070'] });
  const { range } = figure.layout.yaxis as { range: number[] };
  expect(range[0]).toBeLessThan(-0.70703);
  expect(range[1]).toBeGreaterThan(1.5);
});

it('draws a level with its spread, dashed between the bars only', () => {
  const [band, ...dashes] = bars({ ...options, level: { value: 0.4, spread: 1.1 } }).layout.shapes as {
    x0: number;
    x1: number;
    y0: number;
    y1: number;
  }[];
  const rounded = (...values: number[]): number[] => values.map((value) => Number(value.toFixed(6)));
  expect(rounded(band.y0, band.y1)).toEqual([-0.7, 1.5]);
  expect(dashes.map(({ y0, y1 }) => [y0, y1])).toEqual(dashes.map(() => [0.4, 0.4]));
  expect(dashes.map(({ x0, x1 }) => rounded(x0, x1))).toEqual([
    [-0.5, -0.3],
    [0.3, 0.7],
    [1.3, 1.5],
  ]);
});

it('refuses a group that has not one value for each place', () => {
  expect(() => bars({ ...options, groups: [{ name: 'v', values: [1] }] })).toThrow(
    'bars: v has 1 values for 2 places.',
  );
});
