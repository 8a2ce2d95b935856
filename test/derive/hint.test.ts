import { derivations } from '../../src/derive/library/index.js';
import type { DerivationName } from '../../src/derive/library/index.js';
import type { HintLevel } from '../../src/derive/judgement.js';
import { derive } from './derive.js';

const { judge } = derive;

const hintFor = (name: DerivationName, k: number, answer: string, hint: HintLevel): string => {
  const judged = judge(derivations[name], k, answer, { hint });
  expect([answer, judged.word]).toEqual([answer, 'not yet']);
  return judged.hint;
};

/** Wrong answers, with the kind that is named at level 'kind'. */
const slips: readonly (readonly [DerivationName, number, string, string])[] = [
  [
    'layer-norm-dx',
    5,
    'rstd * (g + mean(g) - xhat * mean(g * xhat))',
    'Look at "g[j] + mean(i, g[i])": a sign is the other one.',
  ],
  [
    'layer-norm-dx',
    5,
    '-rstd * (g - mean(g) - xhat * mean(g * xhat))',
    'Look at "-rstd": a sign is the other one.',
  ],
  [
    'layer-norm-dx',
    5,
    '2 * rstd * (g - mean(g) - xhat * mean(g * xhat))',
    'Look at "2 * rstd": a factor is missing, or one too many.',
  ],
  [
    'layer-norm-dx',
    5,
    'rstd / C * (g - mean(g) - xhat * mean(g * xhat))',
    'Look at "rstd / C": something is not divided, or should not be.',
  ],
  [
    'layer-norm-dx',
    5,
    'rstd^2 * (g - mean(g) - xhat * mean(g * xhat))',
    'Look at "rstd^2": a power is not the right one.',
  ],
  [
    'layer-norm-dx',
    5,
    'variance * (g - mean(g) - xhat * mean(g * xhat))',
    'Look at "variance": one name stands where another belongs.',
  ],
  [
    'layer-norm-dx',
    5,
    'rstd * (mean(g) - g - xhat * mean(g * xhat))',
    'Look at "mean(i, g[i]) - g[j]": the two sides of a minus are exchanged.',
  ],
  [
    'layer-norm-dx',
    5,
    'rstd * (g - sum(g)/(C-1) - xhat * mean(g * xhat))',
    'Look at "C - 1": a length off by one.',
  ],
  [
    'layer-norm-dx',
    5,
    'rstd * (g - mean(g) - mean(g) - xhat * mean(g * xhat))',
    'Look at "g[j] - mean(i, g[i]) - mean(i, g[i])": a term is missing, or one too many.',
  ],
  [
    'layer-norm-dvariance',
    4,
    '-2 * rstd^3 * sum(g * c)',
    'Look at "-2": it is multiplied where it should be divided, or the other way round.',
  ],
  ['layer-norm-dx', 2, 'sum(i, dy[i] * D(y[i], x[i]))', 'Look at "x[i]": an index is not the right one.'],
  [
    'layer-norm-dx',
    4,
    'sum(i, g[i] * rstd * (eye(i, j) - 1 / C + xhat[i] * xhat[j] / C))',
    'Look at "eye(i, j) - 1 / C + xhat[i] * xhat[j] / C": a sign is the other one.',
  ],
  ['layer-norm-dx', 5, '(g - mean(g) - xhat * mean(g * xhat))', 'Your line is the right one times 1 / rstd.'],
  ['layer-norm-dx', 5, 'rstd * (g - xhat * mean(g * xhat))', 'The term rstd * -mean(i, g[i]) is missing.'],
  ['layer-norm-dx', 5, 'rstd * (dy - mean(dy) - xhat * mean(dy * xhat))', 'dy stands where g belongs.'],
  ['layer-norm-dx', 5, 'rstd * (g - mean(g) - x * mean(g * x))', 'x stands where xhat belongs.'],
  [
    'layer-norm-dx',
    5,
    'rstd * (g - mean(g)) - xhat * mean(g * xhat)',
    'Instead of the term rstd * -(xhat[j] * mean(i, g[i] * xhat[i])) you have that times 1 / rstd.',
  ],
  [
    'layer-norm-dx',
    5,
    'g / sqrt(variance)',
    'Put it beside the line before: which piece of yours comes from which of theirs?',
  ],
  [
    'layer-norm-dx',
    5,
    'rstd * (g - mean(g) - mean(g * xhat))',
    'Look at "mean(i, g[i] * xhat[i])". Beside it the factor xhat[j] is missing.',
  ],
  [
    'layer-norm-dgamma',
    3,
    'sum(n, dy[n, j] * gamma[j])',
    'Look at "gamma[j]". In its place belongs xhat[n, j].',
  ],
  [
    'layer-norm-dgamma',
    3,
    'sum(dy, axis=0)',
    'Look at "dy[n, j]". Beside it the factor xhat[n, j] is missing.',
  ],
];

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
