import { trainingCurves } from '../../src/plot/index.js';
import type { Figure, TrainingRecord } from '../../src/plot/index.js';
import { trainingRecords } from './examples.js';

const chance = Math.log(6);
const named = (figure: Figure, name: string): Record<string, unknown> =>
  figure.data.find((trace) => trace.name === name) ?? {};
const run = (arm: string, seed: number, losses: number[]): TrainingRecord => ({
  arm,
  seed,
  steps: losses.map((_, i) => 10 * i),
  losses,
});

it('draws the median over seeds, and every seed as a thin line without an entry in the legend', () => {
  const figure = trainingCurves([run('a', 0, [4, 3]), run('a', 1, [1, 1]), run('a', 2, [2, 9])]);
  expect(named(figure, 'a').y).toEqual([2, 3]);
  expect(named(figure, 'a, seed 1')).toMatchObject({ y: [1, 1], showlegend: false });
});

it('takes the median where all seeds have come, while the curves grow', () => {
  const figure = trainingCurves([run('a', 0, [4, 3, 2]), run('a', 1, [2, 1])], { of: 100 });
  expect(named(figure, 'a').y).toEqual([3, 2]);
  const axis = figure.layout.xaxis as { range: [number, number] };
  expect(axis.range[1]).toBeGreaterThanOrEqual(100);
});

it('says who learns and who is at chance, and in words where each run ends', () => {
  const figure = trainingCurves(trainingRecords, { chance });
  expect(figure.title).toBe(
    'pre has the lowest loss after 200 updates, 0.22; post is at chance; bare network has diverged',
  );
  expect(figure.alt).toContain('bare network has diverged, no finite loss after 200 updates');
  expect(figure.alt).toContain('post ends at 1.81 after 200 updates (1.8 to 1.82 over 3 runs)');
  expect(figure.alt).toMatch(/Chance is 1\.792\.$/);
  expect(trainingCurves([run('a', 0, [2, 2])], { chance }).title).toBe(
    'After 10 updates no loss is below chance',
  );
  expect(trainingCurves([run('a', 0, [2, 1])], { chance }).title).toBe('a has a loss of 1 after 10 updates');
});

it('says that a run has diverged, and not that it is at chance', () => {
  const [a, b] = [run('none', 0, [2, NaN]), run('b', 0, [2, Infinity])];
  expect(trainingCurves([a], { chance }).title).toBe('bare network has diverged after 10 updates');
  expect(trainingCurves([a, b]).title).toBe('bare network and b have diverged after 10 updates');
  expect(trainingCurves([a, run('c', 0, [2, 2])], { chance }).title).toBe(
    'After 10 updates no loss is below chance',
  );
});

it('keeps in its table the name that records have for the arm without a norm', () => {
  const figure = trainingCurves([run('none', 0, [2, 1])]);
  expect(figure.data.map(({ name }) => name)).toContain('bare network');
  expect(figure.records.rows.map(([arm]) => arm)).toEqual(['none', 'none']);
});

it('ends a run that blows up at the upper edge with a triangle that says its loss', () => {
  const figure = trainingCurves([run('a', 0, [1, 2, 500, NaN]), run('b', 0, [1, 1, 1, 1])], { chance: 1.5 });
  expect(named(figure, 'a').y).toEqual([1, 2, 2.25, null]);
  expect(named(figure, 'beyond the picture')).toMatchObject({ x: [20], y: [2.25] });
  expect(named(figure, 'beyond the picture').hovertext).toEqual([expect.stringContaining('Loss: 500')]);
  expect(figure.subtitle).toContain('▲');
  expect((named(figure, 'a').hovertext as string[])[2]).toContain('Loss: 500');
  expect(figure.table(99).rows.map((row) => row[4])).toContain('not a number');
});

it('tells what was trained here from what was stored, by circles and in words', () => {
  const live = { ...run('a', 7, [2, 1]), live: true };
  const figure = trainingCurves([run('a', 0, [4, 3]), live]);
  expect(named(figure, 'a').y).toEqual([4, 3]);
  const marker = named(figure, 'a, seed 7').marker as { size: number[] };
  expect(Math.max(...marker.size)).toBeGreaterThan(4);
  expect(named(figure, 'a, seed 0').mode).toBe('lines');
  expect(figure.subtitle).toContain('○ trained in this notebook');
  expect(figure.records.rows.map((row) => row[2])).toEqual(['stored', 'stored', 'live', 'live']);
});

it('needs a record, and no more arms than can be told apart', () => {
  expect(() => trainingCurves([])).toThrow(RangeError);
  expect(() => trainingCurves([...'abcdefg'].map((arm) => run(arm, 0, [1])))).toThrow(/at most 6/);
});
