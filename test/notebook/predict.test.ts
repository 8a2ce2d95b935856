import { predict, reveal } from '../../src/notebook/index.js';
import { recall } from '../../src/notebook/learner.js';
import { ownRecord } from './own-record.js';

ownRecord();
const kept = (label = 'size'): unknown => recall().learner.predictions[label];

describe('predict', () => {
  it('without numbers stores nothing and says how to guess', () => {
    expect(predict('size').toString()).toMatch(/No guess yet.*predict\('size', low, high\)/s);
    expect(predict('size', 1).toString()).toContain('two ends');
    expect(kept()).toBeUndefined();
  });

  it.each([
    [2, 1, "predict('size', 1, 2)"],
    [NaN, 1, 'plain numbers'],
    [0, Infinity, 'plain numbers'],
  ])('refuses %p to %p in one sentence, and stores nothing', (low, high, words) => {
    expect(predict('size', low, high).toString()).toContain(words);
    expect(kept()).toBeUndefined();
  });

  it('keeps a range, and the latest one until the value is shown', () => {
    predict('size', 0, 1);
    expect(predict('size', 0, 2).toString()).toContain('Your range: 0 to 2.');
    expect(kept()).toEqual({ low: 0, high: 2 });
  });

  it('keeps the range that was given before the value was seen', () => {
    predict('size', 0, 1);
    reveal('size', 5);
    expect(predict('size', 4, 6).toString()).toContain('your first range counts: 0 to 1');
    expect(kept()).toMatchObject({ low: 0, high: 1, held: false });
    expect(predict('size', 0, 1).toString()).not.toContain('first range');
  });

  it('takes any label, even the names that every object has', () => {
    for (const label of ['__proto__', 'constructor', '</script>']) {
      expect(reveal(label, 1).toString()).toBe(`○ ${label}: 1`);
      predict(label, 0, 2);
      expect(reveal(label, 1).toString()).toContain('Inside');
    }
  });
});

describe('reveal', () => {
  it('without a guess shows the value', () => {
    expect(reveal('size', 1.4139).toString()).toBe('○ size: 1.4139');
    expect(kept()).toBeUndefined();
  });

  it('points at a guess that waits under a misspelt name, and not at one for something else', () => {
    predict('largest entry of wrod 2', 1, 2);
    const said = reveal('largest entry of word 2', 1.5).toString();
    expect(said).toContain("under nearly the same name, 'largest entry of wrod 2': 1 to 2.");
    expect(reveal('largest entry of word 3', 1.5).toString()).not.toContain('nearly');
    reveal('largest entry of wrod 2', 1.5);
    expect(reveal('largest entry of word 2', 1.5).toString()).not.toContain('nearly');
  });

  it('says inside, ends included', () => {
    predict('size', 1, 2);
    expect(reveal('size', 2).toString()).toBe('✓ Inside your range. size: 2\n  You said 1 to 2.');
    expect(kept()).toEqual({ low: 1, high: 2, value: 2, held: true });
  });

  it('says outside, on which side, and kindly', () => {
    predict('size', 1, 2);
    expect(reveal('size', 3).toString()).toMatch(
      /^○ Outside.*higher than that\. Two in ten may fall outside/s,
    );
    expect(reveal('size', 0.5).toString()).toContain('lower than that');
  });

  it('takes a value that is no number', () => {
    predict('size', 1, 2);
    expect(reveal('size', NaN).toString()).toContain('NaN');
    expect(kept()).toEqual({ low: 1, high: 2, held: false });
  });
});
