import { Progress } from '../../../../src/cli/check/folder/progress.js';

/** What is written when one of four is done each so many milliseconds. */
function written(isTTY: boolean, milliseconds: number): string[] {
  const lines: string[] = [];
  let now = 0;
  const terminal = { isTTY, write: (words: string) => lines.push(words) };
  const progress = new Progress({ terminal, now: () => now }, 4);
  for (let i = 0; i < 4; i++) {
    now += milliseconds;
    progress.step();
  }
  progress.clear();
  return lines;
}

test('on a terminal one line is rewritten, and taken away at the end', () => {
  expect(written(true, 1500)).toEqual([
    '\r\x1b[K1 of 4 graded, about 5 s left',
    '\r\x1b[K2 of 4 graded, about 3 s left',
    '\r\x1b[K3 of 4 graded, about 2 s left',
    '\r\x1b[K4 of 4 graded, about 0 s left',
    '\r\x1b[K',
  ]);
});

test('elsewhere a line comes now and then', () => {
  expect(written(false, 6000)).toEqual([
    '2 of 4 graded, about 12 s left\n',
    '4 of 4 graded, about 0 s left\n',
  ]);
  expect(written(false, 100_000)[0]).toBe('1 of 4 graded, about 5 min left\n');
  expect(written(false, 10)).toEqual([]);
});
