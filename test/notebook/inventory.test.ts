import { inventoryQuestions } from '../../src/grade/index.js';
import type { Letter, Occasion } from '../../src/grade/index.js';
import { answerInventory, inventory } from '../../src/notebook/index.js';
import type { InventoryAnswers } from '../../src/notebook/index.js';
import { learnerSeed, recall, remember } from '../../src/notebook/learner.js';
import { ownRecord } from './own-record.js';

ownRecord();
const asked = (occasion: Occasion) => inventoryQuestions(occasion, learnerSeed().seed);
const rightOf = (occasion: Occasion, i: number): Letter => asked(occasion)[i].right;
const wrongOf = (occasion: Occasion, i: number): Letter => (rightOf(occasion, i) === 'a' ? 'b' : 'a');
const one = (number: number, letter: string): InventoryAnswers => ({ [number]: letter });
const kept = () => recall().learner.inventory;

describe('inventory', () => {
  it('shows ten questions with their answers, and does not tell which are right', () => {
    const text = inventory('before').toString();
    for (const [i, question] of asked('before').entries()) {
      expect(text).toContain(`${i + 1} · ${question.text}`);
      for (const { text: choice, says } of Object.values(question.choices)) {
        expect(text).toContain(choice);
        expect(text).not.toContain(says);
      }
    }
    expect(text).toContain("answerInventory('before', { 1: 'a', 2: '', … })");
  });

  it('asks one learner the same, another with other numbers, and after the course others again', () => {
    expect(inventory('before').toString()).toBe(inventory('before').toString());
    expect(inventory('after').toString()).not.toBe(inventory('before').toString());
    const mine = inventory('before').toString();
    remember((learner) => ({ ...learner, seed: (learner.seed ?? 0) + 1 }));
    expect(inventory('before').toString()).not.toBe(mine);
  });

  it('says what it does not know', () => {
    expect(inventory('now' as never).toString()).toContain("got 'now'");
    expect(answerInventory('now' as never, {}).toString()).toContain("got 'now'");
  });
});

describe('answers before the course', () => {
  it('are kept, and nothing is marked', () => {
    const card = answerInventory('before', { 1: rightOf('before', 0), 2: wrongOf('before', 1), 3: '' });
    expect(card.mark).toBe('note');
    expect(card.toString()).toMatch(/^○ Kept: 2 of 10 answers\.\n {2}Nothing is marked now\./);
    expect(kept()).toEqual({
      before: {
        axis: { answer: rightOf('before', 0), right: true },
        statistics: { answer: wrongOf('before', 1), right: false },
      },
    });
  });

  it('may be given one at a time, in capitals, and changed', () => {
    answerInventory('before', one(1, wrongOf('before', 0)));
    answerInventory('before', one(2, 'C'));
    answerInventory('before', one(1, rightOf('before', 0)));
    expect(kept().before).toMatchObject({ axis: { right: true }, statistics: { answer: 'c' } });
  });

  it('are taken back by an empty text, and by nothing else', () => {
    answerInventory('before', { 1: 'a', 2: 'b' });
    answerInventory('before', { 3: 'c' });
    expect(answerInventory('before', { 1: '', 4: '' }).toString()).toContain('Kept: 2 of 10 answers.');
    expect(Object.keys(kept().before)).toEqual(['statistics', asked('before')[2].idea]);
  });

  it('stay where the cell runs again as nobody has touched it', () => {
    answerInventory('before', { 1: 'a', 2: 'b' });
    const untouched = Object.fromEntries(asked('before').map((_, i) => [i + 1, '']));
    expect(answerInventory('before', untouched).toString()).toContain('Kept: 2 of 10 answers.');
  });

  it('are no answers while nothing is filled in', () => {
    expect(answerInventory('before', { 1: '', 10: '' }).toString()).toContain('No answers yet.');
    expect(kept()).toEqual({ before: {} });
    expect(answerInventory('after', {}).toString()).toContain('No answers yet.');
  });

  it.each([
    [11, 'a'],
    [0, 'a'],
    [1, 'e'],
  ])('%p: %p is none, and nothing is kept', (number, letter) => {
    const card = answerInventory('before', { ...one(2, 'a'), ...one(number, letter) });
    expect(card.toString()).toContain(`got ${number}: '${letter}'. Nothing was kept.`);
    expect(kept()).toEqual({});
  });
});

