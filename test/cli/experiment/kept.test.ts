import { appendFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kept } from '../../../src/cli/experiment/kept.js';
import { idOf, recordsOf } from '../../../src/experiments/runs.js';
import { artificial } from '../../experiments/artificial.js';

const folder = mkdtempSync(join(tmpdir(), 'kept-'));
afterAll(() => rmSync(folder, { recursive: true }));

const results = [...recordsOf(artificial, { preset: 'notebook', seeds: [1] })];
const key = { experiment: 'artificial', preset: 'notebook', dtype: 'float64', fingerprint: 'aaa' };
const file = join(folder, 'artificial', 'notebook-float64-aaa.jsonl');

test('results are there for the next command as soon as they are added, also beside half a line', () => {
  const first = new Kept(folder, key);
  expect(first.get(idOf(results[0]))).toBeUndefined();
  first.add(results[0]);
  const odd = { ...results[1], metrics: { loss: NaN, trace: [Infinity] } };
  first.add(odd);
  appendFileSync(file, '{"experiment":"artifi');
  const second = new Kept(folder, key);
  expect(second.get(idOf(results[0]))).toEqual(results[0]);
  expect(second.get(idOf(odd))).toEqual(odd);
  second.add(results[2]);
  const third = new Kept(folder, key);
  expect(results.map((one) => third.get(idOf(one)) !== undefined)).toEqual([true, true, true, false]);
});

test('what was handed over is forgotten, and nothing else', () => {
  new Kept(folder, key).drop(results.slice(0, 2));
  const next = new Kept(folder, key);
  expect(results.map((one) => next.get(idOf(one)) !== undefined)).toEqual([false, false, true, false]);
  next.drop(results);
  expect(existsSync(file)).toBe(false);
});

test.each([{ preset: 'full' }, { dtype: 'float32' }, { fingerprint: 'bbb' }, { experiment: 'other' }])(
  'another setting starts afresh: %p',
  (other) => {
    new Kept(folder, key).add(results[0]);
    expect(new Kept(folder, { ...key, ...other }).get(idOf(results[0]))).toBeUndefined();
  },
);

test('what another code has left is thrown away; other presets of the same code stay', () => {
  new Kept(folder, { ...key, preset: 'full' }).add(results[0]);
  new Kept(folder, key).add(results[0]);
  expect(readdirSync(join(folder, 'artificial')).sort()).toEqual([
    'full-float64-aaa.jsonl',
    'notebook-float64-aaa.jsonl',
  ]);
  new Kept(folder, { ...key, fingerprint: 'ccc' });
  expect(readdirSync(join(folder, 'artificial'))).toEqual([]);
});
