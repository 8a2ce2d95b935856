import { join } from 'node:path';
import { score, shownScores } from './score.js';
import { mutantsOf } from './stryker.js';
import type { Mutant } from './stryker.js';

interface TestsOf {
  sourcesOf(root: string): string[];
  testsOf(root: string, source: string): string[];
}
const root = join(__dirname, '../..');
const { sourcesOf, testsOf } = jest.requireActual<TestsOf>('./tests-of.cjs');

test('every file of the four rooms that holds code is mutated, and has tests to be noticed by', () => {
  const sources = sourcesOf(root);
  expect([...new Set(sources.map((file) => file.split('/')[1]))]).toEqual([
    'tensor',
    'autograd',
    'norm',
    'nn',
  ]);
  expect(sources).toEqual(
    expect.arrayContaining(['src/norm/layer-norm.ts', 'src/tensor/rows.ts', 'src/nn/gelu.ts']),
  );
  expect(sources).not.toContain('src/norm/index.ts');
  for (const source of sources) expect(testsOf(root, source)).not.toEqual([]);
});

test('a file is judged by its own tests, a normalization by the contract as well', () => {
  expect(testsOf(root, 'src/nn/gelu.ts')).toEqual(['test/nn/gelu.test.ts', 'test/nn/names.test.ts']);
  expect(testsOf(root, 'src/norm/rms-norm.ts')).toEqual(
    ['bits', 'contract', 'registry', 'rms-norm'].map((name) => `test/norm/${name}.test.ts`),
  );
  // Without a test of its name: what speaks of what it exports, or all that stands beside it.
  expect(testsOf(root, 'src/norm/pixel-norm.ts')).toContain('test/norm/compositions.test.ts');
  expect(testsOf(root, 'src/autograd/walk.ts')).toContain('test/autograd/gradient.test.ts');
});

const source = 'a\n  for (let n = 0; n < X.count; n++) {\n';
const one = (status: string, replacement: string, line = 2): object => ({
  mutatorName: 'EqualityOperator',
  ...{ status, replacement, location: { start: { line } } },
});

test('of a report what counts is read, with the line of each mutant', () => {
  const mutants = [
    one('Killed', '+'),
    one('Timeout', '-'),
    one('Survived', 'n <= X.count'),
    one('NoCoverage', '{}', 1),
    one('Ignored', '*'),
    one('CompileError', '/'),
  ];
  const report = { files: { 'src/norm/a.ts': { source, mutants } } } as Parameters<typeof mutantsOf>[0];
  const found = mutantsOf(report, 'src/norm/a.ts');
  expect(found.map(({ alive }) => alive)).toEqual([false, false, true, true]);
  expect(found[2]).toEqual({
    ...{ file: 'src/norm/a.ts', line: 'for (let n = 0; n < X.count; n++) {', replacement: 'n <= X.count' },
    ...{ kind: 'EqualityOperator', alive: true },
  });
  // Two were noticed; of those that lived, one cannot be.
  expect(score(found)).toBe(2 / 3);
  expect(shownScores(found)).toEqual([
    'src/norm: tests notice 2 of 3 changes (66.7 %) in 1 of its files; 1 more change nothing.',
  ]);
  expect(mutantsOf(report, 'src/norm/b.ts')).toEqual([]);
});

test('another change of the same line does count', () => {
  const mutant: Mutant = {
    ...{ file: 'src/norm/a.ts', line: 'for (let n = 0; n < X.count; n++) {', replacement: 'n > X.count' },
    ...{ kind: 'EqualityOperator', alive: true },
  };
  expect(score([mutant])).toBe(0);
});
