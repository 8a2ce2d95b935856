import { answer, question } from '../../src/notebook/index.js';
import { recall } from '../../src/notebook/learner.js';
import { questions } from '../../src/grade/index.js';
import { ownRecord } from './own-record.js';

ownRecord();

describe('question', () => {
  it('shows the text and four answers, and does not tell which is right', () => {
    const text = question('epsilon').toString();
    for (const { text: choice, says } of Object.values(questions.epsilon.choices)) {
      expect(text).toContain(choice);
      expect(text).not.toContain(says);
    }
    expect(text).toContain("answer('epsilon', 'a')");
  });

  it('names the possible ones where there is no such question', () => {
    expect(question('nothing' as never).toString()).toMatch(
      /There is no 'nothing'\. There are cell-order, .*what-stable-means/,
    );
    expect(answer('toString' as never, 'a').toString()).toContain("There is no 'toString'");
  });
});

describe('answer', () => {
  it('marks a right answer and a wrong one, with the reason', () => {
    expect(answer('epsilon', 'a').toString()).toMatch(/^✓ Right\./);
    const wrong = answer('epsilon', 'b').toString();
    expect(wrong).toMatch(/^✗ Not this one\./);
    expect(wrong).toContain(questions.epsilon.choices.b.says);
  });

  it('keeps the first and the latest answer', () => {
    for (const letter of ['b', 'c', 'a'] as const) answer('epsilon', letter);
    expect(recall().learner.answers).toEqual({ epsilon: { first: 'b', latest: 'a' } });
  });

  it('keeps a right answer, whatever is tried afterwards, and takes a large letter for a small one', () => {
    for (const letter of ['A', 'b'] as const) answer('epsilon', letter);
    expect(recall().learner.answers).toEqual({ epsilon: { first: 'a', latest: 'a' } });
  });

  it('keeps a right answer, whatever is tried afterwards, and takes capitals', () => {
    answer('epsilon', 'A');
    expect(answer('epsilon', 'C').toString()).toMatch(/^✗/);
    expect(recall().learner.answers).toEqual({ epsilon: { first: 'a', latest: 'a' } });
  });

  it('keeps nothing without an answer, or for a letter that does not exist', () => {
    expect(answer('epsilon').toString()).toContain('No answer yet.');
    expect(answer('epsilon', 'e' as never).toString()).toContain("There are 'a', 'b', 'c' and 'd', got 'e'");
    expect(recall().learner.answers).toEqual({});
  });
});
