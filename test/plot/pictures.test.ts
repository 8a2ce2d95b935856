import { pictures } from '../../src/plot/index.js';

const picture = (factor: number): number[][] => [
  [0, factor],
  [factor, 2 * factor],
];
const options = { title: 'Twice', alt: 'The second line is alike.', names: ['one', 'two'] };
const figure = pictures({
  ...options,
  lines: [
    { name: 'before', pictures: [picture(1), picture(2)] },
    { name: 'after', pictures: [picture(1), picture(1)] },
  ],
});
type Grid = { name: string; marker: { color: string[] } };
type Axis = { domain: [number, number]; title: { text: string } };
const grids = figure.data as unknown as Grid[];
const axis = (name: string): Axis => figure.layout[name] as Axis;

test('brightness is shared along a line: twice the contrast shows', () => {
  expect(grids[0].marker.color).toEqual(['#440154', '#3B528B', '#3B528B', '#21918C']);
  expect(grids[1].marker.color).toEqual(['#440154', '#21918C', '#21918C', '#FDE725']);
  expect(grids[2].marker.color).toEqual(grids[3].marker.color);
});

test('lines stand below each other, each picture under its name', () => {
  expect(grids.map(({ name }) => name)).toEqual(['before, one', 'before, two', 'after, one', 'after, two']);
  expect(axis('yaxis').domain[0]).toBeGreaterThan(axis('yaxis3').domain[1]);
  expect(axis('xaxis').domain).toEqual(axis('xaxis3').domain);
  expect(axis('xaxis2').domain[0]).toBeGreaterThan(axis('xaxis').domain[1]);
  expect(axis('xaxis3').title.text).toBe('Column (pixel)');
});

test('a missing picture is refused', () => {
  expect(() => pictures({ ...options, lines: [{ name: 'x', pictures: [picture(1)] }] })).toThrow(RangeError);
  expect(() => pictures({ ...options, lines: [] })).toThrow('pictures: needs a picture');
});
