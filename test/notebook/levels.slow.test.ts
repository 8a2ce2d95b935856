import fs from 'node:fs';
import path from 'node:path';
import { climbs, levels } from '../../src/notebook/index.js';
import { questions } from '../../src/grade/index.js';
import type { Climb } from '../../src/grade/index.js';
import type { Learner } from '../../src/notebook/learner.js';
import { ownRecord } from './own-record.js';

const { file } = ownRecord();
const keep = (part: Partial<Learner>): void => {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify({ version: 1, ...part }));
};
const climb: Climb = {
  title: 'Up <here>',
  levels: [
    { title: 'Guess', goal: 'Guess it.', needs: [{ prediction: 'how far' }], tool: 'a guess' },
    {
      title: 'Write',
      goal: 'Write it.',
      needs: [{ blank: 'layer-norm-dx:5' }, { check: 'E1.1' }],
      tool: 'dx',
    },
    { title: 'Tell', goal: 'Tell why.', needs: [{ question: 'epsilon' }], tool: 'ε' },
  ],
};
const text = (): string => levels(climb).toString();
const won = { passed: true, tries: 1 };
const { right } = questions.epsilon;
const wrong = right === 'a' ? 'b' : 'a';

describe('levels', () => {
  it('opens the first level to who has done nothing', () => {
    expect(text().split('\n')).toEqual([
      'Up <here>: 0 of 3 levels won',
      '▸  1  Guess (open)',
      '      Guess it.',
      '      Still to do: the guess “how far”.',
      '·  2  Write (not yet)',
      '·  3  Tell (not yet)',
    ]);
  });

  it('shows what is in hand, and what the next level still asks for', () => {
    keep({ predictions: { 'how far': { low: 0, high: 1, value: 3, held: false } }, checks: { 'E1.1': won } });
    expect(text()).toContain('✓  1  Guess (done): a guess\n▸  2  Write (open)\n');
    expect(text()).toContain("Still to do: blank('layer-norm-dx', 5).");
  });

  it('does not count a guess before its value was seen, a wrong line, nor a wrong answer', () => {
    keep({
      predictions: { 'how far': { low: 0, high: 1 } },
      blanks: { 'layer-norm-dx:5': { passed: false, tries: 3 } },
      answers: { epsilon: { first: wrong, latest: wrong } },
    });
    expect(text()).toContain('0 of 3 levels won');
    keep({ answers: { epsilon: { first: wrong, latest: right } } });
    expect(text()).toContain('1 of 3 levels won');
  });

  it('lets a later level be won first', () => {
    keep({ answers: { epsilon: { first: right, latest: right } } });
    expect(text()).toMatch(
      /▸ {2}1 {2}Guess \(open\)[^]*· {2}2 {2}Write \(not yet\)\n✓ {2}3 {2}Tell \(done\): ε$/,
    );
  });

  it('raises a flag on the summit once all are won', () => {
    const flag = 'fill="#E69F00"';
    expect(levels(climb).toHTML()).not.toContain(flag);
    keep({
      predictions: { 'how far': { low: 0, high: 1, value: 0.5, held: true } },
      blanks: { 'layer-norm-dx:5': won },
      checks: { 'E1.1': won },
      answers: { epsilon: { first: right, latest: right } },
    });
    expect(levels(climb).toHTML()).toContain(flag);
    expect(levels(climb).toHTML()).toContain('3 of 3 levels are won. The summit is reached.');
  });

  it('says in words what the picture shows, and each state as a word', () => {
    const html = levels(climb).toHTML();
    expect(html).toContain(
      'role="img" aria-label="A trail up a mountain: 0 of 3 levels are won. Next is level 1, Guess."',
    );
    expect(html.match(/<span class="state">(open|not yet|done)</g)).toHaveLength(3);
    expect(html).toContain('Up &lt;here&gt;');
  });

  it('keeps every camp inside of the picture', () => {
    const html = levels(climbs.backwardByHand).toHTML();
    const camps = [...html.matchAll(/<circle cx="(\d+)" cy="(\d+)" r="(\d+)"/g)].map((found) =>
      found.slice(1).map(Number),
    );
    expect(camps).toHaveLength(climbs.backwardByHand.levels.length);
    for (const [x, y, r] of camps) {
      expect(Math.min(x - r, y - r)).toBeGreaterThanOrEqual(0);
      expect(x + r).toBeLessThanOrEqual(480);
      expect(y + r).toBeLessThanOrEqual(190);
    }
  });

  it('says so where the record cannot be read', () => {
    keep({ blanks: [] as never });
    expect(text()).toContain('could not be read');
    expect(levels(climb).toHTML()).toContain('could not be read');
  });
});
