import { reportText } from '../../../src/cli/experiment/report.js';
import { judged } from '../../../src/experiments/claims.js';
import { toPlain } from '../../../src/experiments/records.js';
import { recordsOf } from '../../../src/experiments/runs.js';
import { artificial } from '../../experiments/artificial.js';

const results = [...recordsOf(artificial, { preset: 'notebook', seeds: [1, 2] })];
const about = { experiment: 'artificial', preset: 'notebook', version: '1.2.3' } as const;

test('the file holds what was asked for, the records and the claims, each on a line of its own', () => {
  const claims = judged(artificial, 'notebook', results);
  const text = reportText(about, results, claims);
  expect(JSON.parse(text)).toEqual({ ...about, records: results.map(toPlain), claims });
  const lines = text.split('\n');
  for (const one of [...results.map(toPlain), ...claims])
    expect(lines.some((line) => line.replace(/,$/, '') === JSON.stringify(one))).toBe(true);
});

test('numbers that JSON has not are strings, in records and in claims, and nothing to tell is empty', () => {
  const odd = { ...results[0], metrics: { loss: NaN, trace: [-Infinity] } };
  const claims = [{ id: 'a', text: 'A.', threshold: 5, value: Infinity, holds: true }];
  expect(JSON.parse(reportText(about, [odd], claims))).toMatchObject({
    records: [{ metrics: { loss: 'NaN', trace: ['-Infinity'] } }],
    claims: [{ value: 'Infinity' }],
  });
  expect(JSON.parse(reportText(about, [], []))).toEqual({ ...about, records: [], claims: [] });
});
