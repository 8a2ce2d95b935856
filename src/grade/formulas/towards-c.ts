/** Data of two exercises: what arrives at the deviations, level 6 of notebook 03. */
import { derivations } from '../../derive/library/index.js';
import { formulaExercise } from './formula-exercise.js';

export const variancePathFormula = formulaExercise(
  {
    id: 'E3.1 σ² to c',
    derivation: derivations['layer-norm-variance-path'],
    line: 3,
    why: 'The variance is a mean of squares: what arrives at it goes on to every entry, in proportion to the entry.',
    difficulty: 1,
    importance: 2,
    minutes: 2,
    hints: [
      'Look at the mean over k in line 2. eye(k, j) is 1 where k is j, and 0 elsewhere.',
      'Of the C terms of that mean one is left, and a mean divides by C.',
      'The term that is left is 2 c[j]. Divide it by C, and keep the factor in front.',
    ],
    known: [
      {
        name: '1/C missing',
        says: 'C is missing. The variance is a mean, so one entry moves it by a C-th only.',
        formula: 'dvariance * 2 * c',
      },
      {
        name: '2 missing',
        says: 'The 2 of the square is missing: the derivative of c² is 2c.',
        formula: 'dvariance * c / C',
      },
      {
        name: 'c missing',
        says: 'c is missing. An entry far from the mean moves the variance more than one close to it.',
        formula: '2 * dvariance / C',
      },
      {
        name: 'x̂ in place of c',
        says: 'You have x̂ where c belongs. The variance is the mean of the squares of c; no r is in it.',
        formula: 'dvariance * 2 * xhat / C',
      },
      {
        name: 'the square kept',
        says: 'c² still stands there. Its derivative is 2c.',
        formula: 'dvariance * c^2 / C',
      },
      {
        name: 'the mean still runs',
        says: 'Your mean still runs over all entries, and eye is gone. eye(k, j) leaves one term of it: that with k = j.',
        formula: 'dvariance * 2 * mean(c)',
      },
      {
        name: 'dσ² missing',
        says: 'That is the derivative of the variance alone. What arrives at the variance, dvariance, comes through it.',
        formula: '2 * c / C',
      },
      {
        name: 'the square alone',
        says: 'That is the derivative of one square. The variance is the mean of C of them, and what arrives at it, dvariance, comes through: both are missing.',
        formula: '2 * c',
      },
      {
        name: 'C − 1 in place of C',
        says: 'You divide by C − 1. LayerNorm’s variance is a plain mean, over C.',
        formula: 'dvariance * 2 * c / (C - 1)',
      },
    ],
  },
  [
    'dvariance * 2 * c / C',
    'dvariance * (2 * c[j] / C)',
    '2/C * dvariance * c',
    '-rstd^3 * c * mean(g * c)',
    '-rstd * xhat * mean(g * xhat)',
  ],
);

