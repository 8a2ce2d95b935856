import { at, computationGraph } from '../../src/plot/index.js';
import { marked } from '../../src/plot/graph-arrows.js';
import { graphRecords } from './examples.js';

const figure = computationGraph(graphRecords);
const texts = (key: string): string[] =>
  figure.data.flatMap((trace) => (Array.isArray(trace[key]) ? (trace[key] as string[]) : []));

it('says how many operations there are, which of them mix numbers, and where gradients add up', () => {
  expect(figure.title).toBe('y is made by 9 operations; only 2 of them mix numbers');
  expect(figure.subtitle).toContain('Paths part at x and c');
  expect(figure.alt).toContain('rstd = (variance + ε)^(−1/2)');
});

it('writes the names that its maker gave over the nodes, and the operation into them', () => {
  const names = figure.data.find(({ name }) => name === 'names')?.text;
  expect(names).toEqual(expect.arrayContaining(['<b>x</b>', '<b>variance</b>', '<b>rstd</b>', '<b>y</b>']));
  expect(names).not.toContain('<b></b>');
  expect(texts('text').filter((text) => text.includes('>mean<'))).toHaveLength(2);
});

it('says value, local derivative and upstream gradient over each node', () => {
  const hover = texts('hovertext');
  expect(hover).toHaveLength(graphRecords.nodes.length);
  const rstd = hover.find((text) => text.startsWith('<b>rstd'))!;
  expect(rstd).toContain('value: 0.8822');
  expect(rstd.replace(/<br>/g, ' ')).toContain('local: ∂rstd/∂(variance + ε) = −1/2 · (variance + ε)^(−3/2)');
  expect(rstd).toContain('upstream: 1.95');
});

it('lists the same in its table, numbers in full', () => {
  const row = figure.table().rows.find(([name]) => name === 'c')!;
  expect(row).toEqual([
    'c',
    'x − mu',
    '[1, 4]',
    '0.1, −1.6, 1.6, −0.1',
    expect.stringContaining('∂c/∂mu = −1'),
    expect.any(String),
  ]);
});

it('draws each edge as a curve with its head, left to right', () => {
  const shapes = figure.layout.shapes as { path: string; fillcolor?: string }[];
  expect(shapes).toHaveLength(2 * graphRecords.edges.length);
  for (const { path } of shapes.filter(({ fillcolor }) => fillcolor === undefined)) {
    const xs = [...path.matchAll(/(-?[\d.]+),/g)].map(([, x]) => Number(x));
    expect(xs).toEqual([...xs].sort((a, b) => a - b));
  }
});

it('stands column by column, inputs first', () => {
  const [inputs] = figure.data as { x: number[] }[];
  expect(new Set(inputs.x)).toEqual(new Set([0]));
});

it('walks back from the output, marking the node and where its gradient goes on to', () => {
  const walk = computationGraph(graphRecords, { walk: true });
  expect(walk.frames.map(({ name }) => name)[0]).toBe('y');
  expect(walk.frames).toHaveLength(graphRecords.nodes.length);
  const there = at(walk, 'xhat');
  expect(there.subtitle).toContain('xhat = c · rstd');
  expect(there.subtitle).toContain('∂xhat/∂rstd = c, summed');
  const shapes = there.layout.shapes as { fillcolor?: string }[];
  expect(shapes.filter(({ fillcolor }) => fillcolor === marked)).toHaveLength(2);
  expect(walk.table(99).rows.map((row) => row[0])).toEqual(walk.frames.map(({ name }) => name));
});

it('says so where nothing mixes numbers or no paths part, and refuses a graph without operations', () => {
  const nodes = graphRecords.nodes.filter(({ id }) => ['x', 'c'].includes(id));
  const line = computationGraph({ nodes, edges: [{ from: 'x', to: 'c' }] });
  expect(line.title).toBe('c is made by 1 operation; it mixes no numbers');
  expect(line.subtitle).toContain('along one line');
  expect(() => computationGraph({ nodes: nodes.slice(0, 1), edges: [] })).toThrow(RangeError);
});
