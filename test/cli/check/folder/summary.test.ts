import { summaryLines } from '../../../../src/cli/check/folder/summary.js';
import { row } from './rows.js';

const wrong = (misconception: string, message = 'Why?'): ReturnType<typeof row> =>
  row({ outcome: 'failed', misconception, message });

test('how many, what went wrong most often, and where the table is', () => {
  const rows = [
    wrong('no ε'),
    row(),
    wrong('ddof'),
    wrong('no ε'),
    row({ outcome: 'cannot be graded', points: '' }),
  ];
  expect(summaryLines(rows, { kept: 2, csv: 'out.csv', leftOut: ['1 left out.'] })).toEqual([
    '5 files: 1 right, 3 wrong, 1 that cannot be graded.',
    '2 of them are as they were, and were not graded again.',
    '1 left out.',
    'What went wrong, the most frequent first:',
    '     2  no ε: Why?',
    '     1  ddof: Why?',
    'The table is out.csv.',
    'Not tried on the checks, and their rows say why: 1 that cannot be graded.',
    '1 passed, 3 failed',
  ]);
});

test('where all is right there is nothing more to say', () => {
  expect(summaryLines([row()], { kept: 0, csv: 'o', leftOut: [] })).toEqual([
    '1 file: 1 right, 0 wrong, 0 that cannot be graded.',
    'The table is o.',
    '1 passed, 0 failed',
  ]);
});

test('ten misconceptions are named, and how many more there are', () => {
  const rows = Array.from({ length: 12 }, (_, i) => wrong(`m${i}`));
  expect(summaryLines(rows, { kept: 0, csv: 'o', leftOut: [] })).toContain('        and 2 more');
});

test('what has no known misconception is counted, and what came to no check in a line of its own', () => {
  const rows = [
    ...['stops', 'nothing', 'a promise', 'other numbers'].map((name) => wrong(name)),
    wrong('stops', 'Your function stopped with an error: f is not written yet: put your own lines here'),
    wrong('before the first check', 'Your file imports fs.'),
  ];
  expect(summaryLines(rows, { kept: 0, csv: 'o', leftOut: [] }).slice(1)).toEqual([
    'What went wrong, the most frequent first:',
    '     4  without a known misconception',
    'The table is o.',
    'Not tried on the checks, and their rows say why: 1 not written yet, 1 stopped before the first check.',
    '0 passed, 6 failed',
  ]);
});

test('a long message is cut to one line', () => {
  const lines = summaryLines([wrong('no ε', 'word '.repeat(50))], { kept: 0, csv: 'o', leftOut: [] });
  expect(lines[2]).toMatch(/^ {5}1 {2}no ε: (word )+…$/);
  expect(lines[2].length).toBeLessThan(120);
});
