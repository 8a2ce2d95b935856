import { summaryLines } from '../../../../src/cli/check/folder/summary.js';
import { row } from './rows.js';

const wrong = (misconception: string): ReturnType<typeof row> => row({ outcome: 'failed', misconception });

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
    '1 left out.',
    '2 of them are as they were, and were not graded again.',
    'What went wrong, the most frequent first:',
    '     2  no ε',
    '     1  ddof',
    'The table is out.csv.',
    '1 passed, 4 failed',
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
