import { mean } from '../../src/index.js';
import { answer, blank, check, exercises, hint } from '../../src/notebook/index.js';
import { predict, reveal, solution, summary } from '../../src/notebook/index.js';
import { guesses, passMean } from './acts.js';
import { ownRecord } from './own-record.js';

ownRecord();

describe('summary', () => {
  it('is kind to who has done nothing', () => {
    expect(summary().toString()).toContain('Nothing yet.');
  });

  it.each([
    [2, 3, '2 of your 3 ranges held the value. Eight in ten is the aim; 3 are too few to tell.'],
    [1, 1, '1 of your 1 range held the value. Eight in ten is the aim; 1 is too few to tell.'],
    [2, 6, 'too narrow'],
    [4, 5, 'as far as 5 ranges can tell, yours are neither too narrow nor too wide.'],
    [8, 10, 'neither too narrow nor too wide'],
    [10, 10, 'neither too narrow nor too wide'],
    [11, 11, 'too wide'],
    [5, 10, 'too narrow'],
  ])('of %p of %p ranges says: %s', (held, n, words) => {
    guesses(held, n);
    expect(summary().toString()).toContain(words);
  });

  it('judges the ranges of one notebook with those of all', () => {
    const label = 'place in memory of the number at [1, 2, 3]';
    predict(label, 20, 30);
    reveal(label, 23);
    expect(summary('00').toString()).toContain(
      '1 of your 1 range held the value. Eight in ten is the aim; 1 is',
    );
    guesses(1, 5);
    const judged = 'Eight in ten is the aim: your ranges are too narrow.';
    expect(summary().toString()).toContain(`2 of your 6 ranges held the value. ${judged}`);
    expect(summary('00').toString()).toContain(
      `1 of your 1 range here held the value, and 2 of 6 in the whole course. ${judged}`,
    );
  });

  it('counts ranges whose value was not shown as waiting', () => {
    predict('later', 0, 1);
    expect(summary().toString()).toContain('1 range still waits for its value.');
    guesses(1, 1);
    expect(summary().toString()).toContain('1 of your 1 range held');
  });

  it('lists checks and questions', () => {
    const last = (x: Parameters<typeof mean>[0]): ReturnType<typeof mean> => mean(x);
    check(last, exercises.mean);
    passMean();
    check((x) => x, exercises.argument);
    answer('epsilon', 'b');
    answer('epsilon', 'a');
    answer('bound', 'c');
    expect(summary().toString()).toMatch(/E0\.1 The mean along an axis +✓ passed, 2 tries/);
    expect(summary().toString()).toMatch(/E0\.2 The argument that is ignored +○ not yet, 1 try$/m);
    expect(summary().toString()).toMatch(
      /notebook 01 +1 of \d+ right, 0 at once; summary\('01'\) lists them/,
    );
    const text = summary('01').toString();
    expect(text).toMatch(/^○ So far in notebook 01\n/);
    expect(text).toMatch(/Not answered yet: (?!.*\bepsilon\b).*what-stable-means/);
    expect(text).toMatch(/epsilon +✓ right in the end/);
    expect(text).toMatch(/bound +○ open/);
    expect(text).not.toContain('E0.');
  });

  it('counts the help that came before passing', () => {
    hint(exercises.mean);
    expect(summary().toString()).toMatch(/E0\.1 .* ○ not tried, 1 hint$/m);
    hint(exercises.mean);
    solution(exercises.mean);
    passMean();
    hint(exercises.mean);
    expect(summary().toString()).toMatch(/E0\.1 .* ✓ passed, 1 try, 2 hints, solution seen$/m);
  });

  it('of one notebook has what stands in it, and nothing else', () => {
    answer('blind-loss', 'd');
    answer('cell-order', 'b');
    predict('place in memory of the number at [1, 2, 3]', 20, 30);
    predict('a guess of no notebook', 0, 1);
    blank('layer-norm-dbeta', 4, 'dy.sum(axis=0)');
    expect(summary('00').toString()).toMatch(/1 range still waits[\s\S]*cell-order +✓ right at once/);
    expect(summary('00').toString()).not.toMatch(/blind-loss|derivations/);
    expect(summary('03').toString()).toContain('1 line of derivations filled in');
    expect(summary('03').toString()).not.toMatch(/range|blind-loss/);
    expect(summary('01').toString()).toContain('Nothing yet in notebook 01.');
    expect(summary().toString()).toContain('2 ranges still wait');
  });
});
