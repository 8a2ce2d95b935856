import { chartDrawn } from '../../../src/plot/explorer/chart.js';
import type { Trace } from '../../../src/plot/explorer/chart.js';

const place = { x: 0, y: 0, width: 248, height: 162 };
const drawn = (trace: Omit<Trace, 'colour'>, range: readonly [number, number] = [1, 100]): string =>
  chartDrawn({ title: 'Size', traces: [{ colour: '#0072B2', ...trace }], range, depth: 4, place });
const texts = (svg: string): string[] => [...svg.matchAll(/>([^<]+)<\/text>/g)].map(([, text]) => text);

it('draws logarithms: equal factors are equal distances', () => {
  const svg = drawn({ as: 'dots', from: 0, values: [1, 10, 100] });
  const dots = [...svg.matchAll(/<circle cx='([\d.]+)' cy='([\d.]+)'/g)].map(([, x, y]) => [
    Number(x),
    Number(y),
  ]);
  expect(dots).toEqual([
    [0, 100],
    [50, 50],
    [100, 0],
  ]);
});

it('draws what lies beyond as a triangle at the edge, and no number as too large', () => {
  const svg = drawn({ as: 'dots', from: 1, values: [1e9, 1e-9, NaN, 5] });
  expect(svg.match(/<circle/g)).toHaveLength(1);
  expect(svg).toContain("<path d='M50.0,0.0 m-5,4");
  expect(svg).toContain("<path d='M100.0,100.0 m-5,-4");
  expect(svg).toContain("<path d='M150.0,0.0 m-5,4");
});

it('draws a line through all blocks, never outside', () => {
  const svg = drawn({ as: 'line', from: 0, values: [1, 10, 1e5] });
  expect(svg).toContain("points='0.0,100.0 50.0,50.0 100.0,0.0'");
});

it('marks the axes: powers of ten where there are enough of them, and blocks from 0 to the last', () => {
  const line = { as: 'line', from: 0, values: [1] } as const;
  expect(texts(drawn(line, [0.9, 1100]))).toEqual([
    'Size',
    '1',
    '10',
    '100',
    '1000',
    '0',
    '2',
    '4',
    'Block (from the input)',
  ]);
  expect(texts(drawn(line, [0.4, 2.5]))).toEqual([
    'Size',
    '0.5',
    '1',
    '2',
    '0',
    '2',
    '4',
    'Block (from the input)',
  ]);
  expect(texts(drawn(line, [1e-9, 10])).filter((text) => text.startsWith('10⁻')).length).toBeLessThan(6);
});