export const dcFormula = formulaExercise(
  {
    id: 'E3.1 dc',
    derivation: derivations['layer-norm-dc'],
    line: 8,
    why: 'Two paths meet, and what they bring adds up. This line is the whole backward of RMSNorm.',
    difficulty: 2,
    importance: 3,
    minutes: 3,
    hints: [
      'Look at line 7: c[j] * rstd and c[i] * rstd have a name.',
      'Both are x̂. Then r can go in front of everything.',
      'r times a bracket: g, minus x̂ times a mean of a product.',
    ],
    known: [
      {
        name: 'a sum in place of the mean',
        says: 'You have a sum of g ⊙ x̂. The variance is a mean, and its C stands below: mean(g ⊙ x̂).',
        formula: 'rstd * (g - xhat * sum(g * xhat))',
      },
      {
        name: 'the second sign',
        says: 'You add the second path. r falls as the variance grows, so what comes through it is taken away.',
        formula: 'rstd * (g + xhat * mean(g * xhat))',
      },
      {
        name: 'the mean of g as well',
        says: 'You take off mean(g) already. That comes with the mean of x, one step further back; nothing subtracts a mean from c.',
        formula: 'rstd * (g - mean(g) - xhat * mean(g * xhat))',
      },
      {
        name: 'the second path is missing',
        says: 'That is the direct path alone. c also moves the variance, and with it r.',
        formula: 'rstd * g',
      },
      {
        name: 'the direct path is missing',
        says: 'That is the path through the variance alone. Where two paths meet, what they bring adds up.',
        formula: '-rstd * xhat * mean(g * xhat)',
      },
      {
        name: 'a mean divided by C once more',
        says: 'You divide by C twice. mean has divided already.',
        formula: 'rstd * (g - xhat * mean(g * xhat) / C)',
      },
      {
        name: 'r on the first term only',
        says: 'r is missing in your second term: of its three r two went into the two x̂, and one is left.',
        formula: 'rstd * g - xhat * mean(g * xhat)',
      },
      {
        name: 'two r too many',
        says: 'r³ and x̂ both stand in your second term. Two of the three r are in the two x̂ already.',
        formula: 'rstd * g - rstd^3 * xhat * mean(g * xhat)',
      },
      {
        name: 'r missing',
        says: 'Your bracket is right, and r in front of it is missing.',
        formula: 'g - xhat * mean(g * xhat)',
      },
      {
        name: 'x̂ missing beside the mean',
        says: 'You take off the same number everywhere. Through the variance each entry hears in proportion to its own x̂.',
        formula: 'rstd * (g - mean(g * xhat))',
      },
      {
        name: 'a product where a mean belongs',
        says: 'In your second term every entry meets only itself. The variance joins all entries: the mean of g ⊙ x̂, times x̂.',
        formula: 'rstd * (g - g * xhat^2)',
      },
      {
        name: 'a mean of each factor',
        says: 'You multiply the mean of g by that of x̂. The mean of a product is another number: multiply first.',
        formula: 'rstd * (g - xhat * mean(g) * mean(xhat))',
      },
      {
        name: 'x̂ missing inside the mean',
        says: 'Your mean is that of g alone. What arrives at the variance is made of g and the deviations together: the mean of g ⊙ x̂.',
        formula: 'rstd * (g - xhat * mean(g))',
      },
      {
        name: 'half of the second path',
        says: 'A half is left over. The 2 of the square has taken away the half of the root.',
        formula: 'rstd * (g - 1/2 * xhat * mean(g * xhat))',
      },
      {
        name: 'γ missing',
        says: 'You start from dy. What arrives at x̂ is g, in which γ is already.',
        formula: 'rstd * (dy - xhat * mean(dy * xhat))',
      },
      {
        name: 'dy on the direct path',
        says: 'Your first term has dy where g belongs. On both paths what arrives at x̂ is g, in which γ is already.',
        formula: 'rstd * (dy - xhat * mean(g * xhat))',
      },
      {
        name: 'dy inside the mean',
        says: 'Your mean is that of dy ⊙ x̂. On both paths what arrives at x̂ is g, in which γ is already.',
        formula: 'rstd * (g - xhat * mean(dy * xhat))',
      },
      {
        name: 'c in place of x̂',
        says: 'You have c where x̂ belongs: in line 7 each c has an r beside it, and with that it is x̂.',
        formula: 'rstd * (g - c * mean(g * c))',
      },
      {
        name: 'one r too many',
        says: 'Your second term has r². Of its three r two went into the two x̂, and one is left.',
        formula: 'rstd * g - rstd^2 * xhat * mean(g * xhat)',
      },
    ],
  },
  [
    'rstd * (g - xhat * mean(g * xhat))',
    'rstd * g - rstd * xhat * mean(g * xhat)',
    '(g - xhat * sum(g * xhat) / C) * rstd',
    'rstd / C * (C * g - xhat * sum(g * xhat))',
    'r * (γ * dy - x̂ * mean(γ * dy * x̂))',
  ],
);
