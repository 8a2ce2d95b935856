import { checkMatrix } from '../../src/plot/index.js';
import { checkRecords } from './examples.js';

type Grid = { text: string[]; hovertext: string[]; marker: { color: string[] } };
type Axes = Record<'xaxis' | 'yaxis', { ticktext: string[] }>;

it('puts checks and layers in order, from what is caught least to what is caught most', () => {
  const { xaxis, yaxis } = checkMatrix(checkRecords).layout as unknown as Axes;
  expect(xaxis.ticktext).toEqual(['only shapes<br>0', 'close to<br>1', 'snapshot<br>2']);
  expect(yaxis.ticktext).toEqual(['ε outside', 'no γ', 'n − 1']);
});

it('marks what is caught and what slips through by colour and by sign', () => {
  const [grid] = checkMatrix(checkRecords).data as unknown as Grid[];
  expect(grid.text.map((text) => text.replace(/<.*?>/g, '')).join('')).toBe('✗✗✗✗✗✓✗✓✓');
  expect(new Set(grid.marker.color)).toEqual(new Set(['#D55E00', '#0072B2']));
  expect(grid.hovertext[5]).toBe('<b>no γ</b><br>snapshot: caught');
});

it('says what slips by every check', () => {
  const figure = checkMatrix(checkRecords);
  expect(figure.title).toBe('1 of 3 wrong layers slip by every check');
  expect(figure.alt).toBe(
    '3 wrong layers by 3 checks. 1 of 3 wrong layers slip by every check. Caught by each check: only shapes 0, close to 1, snapshot 2.',
  );
  expect(figure.records.rows[0]).toEqual(['ε outside', 'only shapes', 'slips through']);
  expect(checkMatrix([{ name: 'all', caught: { a: true } }]).title).toBe(
    'Every wrong layer is caught by some check',
  );
});

it('needs a check, and the same layers for all', () => {
  expect(() => checkMatrix([])).toThrow('checkMatrix: needs at least one check of one layer.');
  expect(() => checkMatrix([...checkRecords, { name: 'odd', caught: {} }])).toThrow(
    'checkMatrix: "odd" was not asked about the same layers as "snapshot".',
  );
});
