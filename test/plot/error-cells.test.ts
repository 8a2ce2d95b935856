import { errorCells } from '../../src/plot/index.js';
import { errorRecords } from './examples.js';

type Grid = { text: string[]; hovertext: string[]; marker: { color: string[] } };
const colours = (records: Parameters<typeof errorCells>[0]): string[][] =>
  errorCells(records).frames.map(({ data }) => (data[0] as unknown as Grid).marker.color);

it('colours all gradients on one scale, so that a right one stays dark beside a wrong one', () => {
  const [small, large] = colours([
    { name: 'right', errors: [[1e-12, 1e-14, 0]] },
    { name: 'wrong', errors: [[1, 50, 1e-6]] },
  ]);
  expect(small).toEqual(['#440154', '#440154', '#440154']);
  expect(large).toEqual(['#FDE725', '#FDE725', '#21918C']);
});

it('says the largest error of each, and every error under the pointer', () => {
  const figure = errorCells(errorRecords, { initial: 'without γ' });
  expect(figure.alt).toBe(
    'The error of each entry of dx as coloured cells. Largest error of each way back: right 6e-11, without γ 2.',
  );
  expect(figure.position).toBe('way back: without γ');
  const [grid] = figure.data as unknown as Grid[];
  expect(grid.hovertext[1]).toBe('<b>Error: 1.5</b><br>word 1, feature 1');
  expect(figure.records.rows[0]).toEqual(['right', 1, 0, 1e-11]);
  expect(figure.subtitle).toContain('without γ: largest error 2');
  expect(figure.subtitle).toContain('each shade is a power of ten');
});

it('leaves an entry that is not a number without colour, and needs a gradient', () => {
  const [grid] = errorCells([{ name: 'broken', errors: [[NaN, 1]] }]).data as unknown as Grid[];
  expect(grid.marker.color).toEqual(['rgba(128,128,128,0.14)', '#FDE725']);
  expect(() => errorCells([])).toThrow('errorCells: needs at least one gradient.');
});
