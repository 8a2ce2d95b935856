import { answer, check, exercises, predict, reveal, summary } from '../../src/notebook/index.js';
import { mean } from '../../src/index.js';
import { ownRecord } from './own-record.js';

ownRecord();
const guesses = (held: number, n: number): void => {
  for (let i = 0; i < n; i++) {
    predict(`guess ${i}`, 0, 1);
    reveal(`guess ${i}`, i < held ? 0.5 : 2);
  }
};

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

  it('counts ranges whose value was not shown as waiting', () => {
    predict('later', 0, 1);
    expect(summary().toString()).toContain('1 range still waits for its value.');
    guesses(1, 1);
    expect(summary().toString()).toContain('1 of your 1 range held');
  });

  it('lists checks and questions', () => {
    const last = (x: Parameters<typeof mean>[0]): ReturnType<typeof mean> => mean(x);
    check(last, exercises.mean);
    check((x, axis, keepdims) => mean(x, { axis, keepdims }), exercises.mean);
    check((x) => x, exercises.argument);
    answer('epsilon', 'b');
    answer('epsilon', 'a');
    answer('bound', 'c');
    const text = summary().toString();
    expect(text).toMatch(/E0\.1 The mean along an axis +✓ passed, 2 tries/);
    expect(text).toMatch(/E0\.2 The argument that is ignored +○ not yet, 1 try$/m);
    expect(text).toMatch(/Not answered yet: (?!.*\bepsilon\b).*what-stable-means\./);
    expect(text).toMatch(/epsilon +✓ right in the end/);
    expect(text).toMatch(/bound +○ open/);
  });

  it('names open questions of the notebooks that were begun, and of no other', () => {
    answer('epsilon', 'a');
    expect(summary().toString()).not.toMatch(/cell-order|blind-loss/);
    answer('blind-loss', 'd');
    expect(summary().toString()).not.toContain('cell-order');
    expect(summary().toString()).toMatch(
      /Not answered yet: (?!.*gamma-one).*bound[\s\S]*Not answered yet: .*gamma-one/,
    );
  });

  it('says to which notebook a question belongs, and puts the one you are in last', () => {
    const told = (): string[] =>
      summary()
        .toString()
        .match(/notebook \d\d|(?:blind-loss|epsilon)(?= +✓)/g) ?? [];
    answer('blind-loss', 'd');
    answer('epsilon', 'a');
    expect(told()).toEqual(['notebook 04', 'blind-loss', 'notebook 01', 'epsilon']);
    answer('gamma-one', 'b');
    expect(told()).toEqual(['notebook 01', 'epsilon', 'notebook 04', 'blind-loss']);
  });
});
