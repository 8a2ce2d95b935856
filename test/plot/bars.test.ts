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

it('draws a level with its spread', () => {
  const shapes = bars({ ...options, level: { value: 0.4, spread: 1.1 } }).layout.shapes as {
    y0: number;
    y1: number;
  }[];
  expect(shapes.map(({ y0, y1 }) => [y0, y1].map((y) => Number(y.toFixed(6))))).toEqual([
    [-0.7, 1.5],
    [0.4, 0.4],
  ]);
});

it('refuses a group that has not one value for each place', () => {
  expect(() => bars({ ...options, groups: [{ name: 'v', values: [1] }] })).toThrow(
    'bars: v has 1 values for 2 places.',
  );
});
