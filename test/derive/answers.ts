/** Data: what learners answer, right, wrong and unreadable, and what has to be said to it. */
import type { DerivationName } from '../../src/derive/library/index.js';

export type Answer = readonly [
  derivation: DerivationName,
  line: number,
  answer: string,
  says: string | RegExp,
];
const dx = (answer: string, says: string | RegExp = ''): Answer => ['layer-norm-dx', 5, answer, says];

/** What learners write for a right line, in every spelling they bring along. */
export const right: readonly Answer[] = [
  dx('rstd * (g - mean(g) - xhat * mean(g * xhat))'),
  dx('rstd*(g[j] - mean(k, g[k]) - xhat[j]*mean(k, g[k]*xhat[k]))'),
  dx('dx = (rstd/C) * (C*g - sum(g) - xhat*sum(g*xhat))'),
  dx('dx[j] = rstd * (g[j] - mean(g) - xhat[j] * mean(g * xhat));'),
  dx('const dx = rstd * (g - mean(g) - xhat * mean(g * xhat));'),
  dx('return rstd * (g - mean(g) - xhat * mean(g * xhat))'),
  dx('r * (g - mean(g) - x̂ * mean(g ⊙ x̂))'),
  dx('1/√(σ² + ε) * (γ*dy - mean(γ*dy) − x̂ · mean(γ ⊙ dy ⊙ x̂))'),
  dx('1/sqrt(variance+eps) * (gamma*dy - np.mean(gamma*dy) - xhat * np.mean(gamma*dy*xhat))'),
  dx(
    '(variance + eps)**-0.5 * (g - g.mean(axis=-1, keepdims=True) - xhat * (g * xhat).mean(-1, keepdims=True))',
  ),
  dx('torch.rsqrt(variance + eps) * (g - g.mean(dim=-1) - xhat * (g * xhat).mean(dim=-1))'),
  dx('mul(rstd, sub(sub(g, mean(g)), mul(xhat, mean(mul(g, xhat)))))'),
  dx('rstd * (g - 1/C * sum(g) - xhat/C * sum(g * xhat))'),
  dx('(g - mean(g)) * rstd - (x - mu) * rstd^3 * mean(g * (x - mu))'),
  dx('rstd * sum(i, (g[i] - mean(g)) * (1 - 1) + g) / C - rstd * (mean(g) + xhat * mean(g * xhat))'),
  ['layer-norm-jacobian', 4, 'rstd * (eye(i,j) - 1/C - xhat[i]*xhat[j]/C)', ''],
  ['layer-norm-dgamma', 3, 'sum(dy * xhat, axis=0)', ''],
  ['layer-norm-dgamma', 3, 'sum(n, dy[n,j] * xhat[n,j])', ''],
  ['layer-norm-dgamma', 3, '(dy * xhat).sum(0)', ''],
  ['layer-norm-dbeta', 3, 'dy.sum(axis=0)', ''],
];