describe('answers after the course', () => {
  it('are shown beside those from before', () => {
    answerInventory('before', {
      1: rightOf('before', 0),
      2: wrongOf('before', 1),
      3: wrongOf('before', 2),
      4: rightOf('before', 3),
    });
    const after = {
      1: rightOf('after', 0),
      2: rightOf('after', 1),
      3: wrongOf('after', 2),
      4: wrongOf('after', 3),
    };
    const text = answerInventory('after', after).toString();
    expect(text).toMatch(/^○ Before the first part of the course 2 of 10, after it 2 of 10\./);
    expect(text).toMatch(/Which axis disappears +✓ → ✓ {2}known before$/m);
    expect(text).toMatch(/How many statistics +○ → ✓ {2}gained$/m);
    expect(text).toMatch(/Who shares .* ○ → ○ {2}still open$/m);
    expect(text).toMatch(/The variance of a row, by hand +✓ → ○ {2}lost$/m);
    expect(text).toMatch(/What γ and β do +– → – {2}not answered yet$/m);
    const third = asked('after')[2];
    expect(text.split('To look at again:')[1]).toContain(
      `notebook 01. ${third.choices[wrongOf('after', 2)].says}`,
    );
  });

  it('count as they were given first, before and after', () => {
    answerInventory('before', one(1, wrongOf('before', 0)));
    answerInventory('after', one(1, wrongOf('after', 0)));
    answerInventory('before', one(1, rightOf('before', 0)));
    const text = answerInventory('after', one(1, rightOf('after', 0))).toString();
    expect(text).toMatch(/Which axis disappears +○ → ○ {2}still open$/m);
    expect(answerInventory('after', one(2, rightOf('after', 1))).toString()).toMatch(
      /How many statistics +– → ✓ {2}gained$/m,
    );
  });

  it('stay, whatever is left empty later', () => {
    answerInventory('after', one(1, wrongOf('after', 0)));
    answerInventory('after', { 1: '', 2: rightOf('after', 1) });
    expect(kept().after).toMatchObject({ axis: { right: false }, statistics: { right: true } });
  });

  it('are too late for the first round once the second is seen', () => {
    answerInventory('after', one(1, 'a'));
    const text = answerInventory('before', { 1: 'a', 2: 'b' }).toString();
    expect(text).toMatch(/^○ Kept: 1 of 10 answers\.\n {2}Too late for Which axis disappears: you have seen/);
    const fitting = answerInventory('before', { 1: '', 3: 'b' }).toString();
    expect(fitting).toBe('○ Kept: 2 of 10 answers.');
    answerInventory('after', Object.fromEntries(asked('after').map((_, i) => [i + 1, 'a'])));
    for (const answers of [{ 1: 'a' }, {}])
      expect(answerInventory('before', answers).toString()).toMatch(
        /^○ Too late for the first round\.\n {2}You have answered the second one/,
      );
    expect(Object.keys(kept().before)).toHaveLength(2);
  });

  it('are all there is for who was not asked before', () => {
    const every = Object.fromEntries(asked('after').map(({ right }, i) => [i + 1, right]));
    const text = answerInventory('after', every).toString();
    expect(text).toMatch(/^○ After the first part of the course 10 of 10; before it you were not asked\./);
    expect(text).toMatch(/Which axis disappears +✓ {2}right$/m);
    expect(text).not.toMatch(/To look at again|gained/);
  });

  it('of who was not asked before are right, open or not given', () => {
    const text = answerInventory('after', one(1, wrongOf('after', 0))).toString();
    expect(text).toMatch(/Which axis disappears +○ {2}open$/m);
    expect(text).toMatch(/How many statistics +– {2}not answered yet$/m);
  });
});
