import fs from 'node:fs';
import { blank, summary } from '../../src/notebook/index.js';
import type { Learner } from '../../src/notebook/learner.js';
import { ownRecord } from './own-record.js';

const { file } = ownRecord();
const kept = (): Learner['blanks'] => (JSON.parse(fs.readFileSync(file, 'utf8')) as Learner).blanks;
const dx = (answer?: string, hint?: 'place' | 'kind' | 'full'): string =>
  blank('layer-norm-dx', 5, answer, hint && { hint }).toString();
const right = 'rstd * (g - mean(g) - xhat * mean(g * xhat))';
const wrong = 'rstd * (g - mean(g) + xhat * mean(g * xhat))';

describe('blank without an answer', () => {
  it('shows the lines before, what happens in the line and what may no longer stand in it', () => {
    const text = blank('layer-norm-dbeta', 4).toString();
    expect(text).toMatch(/^ {2}1 {2}D\(L, beta\[j\]\)\n {2}2 {2}= .*\n {2}3 {2}= .*\n {2}4 {2}= \?\n/);
    expect(text).toContain('What happens in it: y = γ x̂ + β, so that derivative is 1.');
    expect(text).toContain('What may no longer stand in it: L, D(…), eye(…).');
    expect(text).toContain("Write it as blank('layer-norm-dbeta', 4, '…').");
    expect(text).toContain('as in NumPy: a - mean(a * b), or sum(a, axis=0).');
    expect(blank('layer-norm-dr', 3).toString()).toContain('or sum(a * b).');
    expect(text).toMatch(/y\[n, i\] +=/);
  });

  it('does not show the line itself, nor keep anything', () => {
    expect(blank('layer-norm-dbeta', 4, '  ').toHTML()).not.toContain('dy[n, j])<');
    expect(
      blank('layer-norm-dbeta', 4)
        .toHTML()
        .match(/class="line"/g),
    ).toHaveLength(4);
    expect(blank('layer-norm-dbeta', 4).toHTML()).toContain('<span class="box">your line</span>');
    expect(fs.existsSync(file)).toBe(false);
  });

  it('says how long the line may be, where that matters', () => {
    expect(dx()).toContain('At most 100 numbers, names and signs.');
    expect(blank('layer-norm-dbeta', 4).toString()).not.toContain('At most');
  });

  it('asks for an inequality with its sign', () => {
    expect(blank('layer-norm-dx-shrinks', 8).toString()).toContain('  8  <= ?');
  });
});