/** What they get wrong, and what has to be said to it. */
export const wrong: readonly Answer[] = [
  dx('rstd * (g + mean(g) - xhat * mean(g * xhat))', /^At C = 2, .* the line before is .*, yours is .*\.$/),
  dx(
    'rstd * (g - mean(g) - xhat * sum(g * xhat))',
    /^At C = 2, x = \(.*\), gamma = \(.*\), dy = \(.*\), eps = 1, j = [12]/,
  ),
  dx('rstd * (dy - mean(dy) - xhat * mean(dy * xhat))', /gamma = \(/),
  dx('rstd * (g - mean(g)) - xhat * mean(g * xhat)', /^At C = 2/),
  dx('rstd * (g - xhat * mean(g * xhat))', /^At C = 2/),
  dx('rstd * (g - mean(g))', /^At C = 2/),
  dx('rstd * (g - mean(g) - xhat * mean(g) * mean(xhat))', /^At C = 2/),
  dx('rstd * (g - mean(g) - mean(xhat * g * xhat))', /^At C = 2/),
  dx('rstd * (g - mean(g) - x * mean(g * x))', /^At C = 2/),
  dx('rstd * mean(g)', ' The line before has the index j, yours does not.'),
  dx('rstd^2 * (g - mean(g) - xhat * mean(g * xhat))', /^At C = 2/),
  dx('g / sqrt(variance)', /^At C = 2/),
  dx('rstd * (g - sum(g)/(C-1) - xhat * mean(g * xhat))', /^At C = 2/),
  dx('1/(sqrt(variance) + eps) * (g - mean(g) - xhat * mean(g * xhat))', /^At C = 2/),
  dx('1/sqrt(variance) * (g - mean(g) - xhat * mean(g * xhat))', /eps = \d/),
  dx('sum(i, dy[i] * D(y[i], x[j]))', 'True, but it still contains D: one step further.'),
  dx('D(L, x)', 'True, but it still contains D: one step further.'),
  dx(
    'rstd * (g[i] - mean(g) - xhat[i] * mean(g * xhat))',
    'No sum runs over the index i in "g[i]" (left over in the line before: j).',
  ),
  dx('g[1,2]', '"g[1, 2]": g has one index (C), got 2.'),
  dx('x[3]', '"x[3]": place 3 is not always there; C can be as small as 2.'),
  dx('x^1000000000', 'exponents up to 64 are computed.'),
  dx('g^C', 'an exponent is a whole number or a half'),
  dx('1 / (C - C) * g', 'This has no value at any of the points tried: it divides by zero there'),
  dx('log(-1) * g', 'This has no value at any of the points tried'),
  dx('D(L, xhat)', 'a derivative is taken by one of x, gamma, beta, dy, eps; xhat is made of them.'),
  [
    'layer-norm-jacobian',
    4,
    'rstd * (eye(i,j) - 1/C - xhat*xhat/C)',
    '"xhat": which index? Write xhat[i] or xhat[j].',
  ],
  ['layer-norm-jacobian', 4, 'rstd * (1 - 1/C - xhat[i]*xhat[j]/C)', /i = [12], j = [12]/],
  [
    'layer-norm-dgamma',
    3,
    'sum(dy * xhat)',
    ' A sum or mean without an axis runs over all axes, as in NumPy: say which one, as in axis=0.',
  ],
  [
    'layer-norm-dgamma',
    3,
    'sum(dy * xhat, axis=1)',
    '"dy" has an axis N, which the line before does not have.',
  ],
  ['layer-norm-dgamma', 3, 'mean(dy * xhat, axis=0)', /^At N = 3, C = 2, x = \(\(/],
  ['layer-norm-dgamma', 3, 'dy * xhat', '"dy" has an axis N, which the line before does not have.'],
  ['layer-norm-dgamma', 3, 'sum(n, dy[n, i] * xhat[n, i])', 'No sum runs over the index i in "dy[n, i]"'],
  [
    'layer-norm-dgamma',
    3,
    'sum(n, dy[j, n] * xhat[j, n])',
    '"dy[j, n]": j runs over C, but this axis has length N.',
  ],
];

/** What cannot be read at all. */
export const unreadable: readonly Answer[] = [
  dx('', 'There is nothing here yet: write the line between the quotes.'),
  dx(
    'rstd(g - mean(g) - xhat * mean(g*xhat))',
    'there is no function rstd. If it is a factor, write rstd * (…)',
  ),
  dx('xhat[j](g - mean(g))', '"xhat[j](…)": if it is a factor, write xhat[j] * (…).'),
  dx('rstd * (g - mean(g) - xhat * mean(g * xhat)', 'A closing ) is missing at the end.'),
  dx('rstd * (g - mean(g) - xhat * mean(g * xhat)))', 'There is one ) too many'),
  dx(
    'rstd * (g - mean(g) - xhat * mean(g * x_hat))',
    '"x_hat": there is no x_hat here. It is called xhat. There are C, x, gamma, beta, dy, eps, mu, c, variance, rstd, xhat, y, g, L.',
  ),
  dx('rstd * (g - mean(gg))', '"gg": there is no gg here.'),
  dx('rstd * (eye - 1 / C)', '"eye": there is no eye here.'),
  dx('g @ xhat', 'There is no @ here: a sum of products is sum(a * b).'),
  dx("g' * xhat", 'there is no transpose.'),
  dx('rstd * (g - 1/C sum(g))', 'is all of "C sum(g)" below the line?'),
  dx('dx', '"dx": there is no dx here.'),
  ['layer-norm-dbeta', 3, 'sum(dy, axis=(0, 1))', 'one axis at a time'],
  dx('while(true){}', 'The line cannot be read'),
  dx('\\frac{1}{C} \\sum g', 'The line cannot be read at character 1'),
  dx('g.std()', 'after a dot there can be sum, mean, max or prod.'),
  dx('for (const i of g) dx += i', 'Something is missing at character 24'),
  dx('I do not know', /^(".*"|The line)/),
  dx('g' + '+g'.repeat(5000), 'The line has 10001 characters; up to 2000 are read.'),
  dx('('.repeat(900) + 'g' + ')'.repeat(900), 'The brackets are nested 900 deep; up to 60 are read.'),
  dx('`${g}`', 'The line cannot be read at character 1'),
  dx('process.exit(1)', /./),
  dx('__proto__', '"__proto__": there is no __proto__ here.'),
];
