import type { Exercise } from '../../src/grade/index.js';
import { mean } from '../../src/index.js';
import { check, exercises, hint, museum, solution } from '../../src/notebook/index.js';
import { recall } from '../../src/notebook/learner.js';
import { ownRecord } from './own-record.js';

ownRecord();
const { hints } = exercises.mean;
const pass = (): unknown => check((x, axis, keepdims) => mean(x, { axis, keepdims }), exercises.mean);
const kept = (): unknown => recall().learner.checks['E0.1'];

describe('hint', () => {
  it('gives the next hint at each call, then says that there is the worked solution', () => {
    for (const [i, text] of hints.entries()) {
      const card = hint(exercises.mean).toString();
      expect(card).toContain(`Hint ${i + 1} of 3 for E0.1`);
      expect(card).toContain(text);
    }
    expect(hint(exercises.mean).toString()).toContain('solution(exercises.mean) shows the worked solution');
    expect(check(() => true, museum.B4).toString()).toContain('hint(museum.B4)');
  });

  it('gives the hint that is asked for, and then the first that was not read', () => {
    expect(hint(exercises.mean, 1).toString()).toContain(hints[0]);
    expect(hint(exercises.mean, 3).toString()).toContain(hints[2]);
    expect(hint(exercises.mean).toString()).toContain(hints[1]);
    expect(hint(exercises.mean, 4 as never).toString()).toContain('There are hints 1, 2 and 3, got 4');
  });

  it('takes the number of an exercise as well, and says how it is asked where there is none', () => {
    expect(hint('E0.1').toString()).toContain(hints[0]);
    expect(hint(' e0.1 ', 3).toString()).toContain(hints[2]);
    expect(hint('B4').toString()).toContain('Hint 1 of 3 for B4');
    expect(solution('E0.1').toString()).toContain('Worked solution of E0.1');
    expect(hint('anyNorm').toString()).toContain('There is no exercise anyNorm.');
    expect(solution('E99').toString()).toContain("solution(exercises.mean) or solution('E0.1')");
  });

  it('asks for which exercise where none is named', () => {
    expect(hint().toString()).toContain('hint(exercises.mean)');
    expect(recall().learner.checks).toEqual({});
  });

  it('keeps which were read, and whether before the check passed or after', () => {
    hint(exercises.mean);
    hint(exercises.mean, 1);
    expect(kept()).toEqual({ passed: false, tries: 0, hints: { 1: 'before' } });
    pass();
    hint(exercises.mean, 1);
    hint(exercises.mean);
    expect(kept()).toEqual({ passed: true, tries: 1, best: 100, hints: { 1: 'before', 2: 'after' } });
  });

  it('is there for an exercise that has no name in a cell, too', () => {
    const own: Exercise = { ...exercises.mean, id: 'own' };
    for (let i = 0; i < 3; i++) hint(own);
    expect(hint(own).toString()).toContain('solution(…)');
  });
});

describe('solution', () => {
  it('shows the code, and keeps that it was read', () => {
    expect(solution(exercises.mean).toString()).toContain('return div(sum(x, { axis, keepdims })');
    pass();
    solution(exercises.mean);
    expect(kept()).toEqual({ passed: true, tries: 1, best: 100, solution: 'before' });
  });

  it('read after passing is no help', () => {
    pass();
    solution(exercises.mean);
    expect(kept()).toEqual({ passed: true, tries: 1, best: 100, solution: 'after' });
  });
});