describe('blank with an answer', () => {
  it('shows the line as it was understood, then says that it is right, why, and how it was checked', () => {
    const [read, word, why, ...rest] = dx(right).split('\n');
    expect(read).toBe('read as  = rstd * (g[j] - mean(i, g[i]) - xhat[j] * mean(i, g[i] * xhat[i]))');
    expect([word, why]).toEqual(['✓ Right.', '  It follows from the line before. Why: sum over i.']);
    expect(rest.join('\n')).toContain('exact: Equal in exact arithmetic');
    const html = blank('layer-norm-dx', 5, right).toHTML();
    expect(html.indexOf('normlab-tex')).toBeLessThan(html.indexOf('Right.'));
    expect(html).toContain('class="normlab-verdict exact"');
  });

  it('says how the derivation has it where that is written otherwise', () => {
    const other = dx('(g - mean(g) - mean(g * xhat) * xhat) * rstd');
    expect(other).toContain('✓ Right.');
    expect(other).toContain('The derivation has it as rstd * (g[j] - mean(i, g[i]) -');
    expect(blank('layer-norm-dbeta', 4, 'sum(n, dy[n, j])').toString()).not.toContain('has it as');
  });

  it('shows a wrong line as it was understood too, and where it goes wrong', () => {
    const text = dx(wrong);
    expect(text).toMatch(
      /^read as {2}= rstd \* .*\n✗ Not yet\.\n {2}It does not follow from the line before\. Here the two differ:\n/,
    );
    expect(text).toMatch(/\n {2}x +\(.*\)\n/);
    expect(text).toMatch(/\n {2}at +C = 2, j = 1\n {2}the line before {2}\S+\n {2}yours +\S+\n {2}For help/);
  });

  it('says what is known of a mistake first, then the numbers, then the hint that was asked for', () => {
    const text = blank('layer-norm-dbeta', 4, 'mean(dy, axis=0)', { hint: 'place' }).toString();
    const [known, numbers, hint] = ['You take the mean over the words.', 'Here the two differ', 'Look at'];
    expect(text.indexOf(known)).toBeGreaterThan(text.indexOf('✗ Not yet.'));
    expect(text.indexOf(numbers)).toBeGreaterThan(text.indexOf(known));
    expect(text.indexOf(hint)).toBeGreaterThan(text.indexOf(numbers));
    expect(blank('layer-norm-dbeta', 4, 'dy').toString()).toMatch(/Not yet\.\n {2}That is dy of one word\./);
    expect(blank('layer-norm-dbeta', 4, 'sum(dy, axis=0)').toString()).not.toContain('You ');
  });

  it('says how to ask for help with a line that does not follow, until it is asked for', () => {
    const offer = "For help: { hint: 'place' } behind your line, then 'kind', then 'full'.";
    expect(
      dx(wrong)
        .split('\n')
        .filter((said) => said.trim() === offer),
    ).toHaveLength(1);
    expect(blank('layer-norm-dx', 5, wrong).toHTML()).toContain('For help');
    expect(blank('layer-norm-dbeta', 4, 'dy[j]').toString()).toContain('For help');
    for (const said of [dx(wrong, 'place'), dx(wrong, 'full'), dx(right), dx('rstd * ('), dx()])
      expect(said).not.toContain('For help');
    expect(blank('layer-norm-dx', 3, 'D(L, x[j])').toString()).not.toContain('For help');
  });

  it.each([
    ['place', /Look at/],
    ['kind', /a sign/],
    ['full', /It would be right as rstd \* \(g\[j\] - mean/],
  ] as const)('gives a hint of the kind %s only when asked', (hint, words) => {
    expect(dx(wrong, hint)).toMatch(words);
    expect(dx(wrong)).not.toMatch(words);
  });

  it('tells a true line that is not yet what is asked', () => {
    expect(blank('layer-norm-dx', 3, 'D(L, x[j])').toString()).toContain('✗ Not yet.\n  True, but');
  });

  it('says where an answer cannot be read', () => {
    expect(dx('rstd * (g -')).toMatch(/^○ Unreadable\.\n {2}Something is missing at the end/);
    expect(dx('<b>x</b>')).toContain('○ Unreadable.');
    expect(blank('layer-norm-dx', 5, '<b>x</b>').toHTML()).not.toContain('<b>');
  });

  it('knows only lines that can be asked', () => {
    for (const line of [0, 1, 6, 2.5, NaN])
      expect(blank('layer-norm-dx', line, right).toString()).toBe(
        `○ No such line.\n  Lines 2 to 5 of layer-norm-dx can be yours, got ${line}.`,
      );
    expect(blank('layer-norm-dz', 2).toString()).toMatch(/Near it: .*layer-norm-dx/);
  });
});

describe('what is kept of blanks', () => {
  it('counts tries up to the right one, and keeps that', () => {
    dx(wrong);
    expect(kept()).toEqual({ 'layer-norm-dx:5': { passed: false, tries: 1 } });
    dx(right);
    expect(kept()).toEqual({ 'layer-norm-dx:5': { passed: true, tries: 2, line: right } });
  });

  it('leaves a right line right, whatever is tried afterwards', () => {
    dx(right);
    expect(dx(wrong)).toContain('You had this line right before: that stays.');
    dx('g * rstd');
    expect(kept()).toEqual({ 'layer-norm-dx:5': { passed: true, tries: 1, line: right } });
  });

  it('does not count what could not be read', () => {
    dx('rstd * (');
    expect(fs.existsSync(file)).toBe(false);
  });

  it('is in the summary', () => {
    dx(wrong);
    blank('layer-norm-dbeta', 4, 'dy.sum(axis=0)');
    expect(summary().toString()).toContain(
      '1 line of derivations filled in, 1 at the first try. Not yet: layer-norm-dx line 5 (1 try).',
    );
  });
});
