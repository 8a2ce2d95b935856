import { questions } from '../../../src/grade/index.js';
import type { QuestionId } from '../../../src/grade/index.js';
import { mean } from '../../../src/index.js';
import { answer, blank, check, exercises } from '../../../src/notebook/index.js';
import { predict, reveal, summary } from '../../../src/notebook/index.js';
import { guesses, passMean } from '../acts.js';
import { ownRecord } from '../own-record.js';

ownRecord();

describe('what to look at again', () => {
  const again = (): string[] =>
    (summary().toString().split('What to look at again:\n')[1] ?? '').split('\n').filter(Boolean);
  const mend = (id: QuestionId): void => {
    for (const letter of ['a', 'b', 'c', 'd'] as const)
      if (letter !== questions[id].right) answer(id, letter);
    answer(id, questions[id].right);
  };

  it('is nothing where all went well', () => {
    passMean();
    answer('epsilon', 'a');
    guesses(3, 3);
    expect(again()).toEqual([]);
  });

  it('names an exercise that has not passed with the misconception of its last try', () => {
    check((x) => mean(x), exercises.mean);
    expect(again()).toEqual([
      expect.stringMatching(/E0\.1 The mean along an axis +notebook 00: last time: mean of everything$/),
    ]);
    expect(summary('00').toString()).toMatch(/The mean along an axis +last time: mean of everything$/m);
    passMean();
    expect(again()).toEqual([]);
  });

  it('names a question that is open before one that was right in the end', () => {
    for (const letter of ['b', 'a'] as const) answer('epsilon', letter);
    answer('bound', 'c');
    expect(again()).toEqual([
      expect.stringMatching(/question\('bound'\) +notebook 01: open; you thought: ‘normalized means between/),
      expect.stringMatching(/question\('epsilon'\) +notebook 01: right in the end; you thought: ‘.+’$/),
    ]);
  });

  it('has the questions that were mended last first, of each notebook in turn', () => {
    for (const id of ['tenths', 'two-names', 'last-axis', 'bound', 'blind-loss', 'cell-order'] as const)
      mend(id);
    expect(again().map((line) => /'(.*)'/.exec(line)?.[1])).toEqual([
      'cell-order',
      'blind-loss',
      'bound',
      'last-axis',
      'two-names',
    ]);
    answer('last-axis', 'a');
    expect(again()[0]).toContain('last-axis');
  });

  it('says first where all is solved', () => {
    const solved = 'All that you began is solved. What to look at again:';
    mend('bound');
    expect(summary().toString()).toContain(solved);
    check((x) => mean(x), exercises.mean);
    expect(summary().toString()).not.toContain(solved);
  });

  it('names lines that are not right, with their notebook', () => {
    blank('layer-norm-dbeta', 4, 'dy');
    expect(again()).toEqual([
      expect.stringMatching(/blank\('layer-norm-dbeta', 4\) +notebook 03: not yet right after 1 try$/),
    ]);
  });

  it('names ranges that missed by more than their width, and no near miss', () => {
    const missed = (label: string, value: number): void => {
      predict(label, 0, 10);
      reveal(label, value);
    };
    missed('near', 12);
    missed('far', -25);
    missed('place in memory of the number at [1, 2, 3]', 300);
    expect(again()).toEqual([
      expect.stringMatching(/place in memory of .* +notebook 00: you said 0 to 10, it was 300$/),
      expect.stringMatching(/far +you said 0 to 10, it was -25$/),
    ]);
  });

  it('is five things at most, exercises first', () => {
    for (const id of ['bound', 'epsilon', 'shared-mean', 'negative-scale', 'how-many-statistics'] as const)
      answer(id, 'd');
    for (const id of [
      'bound',
      'epsilon',
      'shared-mean',
      'layer-or-batch',
      'gamma-beta-undo',
      'cell-order',
      'last-axis',
    ] as const)
      answer(id, 'a');
    check((x) => mean(x), exercises.mean);
    expect(again()).toHaveLength(5);
    expect(again()[0]).toContain('E0.1');
  });
});
