import { compareRuns } from '../../../src/cli/export/compare.js';
import type { Numbers } from '../../../src/cli/export/compare.js';

const run = (text: string, records: unknown = { y: [1, 2], seconds: 3 }): Numbers => ({
  printed: [{ cell: 'mean', text }],
  figures: new Map([['loss', records]]),
});

test('equal runs have no differences, and every number is counted', () => {
  expect(compareRuns(run('0.5 and 1e-3'), run('0.5 and 1e-3'))).toEqual({ compared: 4, differences: [] });
});

test('a number that differs is named with its cell, old and new', () => {
  expect(compareRuns(run('0.5 and 1e-3'), run('0.5 and 2e-3')).differences).toEqual([
    'cell mean: 1e-3 → 2e-3',
  ]);
});

test('seconds and durations are left out', () => {
  const after = run('took 9 ms, 0.5', { y: [1, 2], seconds: 99 });
  expect(compareRuns(run('took 12.5 ms, 0.5'), after).differences).toEqual([]);
});

test('a number of a figure is named by its place', () => {
  expect(compareRuns(run('1'), run('1', { y: [1, 2.5] })).differences).toEqual([
    'figure loss, y[1]: 2 → 2.5',
  ]);
});

test('missing cells, numbers and figures, and other words, are differences', () => {
  const gone: Numbers = { printed: [], figures: new Map() };
  expect(compareRuns(run('1 2'), gone).differences).toEqual([
    'cell mean: 2 numbers → 0 numbers',
    'figure loss: is gone',
  ]);
  expect(compareRuns(gone, run('')).differences).toEqual(['figure loss: is new']);
  expect(compareRuns(run('mean 1'), run('sum 1')).differences).toEqual([
    'cell mean: the words around its numbers differ',
  ]);
});
