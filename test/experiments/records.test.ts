import { fromPlain, inOrder, plain, toPlain } from '../../src/experiments/records.js';
import type { PlainRecord } from '../../src/experiments/records.js';
import { idOf, recordsOf, runs } from '../../src/experiments/runs.js';
import { artificial } from './artificial.js';

const results = [...recordsOf(artificial, { preset: 'notebook', seeds: [2, 10, 9] })];
const odd = { ...results[0], metrics: { loss: NaN, trace: [1, Infinity, -Infinity, NaN] } };

test('records go into a file and come back bit for bit, with what JSON has no numbers for', () => {
  for (const result of [...results, odd]) {
    const text = JSON.stringify(toPlain(result));
    expect(fromPlain(JSON.parse(text) as PlainRecord)).toEqual(result);
  }
  expect(toPlain(odd).metrics).toEqual({ loss: 'NaN', trace: [1, 'Infinity', '-Infinity', 'NaN'] });
  expect([1 / 0, -1 / 0, NaN, 0.1].map(plain)).toEqual(['Infinity', '-Infinity', 'NaN', 0.1]);
});

test('a record has the same keys in the same order, however it was made', () => {
  const { seconds, arm, ...rest } = odd;
  const text = JSON.stringify(toPlain({ seconds, arm, ...rest }));
  expect(text).toBe(JSON.stringify(toPlain(odd)));
  expect(Object.keys(toPlain(odd))).toEqual([
    'experiment',
    'seed',
    'arm',
    'setting',
    'metrics',
    'dtype',
    'backend',
    'seconds',
  ]);
});

test.each(['inf', 'toString', null, {}, true])('%p is no number of a record', (value) => {
  const record = { ...toPlain(odd), metrics: { loss: value } } as never;
  expect(() => fromPlain(record)).toThrow('record: expected a number');
});

test('records stand in the order of the plans, then of the seeds, in whatever order they came', () => {
  const mixed = [...results].reverse();
  mixed.push(...mixed.splice(2, 3));
  const ordered = inOrder(artificial, 'notebook', mixed);
  expect(ordered.map(idOf)).toEqual(runs(artificial, 'notebook', [2, 9, 10]).map(({ id }) => id));
  expect(inOrder(artificial, 'notebook', mixed.slice(3))).toHaveLength(results.length - 3);
});
