import path from 'node:path';
import { readGolden } from '../../../src/cli/golden/file.js';
import type { Run } from '../../../src/cli/golden/file.js';
import { trainingDifferences } from '../../../src/cli/golden/training-run.js';

const golden = readGolden(path.join(__dirname, '../../golden/training-runs.json'));
const runs = 'runs' in golden ? golden.runs : [];

test.each(runs.map((run) => [run.name, run]))('%s goes as in PyTorch, step by step', (_name, run) => {
  expect(trainingDifferences(run).findings).toEqual([]);
});

const changed: [string, (run: Run) => Run, string][] = [
  ['another placement', (run) => ({ ...run, place: run.place === 'pre' ? 'peri' : 'none' }), ''],
  ['another rate', (run) => ({ ...run, hyper: { ...run.hyper, lr: run.hyper.lr * 1.001 } }), 'step 1'],
  ['no warm-up', (run) => ({ ...run, hyper: { ...run.hyper, warm: 0 } }), 'step 1'],
  ['no clipping', (run) => ({ ...run, hyper: { ...run.hyper, clip: 0 } }), 'step 1'],
];

test.each(changed)('%s is noticed', (what, change, where) => {
  const run = runs.find(({ hyper }) => (what === 'no clipping' ? hyper.clip > 0 : hyper.warm > 0)) as Run;
  const found = (): string[] => [...trainingDifferences(change(run)).findings];
  if (where === '') expect(found).toThrow('no parameter');
  else expect(found().join()).toContain(where);
});

test.each([
  [{ opt: 'adagrad' }, 'expected opt to be adam or sgd, got adagrad'],
  [{ norm: 'batch' }, 'expected norm to be ln or rms, got batch'],
  [{ place: 'above' }, 'placement: expected one of none, post'],
  [{ init: {} }, 'the run gives no initial value of emb'],
])('%j is refused in one sentence', (wrong, sentence) => {
  expect(() => trainingDifferences({ ...runs[1], ...wrong })).toThrow(sentence);
});
