/** Data of three exercises: what arrives at the mean, level 7 of notebook 03. */
import { derivations } from '../../derive/library/index.js';
import { formulaExercise } from './formula-exercise.js';

export const meanThroughVarianceFormula = formulaExercise(
  {
    id: 'E3.1 μ through σ²',
    derivation: derivations['layer-norm-mean-through-variance'],
    line: 2,
    why: 'This slope is 0 at the mean: the path that the papers write out and the code leaves away.',
    difficulty: 2,
    importance: 2,
    minutes: 3,
    hints: [
      'Inside the mean stands a square. The derivative of a mean is the mean of the derivatives.',
      'The derivative of a square: twice what is squared, times the derivative of what is squared by t.',
      'That inner derivative is −1, so inside the mean comes −2 times the bracket.',
    ],
    known: [
      {
        name: 'the inner derivative forgotten',
        says: 'Your sign is the other one: the bracket holds −t, so its own derivative by t is −1.',
        formula: '2 * mean(x - (mu + t))',
      },
      {
        name: 'the square kept',
        says: 'The square still stands there. Its derivative is twice what is squared, times the derivative of that.',
        formula: '-2 * mean((x - (mu + t))^2)',
      },
      {
        name: '2 missing',
        says: 'The 2 of the square is missing: the derivative of z² is 2z.',
        formula: '-mean(x - (mu + t))',
      },
      {
        name: 'a sum in place of the mean',
        says: 'You have a sum. The line before is a mean, and the derivative of a mean is the mean of the derivatives.',
        formula: '-2 * sum(x - (mu + t))',
      },
      {
        name: 'zero already',
        says: '0 is the slope where LayerNorm stands, at t = 0. This line says what it is at every t; put t = 0 in afterwards.',
        formula: '0',
      },
      {
        name: 'the parabola itself',
        says: 'That is the spread around μ + t, or what t adds to it. Asked is its slope: differentiate once.',
        formula: 't^2',
      },
      {
        name: 'the spread around μ + t',
        says: 'That is the parabola, σ² + t². Asked is its slope: differentiate by t.',
        formula: 'variance + t^2',
      },
      {
        name: 'the mean is gone',
        says: 'The mean is gone, and an index is left over. The derivative of a mean is the mean of the derivatives.',
        formula: '-2 * (x - (mu + t))',
        isOpen: true,
      },
    ],
  },
  [
    '-2 * mean(x - (mu + t))',
    'mean(k, -2 * (x[k] - (mu + t)))',
    '2 * t',
    '-2 * (mean(x) - mu - t)',
    '2 * mean(t - c)',
  ],
);

export const varianceDerivativeFormula = formulaExercise(
  {
    id: 'E3.6',
    derivation: derivations['layer-norm-variance-derivative'],
    line: 5,
    why: 'Some implementations cut the gradient at the mean inside the variance. This line says why that is harmless.',
    difficulty: 2,
    importance: 2,
    minutes: 3,
    hints: [
      'The second term of line 4 holds the mean of c.',
      'c are deviations from their own mean. What is their mean?',
      '0, so the second term goes, whatever stands beside it. The first term may stay as it is, or be worked out.',
    ],
    known: [
      {
        name: 'nothing is left',
        says: 'Only the second term goes: it holds the mean of c. In the first, eye leaves one c, and that is not 0.',
        formula: '0',
      },
      {
        name: '1/C missing',
        says: 'C is missing. eye leaves one of the C terms of the mean, and a mean divides by C.',
        formula: '2 * c',
      },
      {
        name: '2 missing',
        says: 'The 2 of the square is missing: the derivative of c² is 2c.',
        formula: 'c / C',
      },
      {
        name: 'the mean of c is not gone',
        says: 'A part through the mean is still there, as if mean(c) were 1. What is the mean of deviations from their own mean?',
        formula: '2 * c / C - 2 / C',
      },
      {
        name: 'the mean felt by one entry only',
        says: 'You let x move the mean inside its own c alone. It moves the mean for all of them, and then the parts cancel: Σ c is 0.',
        formula: '2 * c / C * (1 - 1 / C)',
      },
      {
        name: 'x in place of c',
        says: 'You have x where c belongs. The squares are those of the deviations.',
        formula: '2 * x / C',
      },
      {
        name: 'x̂ in place of c',
        says: 'You have x̂ where c belongs. The variance is made of c alone; no r is in it.',
        formula: '2 * xhat / C',
      },
      {
        name: 'C − 1 in place of C',
        says: 'You divide by C − 1. LayerNorm’s variance is a plain mean, over C.',
        formula: '2 * c / (C - 1)',
      },
      {
        name: 'the other sign',
        says: 'Your sign is the other one. Push up an entry that is above the mean: the spread grows.',
        formula: '-2 * c / C',
      },
    ],
  },
  [
    '2 * c / C',
    'mean(k, 2 * c[k] * eye(k, j))',
    '2/C * (x - mu)',
    '2 * (x - mean(x)) / C',
    '(c[j] + c[j]) / C',
  ],
);

export const dmuFormula = formulaExercise(
  {
    id: 'E3.1 dμ',
    derivation: derivations['layer-norm-dmu'],
    line: 4,
    why: 'The straight path to the mean, and the only one that brings anything.',
    difficulty: 1,
    importance: 2,
    minutes: 2,
    hints: [
      'Look at line 3: sum(j, xhat[j]).',
      'x̂ is a row of deviations, scaled. What do its entries sum to?',
      'To 0, and with them goes the whole second term. What is left is −r times a sum.',
    ],
    known: [
      {
        name: 'the other sign',
        says: 'Your sign is the other one. μ is subtracted from every entry, so it hears minus what they hear.',
        formula: 'rstd * sum(g)',
      },
      {
        name: 'a mean in place of the sum',
        says: 'You have a mean of g. μ is copied into all C entries, and copies add up what comes back.',
        formula: '-rstd * mean(g)',
      },
      {
        name: 'C once more',
        says: 'C stands before a sum. A sum of C numbers is C times their mean: either C and mean, or the sum alone.',
        formula: '-rstd * C * sum(g)',
      },
      {
        name: 'r missing',
        says: 'r is missing: it stands before the whole of dc.',
        formula: '-sum(g)',
      },
      {
        name: 'γ missing',
        says: 'You add up dy. What arrives at x̂ is g, in which γ is already.',
        formula: '-rstd * sum(dy)',
      },
      {
        name: 'zero',
        says: 'Your line is 0. Deviations from their own mean sum to 0, and of line 3 that is true of x̂ alone: g is not centred, and its sum stays.',
        formula: '0',
      },
      {
        name: 'not added up',
        says: 'That is what one entry sends back. There is one μ for the whole word: add up.',
        formula: '-rstd * g',
        isOpen: true,
      },
      {
        name: 'r squared',
        says: 'r stands there twice. dc has one r in front, and nothing on the way to μ brings another.',
        formula: '-rstd^2 * sum(g)',
      },
      {
        name: 'the second term half gone',
        says: 'Your second term is still there, with a mean of g ⊙ x̂ by itself. In line 3 it is multiplied by the sum of x̂: what is that?',
        formula: '-rstd * (sum(g) - mean(g * xhat))',
      },
    ],
  },
  ['-rstd * sum(g)', '-rstd * C * mean(g)', '-sum(rstd * g)', '-r * sum(γ * dy)', '-sum(j, g[j]) * rstd'],
);
