import { stepTime } from '../../src/plot/index.js';
import type { StepTimeRecord } from '../../src/plot/index.js';
import { stepTimeBase as base, stepTimeRecords } from './examples.js';

const at = (engine: string, milliseconds: number[], sizes = {}): StepTimeRecord => ({
  ...{ engine, ...base, ...sizes, milliseconds },
});
type Curve = { name: string; x: number[]; y: number[]; xaxis: string; showlegend: boolean };
const curvesOf = (records: StepTimeRecord[]): Curve[] => stepTime(records, base).data as unknown as Curve[];

it('varies one size in each panel, from small to large, and meets the base in all of them', () => {
  const sizes = [{}, { depth: 12 }, { batch: 64 }, { batch: 4 }, { length: 24 }];
  const curves = curvesOf(sizes.map((size, i) => at('ours', [i + 1], size)));
  expect(curves.map(({ xaxis, x, y }) => [xaxis, x, y])).toEqual([
    ['x', [4, 12], [1, 2]],
    ['x2', [4, 16, 64], [4, 1, 3]],
    ['x3', [6, 24], [1, 5]],
  ]);
});

it('draws the median over the rounds, and a bar from the smallest to the largest', () => {
  const [curve] = stepTime([at('ours', [7, 2, 3])], base).data;
  expect(curve).toMatchObject({ y: [3], error_y: { array: [4], arrayminus: [1] } });
});

it('names each engine once, and the same way in every panel', () => {
  const curves = curvesOf(stepTimeRecords);
  const names = [...new Set(stepTimeRecords.map(({ engine }) => engine))];
  expect(curves.map(({ name }) => name)).toEqual([...names, ...names, ...names]);
  expect(curves.filter(({ showlegend }) => showlegend).map(({ name }) => name)).toEqual(names);
});

it('has log axes, of which the time axis is shared', () => {
  const { layout } = stepTime(stepTimeRecords, base);
  const axes = ['xaxis', 'xaxis2', 'xaxis3', 'yaxis', 'yaxis2', 'yaxis3'].map(
    (name) => layout[name] as { type: string; range: number[] },
  );
  expect(axes.map(({ type }) => type)).toEqual(Array(6).fill('log'));
  expect([axes[4].range, axes[5].range]).toEqual([axes[3].range, axes[3].range]);
});

it('holds the first engine against the others round by round, so that a slow moment cancels', () => {
  const records = [
    ...[at('ours', [10, 100, 10]), at('ours', [30, 30, 30], { depth: 12 })],
    ...[at('other', [5, 50, 50]), at('other', [10, 10, 10], { depth: 12 })],
  ];
  expect(stepTime(records, base).title).toBe('A step in ours takes 2 to 3 times its time in other');
});

it('says by how much the time grows in each direction', () => {
  const { alt } = stepTime(
    [
      ...[at('ours', [5]), at('ours', [15], { depth: 12 })],
      ...[at('other', [4]), at('other', [8.123], { depth: 12 })],
    ],
    base,
  );
  expect(alt).toContain('From depth 4 to 12: 5 to 15 in ours, 4 to 8.1 in other.');
});

it('alone says its own time', () => {
  const figure = stepTime([at('ours', [5]), at('ours', [15], { depth: 12 })], base);
  expect(figure.title).toBe('A step in ours takes 5 to 15 ms of CPU time');
  expect(figure.layout.showlegend).toBe(false);
});

it('refuses what it cannot compare', () => {
  expect(() => stepTime([at('ours', [5], { depth: 8 })], base)).toThrow('needs a record of the base');
  expect(() => stepTime([at('ours', [5, 6]), at('other', [5])], base)).toThrow(
    'other was not measured at the same sizes, or not as often, as ours.',
  );
  expect(() =>
    stepTime(
      [...'abcdefg'].map((name) => at(name, [1])),
      base,
    ),
  ).toThrow('at most 6 engines');
});
