import path from 'node:path';
import { readArguments } from '../../../src/cli/export/arguments.js';
import { ExportError } from '../../../src/cli/export/notebook.js';

const from = path.resolve('/ada');

test('a notebook and a folder are read relative to where the command was typed', () => {
  expect(readArguments(['a.ipynb', '--out', 'page'], from)).toEqual({
    kind: 'page',
    notebook: path.join(from, 'a.ipynb'),
    out: path.join(from, 'page'),
    timeout: undefined,
  });
  expect(readArguments(['--out=page', 'a.ipynb'], from)).toMatchObject({ out: path.join(from, 'page') });
});

test('--compare names the folder, and may name the notebook', () => {
  expect(readArguments(['--compare', 'page'], from)).toEqual({
    kind: 'compare',
    folder: path.join(from, 'page'),
    notebook: undefined,
    timeout: undefined,
  });
  expect(readArguments(['--compare', 'page', 'b.ipynb'], from)).toMatchObject({
    notebook: path.join(from, 'b.ipynb'),
  });
});

test('--timeout gives each cell so many seconds', () => {
  expect(readArguments(['a.ipynb', '--timeout', '900'], from)).toMatchObject({ kind: 'page', timeout: 900 });
  expect(readArguments(['--timeout=2', '--compare', 'page'], from)).toMatchObject({ timeout: 2 });
});

test('what makes no sense is answered with a sentence', () => {
  for (const [words, sentence] of [
    [[], /^Name a notebook/],
    [['a.ipynb', 'b.ipynb'], /^One notebook at a time: leave out b\.ipynb/],
    [['a.ipynb', '--fast'], /^There is no option --fast/],
    [['a.ipynb', '--out'], /^--out needs the name of a folder/],
    [['a.ipynb', '--timeout'], /^--timeout needs a whole number of seconds/],
    [['a.ipynb', '--timeout', 'long'], /^--timeout needs a whole number of seconds after it, and got long/],
    [['a.ipynb', '--timeout', '0.5'], /^--timeout needs a whole number .* got 0\.5/],
  ] as const) {
    expect(() => readArguments(words, from)).toThrow(ExportError);
    expect(() => readArguments(words, from)).toThrow(sentence);
  }
  expect(readArguments(['--help'], from)).toEqual({ kind: 'help' });
});
