import { layerAxis, panels } from '../../src/plot/panels.js';
import type { Panel } from '../../src/plot/panels.js';

const panel = (name: string, levels?: number[]): Panel => ({
  name,
  x: layerAxis(3),
  y: { label: 'Size', unit: 'px' },
  xRange: [0, 2],
  yRange: [0, 1],
  traces: [{ type: 'scatter', name: `trace of ${name}`, x: [0], y: [1] }],
  ...(levels === undefined ? {} : { levels }),
});
const made = (rows: Panel[][]): ReturnType<typeof panels> =>
  panels({ title: 'A grid', alt: 'A grid.', panels: rows, records: { columns: [], rows: [] } });
type Axis = { domain: [number, number]; title: { text: string }; showticklabels?: boolean };

it('gives each panel its own pair of axes, none over another', () => {
  const { data, layout } = made([
    [panel('a'), panel('b')],
    [panel('c'), panel('d')],
  ]);
  expect(data.map(({ xaxis, yaxis }) => [xaxis, yaxis])).toEqual([
    ['x', 'y'],
    ['x2', 'y2'],
    ['x3', 'y3'],
    ['x4', 'y4'],
  ]);
  const [a, b, c] = ['', '2', '3'].map((n) => [layout[`xaxis${n}`], layout[`yaxis${n}`]] as [Axis, Axis]);
  expect(a[0].domain[1]).toBeLessThan(b[0].domain[0]);
  expect(c[1].domain[1]).toBeLessThan(a[1].domain[0]);
  expect(c[1].domain[0]).toBeCloseTo(0, 12);
  expect(a[1].domain[1]).toBeLessThan(1);
});

it('names the y axis in the first column only, in two lines, and every x axis', () => {
  const { layout } = made([[panel('a'), panel('b')]]);
  expect((layout.yaxis as Axis).title.text).toBe('Size<br>(px)');
  expect((layout.yaxis2 as Axis).title.text).toBe('');
  expect((layout.yaxis2 as Axis).showticklabels).toBe(false);
  expect((layout.xaxis2 as Axis).title.text).toBe('Layer (from the input)');
});

it('draws a level in its own panel, and names over panels that have one', () => {
  const { layout } = made([[panel('a'), panel('', [0, 1])]]);
  expect(layout.shapes).toMatchObject([
    { yref: 'y2', y0: 0 },
    { yref: 'y2', y0: 1 },
  ]);
  expect(layout.annotations).toMatchObject([{ text: '<b>a</b>', xref: 'x domain', yref: 'y domain' }]);
});

it('breaks the words of an axis where panels leave them a third of a phone, and makes room below', () => {
  const [two, three] = ['ab', 'abc'].map((names) => made([[...names].map((name) => panel(name))]).layout);
  expect((two.xaxis as Axis).title.text).toBe('Layer (from the input)');
  expect((three.xaxis as Axis).title.text).toBe('Layer (from<br>the input)');
  const below = ({ margin }: typeof two): number => (margin as { b: number }).b;
  expect(below(three)).toBeGreaterThan(below(two));
  expect(Number(three.height) - below(three)).toBe(Number(two.height) - below(two));
});

it('counts layers from one, under the name they have', () => {
  expect(layerAxis(3).ticks).toEqual({ values: [0, 1, 2], labels: ['1', '2', '3'] });
  expect(layerAxis(3, { label: 'Block' }).label).toBe('Block');
  expect(layerAxis(12, { most: 6 }).ticks?.labels).toEqual(['1', '3', '5', '7', '9', '11']);
});

it('refuses rows of different lengths, and none', () => {
  expect(() => made([[panel('a'), panel('b')], [panel('c')]])).toThrow(RangeError);
  expect(() => made([])).toThrow(RangeError);
});
