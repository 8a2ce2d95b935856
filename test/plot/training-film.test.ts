import { at, trainingFilm } from '../../src/plot/index.js';
import type { Figure } from '../../src/plot/index.js';
import { film } from './examples.js';

const named = (figure: Figure, name: string): Record<string, unknown> =>
  figure.data.find((trace) => trace.name === name) ?? {};
const [right, wrong] = film.runs;

it('shows each run in a column of its own, step by step', () => {
  const start = trainingFilm(film);
  expect(named(start, 'right, difference of positions').y).toEqual(
    right.blocks.map((block) => block.differenceOfPositions[0]),
  );
  expect(start.frames.map(({ name }) => name)).toEqual(['0', '20', '40', '60']);
  expect(start.subtitle).toBe('after 0 updates, loss: right 3.4, α on the branch 3.4\n▲ ▼ beyond the axis');
  expect(trainingFilm({ ...film, runs: [right] }).subtitle).toBe('after 0 updates, loss: right 3.4');
  expect(at(start, '60').subtitle).toContain('right 0.85');
  expect(named(at(start, '40'), 'α on the branch, difference of strings').y).toEqual(
    wrong.blocks.map((block) => block.differenceOfStrings[2]),
  );
  const rows = ['difference of positions', 'difference of strings', 'gradient'];
  expect(new Set(rows.map((row) => named(start, `right, ${row}`).yaxis)).size).toBe(3);
  expect(named(start, 'right, difference of positions').xaxis).not.toBe(
    named(start, 'α on the branch, difference of positions').xaxis,
  );
});

it('marks what is beyond the axes with triangles, and says its true size', () => {
  const end = trainingFilm(film, { initial: 60 });
  const trace = named(end, 'α on the branch, difference of positions') as {
    y: number[];
    marker: { symbol: string[] };
    hovertext: string[];
  };
  expect(trace.marker.symbol[0]).toBe('circle');
  expect(trace.marker.symbol[7]).toBe('triangle-up');
  expect(trace.y[7]).toBeLessThan(wrong.blocks[7].differenceOfPositions[3]);
  expect(trace.hovertext[7]).toContain('Difference of positions: 229000');
  const broken = {
    ...film,
    runs: [{ ...right, blocks: [{ ...right.blocks[0], gradient: [1, NaN, Infinity, 0] }] }],
  };
  const symbols = [0, 20, 40, 60].map(
    (step) =>
      (named(trainingFilm(broken, { initial: step }), 'right, gradient').marker as { symbol: string[] })
        .symbol[0],
  );
  expect(symbols).toEqual(['circle', 'triangle-up', 'triangle-up', 'triangle-down']);
});

it('draws γ and β as bars from their smallest to their largest, never thinner than can be seen', () => {
  const end = trainingFilm(film, { initial: 60 });
  const gamma = named(end, 'γ') as { base: number[]; y: number[] };
  expect(gamma.base[0]).toBeCloseTo(0.85, 12);
  expect(gamma.base[0] + gamma.y[0]).toBeCloseTo(1.3, 12);
  const start = named(trainingFilm(film), 'γ') as { base: number[]; y: number[] };
  expect(start.y[0]).toBeGreaterThan(0.01);
  expect(start.base[0] + start.y[0] / 2).toBeCloseTo(1, 12);
});

it('draws no bars for blocks without a norm', () => {
  const bare = { ...right.blocks[0], gamma: film.steps.map(() => [NaN, NaN] as const) };
  const spec = trainingFilm({ ...film, runs: [{ ...right, blocks: [bare] }] }).toJSON();
  expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
  expect(spec.data.find((trace) => String(trace.name).includes('γ'))).toMatchObject({
    y: [null],
    base: [null],
  });
});

it('says what became of each run, and has all its numbers as a table', () => {
  const figure = trainingFilm(film);
  expect(figure.title).toBe(
    'Block by block while it trains; loss at the end: right 0.85, α on the branch 3.4',
  );
  expect(figure.alt).toContain(
    'α on the branch: loss from 3.4 to 3.4; at the end the difference of positions is 1 to 229000, that of strings 2.18e-6 to 0.5,',
  );
  expect(figure.records.rows).toHaveLength(4 * 2 * 8);
  expect(figure.records.rows[16]).toEqual(['20', 'right', 'block 1', 1, 0.5, 0.1, 0.95, 1.1, -0.1, 0.05]);
  const [, , , positions, strings, gradient] = figure.records.rows[16 + 8 + 7];
  expect([positions, strings, gradient]).toEqual([
    wrong.blocks[7].differenceOfPositions[1],
    wrong.blocks[7].differenceOfStrings[1],
    wrong.blocks[7].gradient[1],
  ]);
});

it('refuses a film without steps, and lists that are shorter than it', () => {
  expect(() => trainingFilm({ steps: [], runs: [] })).toThrow(RangeError);
  expect(() => trainingFilm({ ...film, steps: [0] })).toThrow('right has 4 entries for 1 steps');
});
