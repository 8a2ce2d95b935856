import type { DerivationName } from '../../src/derive/library/index.js';

/** Wrong answers, with the kind that is named at level 'kind'. */
export const slips: readonly (readonly [DerivationName, number, string, string])[] = [
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
