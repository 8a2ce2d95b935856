import { lines } from '../../src/plot/index.js';
import type { LinesOptions } from '../../src/plot/index.js';
import { sixLines } from './examples.js';

const options: LinesOptions = {
  title: 'A curve that leaves the axis at both ends',
  alt: 'It leaves.',
  x: { label: 'Layer', unit: 'count' },
  y: { label: 'Size', unit: 'px', log: true },
  series: [{ name: 'one', x: [0, 1, 2, 3, 4], y: [1e-3, 0, 1e3, Infinity, NaN] }],
};
type Curve = { y: (number | null)[]; hovertext: string[]; marker: { size: number[]; symbol: string[] } };

it('draws what a log axis cannot hold at its edges, and says so', () => {
  const [curve] = lines(options).data as unknown as Curve[];
  expect(curve.y).toEqual([1e-3, 1e-3, 1e3, 1e3, null]);
  expect(curve.marker.size).toEqual([0, 9, 0, 9, 0]);
  expect(curve.marker.symbol.slice(0, 4)).toEqual(['circle', 'triangle-down', 'circle', 'triangle-up']);
  expect(curve.hovertext[1]).toMatch(/Size: 0 \(below 1e-300, underflow/);
  expect(curve.hovertext[3]).toMatch(/overflow/);
  expect(curve.hovertext[4]).toMatch(/not a number/);
});

it('keeps zero and negative numbers on a linear axis', () => {
  const [curve] = lines({
    ...options,
    y: { label: 'Size', unit: 'px' },
    series: [{ name: 'one', x: [0, 1], y: [0, -2] }],
  }).data as unknown as Curve[];
  expect(curve.y).toEqual([0, -2]);
  expect(curve.hovertext[1]).toMatch(/Size: -2$/);
});

it('refuses a seventh series and says where to put it', () => {
  const seven = Array.from({ length: 7 }, (_, n) => ({ name: String(n), x: [0], y: [n] }));
  expect(() => lines({ ...options, series: seven })).toThrow(RangeError);
  expect(() => lines({ ...options, series: seven })).toThrow(/at most 6 series.*behind/);
});

it('tells series by line style as well as by colour, with the legend in the order given', () => {
  const figure = sixLines();
  const curves = figure.data.filter((trace) => trace.showlegend !== false) as unknown as {
    name: string;
    line: { dash: string };
  }[];
  expect(new Set(curves.map(({ line }) => line.dash)).size).toBe(6);
  expect(curves[0].name).toBe('training without any normalization');
  expect(figure.layout.showlegend).toBe(true);
  expect(lines(options).layout.showlegend).toBe(false);
});

it('draws faint curves behind without hover, with gaps where they cannot be drawn', () => {
  const [behind] = lines({
    ...options,
    behind: [
      { name: 'b', x: [0, 1], y: [0, 5] },
      { name: 'c', x: [0], y: [7] },
    ],
  }).data;
  expect(behind).toMatchObject({ x: [0, 1, null, 0, null], y: [null, 5, null, 7, null], hoverinfo: 'skip' });
});

it('lists the band in the table', () => {
  const table = sixLines().table();
  expect(table.columns.slice(-2)).toEqual(['low', 'high']);
  expect(table.rows[0].slice(-2)).toEqual([0.9, 1.1]);
});

it('writes the words of a vertical line beside it, on the side asked for', () => {
  const marks = [
    { text: 'here', x: 1 },
    { text: 'there', x: 2, left: true },
  ];
  expect(lines({ ...options, marks }).layout.annotations).toEqual([
    expect.objectContaining({ text: 'here', xanchor: 'left', xshift: 4 }),
    expect.objectContaining({ text: 'there', xanchor: 'right', xshift: -4 }),
  ]);
});
