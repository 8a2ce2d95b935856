import { pathContributions } from '../../src/plot/index.js';
import { wayBack } from './examples.js';

const records = wayBack([0.5, -1.2, 2, 0.3], [1.5, 0.9, -0.4, 2.2], 1e-5);
const figure = pathContributions(records);
const lengthOf = (v: readonly number[]): number => Math.hypot(...v);

it('says which share of the direct gradient the other paths take back', () => {
  const share = 1 - lengthOf(records.dx) / lengthOf(records.paths[0].values);
  expect(figure.title).toBe(
    `The paths through the statistics take back ${Math.round(100 * share)} % of the direct gradient`,
  );
  expect(figure.alt).toContain('its entries add up to 0');
});

it('says it where they add to it, or where there are none', () => {
  const more = pathContributions({
    paths: [
      { name: 'direct', values: [1, 0] },
      { name: 'other', values: [1, 0] },
    ],
    dx: [2, 0],
  });
  expect(more.title).toContain('add 100 %');
  expect(more.alt).not.toContain('add up to 0');
  expect(pathContributions({ paths: [{ name: 'direct', values: [1] }], dx: [1] }).title).toContain(
    'nothing else',
  );
});

it('stacks the paths with their sign and puts a dot at the sum', () => {
  expect(figure.layout.barmode).toBe('relative');
  const bars = figure.data.filter(({ type }) => type === 'bar') as { y: number[] }[];
  const [dots] = figure.data.filter(({ type }) => type === 'scatter') as { y: number[] }[];
  dots.y.forEach((dot, i) => expect(bars.reduce((sum, { y }) => sum + y[i], 0)).toBeCloseTo(dot, 12));
  const { range } = figure.layout.yaxis as { range: [number, number] };
  bars.forEach(({ y }) => expect(Math.max(...y)).toBeLessThan(range[1]));
});

it('refuses paths that do not add up to dx, saying where', () => {
  const [direct, mean] = records.paths;
  expect(() => pathContributions({ ...records, paths: [direct, mean] })).toThrow(
    /at entry 0 the paths add up to .* A path is missing or wrong/,
  );
  expect(() => pathContributions({ paths: [direct], dx: [1] })).toThrow(
    'direct: r·g has 4 values for 1 entries',
  );
  expect(() => pathContributions({ paths: [], dx: [] })).toThrow('from 1 to 5 paths');
});
