import { derivations } from '../../src/derive/library/index.js';
import type { DerivationName } from '../../src/derive/library/index.js';
import type { HintLevel } from '../../src/derive/judgement.js';
import { derive } from './derive.js';
import { slips } from './slips.js';

const { judge } = derive;

const hintFor = (name: DerivationName, k: number, answer: string, hint: HintLevel): string => {
  const judged = judge(derivations[name], k, answer, { hint });
  expect([answer, judged.word]).toEqual([answer, 'not yet']);
  return judged.hint;
};

test.each(slips)('%s, line %d: %s: %s', (name, k, answer, kind) => {
  expect(hintFor(name, k, answer, 'kind')).toBe(kind);
});

/** Words that give the kind away. */
const givesAway =
  /sign|factor|divided|power|missing|too many|twice|exchanged|other one|right one|off by|belongs|times|mean and sum/;

test.each(slips.map(([name, k, answer]) => [name, k, answer] as const))(
  '%s, line %d: the place in %s is told without its kind',
  (name, k, answer) => {
    expect(hintFor(name, k, answer, 'off')).toBe('');
    const place = hintFor(name, k, answer, 'place');
    expect(place).toMatch(/^(Look at |Compare |Put it beside)/);
    expect(place.replace(/".*"/, '')).not.toMatch(givesAway);
  },
);

test.each([
  ...slips.map(([name, k, answer]) => [name, k, answer] as const),
  ['layer-norm-dx', 5, 'sum(i, g[i] * rstd * (eye(i, j) - 1 / C + xhat[i] * xhat[j] / C))'] as const,
  ['layer-norm-dx', 5, 'sum(i, g[i] * D(xhat[j], x[j]))'] as const,
  ['layer-norm-dgamma', 3, 'mean(dy * xhat, axis=0)'] as const,
  ['layer-norm-bound', 5, 'c[i]^2 / (2 * variance)'] as const,
  ['layer-norm-bound', 8, 'C'] as const,
  ['layer-norm-dx', 5, '0'] as const,
])('%s, line %d: the line that is given in full for %s is judged right', (name, k, answer) => {
  const full = hintFor(name, k, answer, 'full');
  const line = /^(?:It would be right as|One way to write it:) (.*)$/.exec(full)?.[1] ?? '';
  expect([line, judge(derivations[name], k, line)]).toMatchObject([line, { word: 'right' }]);
});

test('a line that follows gets no hint', () => {
  const dx = derivations['layer-norm-dx'];
  expect(judge(dx, 5, 'rstd * (g - mean(g) - xhat * mean(g * xhat))', { hint: 'full' }).hint).toBe('');
});

test.each([
  ['layer-norm-dbeta', 4, 'dy[j]', 'the line before has the index j, and so should yours.'],
  ['layer-norm-dbeta', 4, 'dy', 'the line before has the index j, and so should yours.'],
  ['layer-norm-dr', 3, 'g * c', 'the line before is a single number, without an index.'],
  ['layer-norm-dx', 5, 'g / (C - C)', 'the line before has the index j, and so should yours.'],
] as const)(
  '%s, line %d: %s cannot be compared, and is helped with all the same',
  (name, k, answer, before) => {
    const place = `First mend that, so that the two can be compared: ${before}`;
    expect(hintFor(name, k, answer, 'off')).toBe('');
    expect(hintFor(name, k, answer, 'place')).toBe(place);
    expect(hintFor(name, k, answer, 'kind')).toMatch(/sum or a mean over it\.$/);
    const line = hintFor(name, k, answer, 'full').replace('One way to write it: ', '');
    expect([line, judge(derivations[name], k, line).word]).toEqual([line, 'right']);
  },
);

test('no hint names what may not stand in the line', () => {
  for (const answer of ['dy', 'gamma'])
    expect(hintFor('layer-norm-g', 4, answer, 'kind')).not.toMatch(/\bg\b/);
});

test('hints are for who asks for them', () => {
  expect(judge(derivations['layer-norm-dx'], 5, 'g').hint).toBe('');
});
