/** Data of three exercises: the Jacobian, its leak, and what breaks where it is cut; level 10 of notebook 03 and beyond. */
import { derivations } from '../../derive/library/index.js';
import { formulaExercise } from './formula-exercise.js';

export const jacobianFormula = formulaExercise(
  {
    id: 'E3.4',
    derivation: derivations['layer-norm-jacobian'],
    line: 4,
    why: 'One matrix says what LayerNorm does to every small move, and to every gradient.',
    difficulty: 2,
    importance: 2,
    minutes: 4,
    hints: [
      'D(rstd, x[j]) is the last factor of line 3. All else may stay.',
      'It is a product of two derivatives: −1/2 · r³ and 2 c[j] / C.',
      'Together −r³ c[j] / C, which is −r² x̂[j] / C. Times c[i], and one more r makes an x̂ of it.',
    ],
    known: [
      {
        name: '1/C missing in the last term',
        says: 'C is missing in your last term: σ² is a mean, so σ² by x is 2c / C.',
        formula: 'rstd * (eye(i, j) - 1/C - xhat[i] * xhat[j])',
      },
      {
        name: '1 in place of eye',
        says: 'You have 1 where eye(i, j) belongs. Only the entry itself moves by itself: 1 where i is j, and 0 elsewhere.',
        formula: 'rstd * (1 - 1/C - xhat[i] * xhat[j] / C)',
      },
      {
        name: 'the mean held still',
        says: '1/C is missing: x also moves the mean, which is taken off every entry.',
        formula: 'rstd * (eye(i, j) - xhat[i] * xhat[j] / C)',
      },
      {
        name: 'the deviation held still',
        says: 'The derivative of r is missing. r is made of x as well: −1/2 r³ times 2 c / C.',
        formula: 'rstd * (eye(i, j) - 1/C)',
      },
      {
        name: 'the last sign',
        says: 'Your last sign is the other one. r falls as the variance grows.',
        formula: 'rstd * (eye(i, j) - 1/C + xhat[i] * xhat[j] / C)',
      },
      {
        name: 'r missing',
        says: 'r in front of the whole is missing.',
        formula: 'eye(i, j) - 1/C - xhat[i] * xhat[j] / C',
      },
      {
        name: 'c in place of x̂',
        says: 'You have c where x̂ belongs. Of the three r of −r³ two make an x̂ of each c, and one is left.',
        formula: 'rstd * (eye(i, j) - 1/C - c[i] * c[j] / C)',
      },
      {
        name: 'r³ and an x̂ as well',
        says: 'One r is too many in your last term: r³ belongs to c[j], and r² to x̂[j].',
        formula: '(eye(i, j) - 1/C) * rstd - c[i] * rstd^3 * xhat[j] / C',
      },
      {
        name: 'one index twice',
        says: 'Your last term has the same index twice. Input j moves the variance by its x̂[j], and the variance moves output i by its x̂[i].',
        formula: 'rstd * (eye(i, j) - 1/C - xhat[i]^2 / C)',
      },
      {
        name: 'half of the last term',
        says: 'A half is left over. The 2 of the square has taken it away.',
        formula: 'rstd * (eye(i, j) - 1/C - 1/2 * xhat[i] * xhat[j] / C)',
      },
      {
        name: 'the chain stopped at the variance',
        says: 'Your last factor is r by σ². The chain goes one link further, from σ² to x[j]: times what x[j] does to the variance.',
        formula: 'rstd * (eye(i, j) - 1/C) - 1/2 * c[i] * rstd^3',
      },
      {
        name: 'c missing beside the derivative of r',
        says: 'Your last term has how r moves, and c[i] beside it is missing: x̂[i] is c[i] · r, so as r moves, x̂[i] moves c[i] times that.',
        formula: 'rstd * (eye(i, j) - 1/C) - rstd^3 * c[j] / C',
      },
      {
        name: 'r missing in the last term',
        says: 'r is missing in your last term: of the three r of −r³ two go into the two x̂, and one is left.',
        formula: 'rstd * (eye(i, j) - 1/C) - xhat[i] * xhat[j] / C',
      },
      {
        name: 'γ in front',
        says: 'γ stands in your line: that is how y moves. This is the derivative of x̂, before γ.',
        formula: 'gamma[i] * rstd * (eye(i, j) - 1/C - xhat[i] * xhat[j] / C)',
      },
    ],
  },
  [
    'rstd * (eye(i, j) - 1/C - xhat[i] * xhat[j] / C)',
    '(eye(i, j) - 1/C) * rstd - c[i] * rstd^2 * xhat[j] / C',
    'rstd * (eye(i, j) - (1 + xhat[i] * xhat[j]) / C)',
    'rstd * eye(i, j) - rstd / C - rstd^3 * c[i] * c[j] / C',
  ],
);

export const leakFormula = formulaExercise(
  {
    id: 'E3.4 J x̂',
    derivation: derivations['layer-norm-jacobian-xhat'],
    line: 5,
    why: 'Along x̂ nearly nothing gets through; this line says how much.',
    difficulty: 2,
    importance: 2,
    minutes: 3,
    hints: [
      'Look at the mean of x̂ squared in line 4.',
      'Put in what notebook 01 says it is. What is 1 minus that?',
      '1 − σ²/(σ² + ε) is ε/(σ² + ε).',
    ],
    known: [
      {
        name: 'nothing gets through',
        says: 'Without ε it would be 0. With it, the mean square of x̂ is a little less than 1: σ²/(σ² + ε).',
        formula: '0',
      },
      {
        name: 'what is kept back',
        says: 'σ²/(σ² + ε) is what the bracket takes off. What gets through is 1 less that.',
        formula: 'rstd * xhat * variance / (variance + eps)',
      },
      {
        name: 'everything gets through',
        says: 'You have r · x̂ whole, as if nothing were taken off. The bracket is 1 less the mean square of x̂.',
        formula: 'rstd * xhat',
      },
      {
        name: 'r missing',
        says: 'One r is missing: it stands before the bracket in line 4, and ε is divided by σ² + ε itself, not by its root.',
        formula: 'xhat * eps / (variance + eps)',
      },
      {
        name: 'the eigenvalue alone',
        says: 'That is the factor. The line is the whole product: r and x̂ stand before it.',
        formula: 'eps / (variance + eps)',
      },
      {
        name: 'r and the factor, without x̂',
        says: 'x̂ is missing: what comes out is a direction, x̂ times a factor.',
        formula: 'rstd * eps / (variance + eps)',
      },
      {
        name: 'ε over σ²',
        says: 'You divide by σ² alone. Over one denominator it is ε/(σ² + ε).',
        formula: 'rstd * xhat * eps / variance',
      },
      {
        name: 'ε alone',
        says: 'You have ε where ε/(σ² + ε) belongs: it is small beside σ², not small in itself.',
        formula: 'rstd * xhat * eps',
      },
      {
        name: 'added, not taken off',
        says: 'You add the mean square. In line 4 it is taken off 1.',
        formula: 'rstd * xhat * (1 + variance / (variance + eps))',
      },
      {
        name: 'the variance in place of the mean square',
        says: 'You take the variance of x off 1. In the bracket stands the mean square of x̂, which has been divided by the deviation: notebook 01 says what it is.',
        formula: 'rstd * xhat * (1 - variance)',
      },
      {
        name: 'the sum of squares in place of their mean',
        says: 'You take C off 1, as if the squares of x̂ were added up. In line 4 stands their mean, and with ε it is not quite 1.',
        formula: 'rstd * xhat * (1 - C)',
      },
    ],
  },
  [
    'rstd * xhat * eps / (variance + eps)',
    'rstd * xhat[i] * (1 - variance / (variance + eps))',
    'eps * rstd^3 * xhat',
    'eps * rstd^4 * c',
  ],
);

export const detachedSumFormula = formulaExercise(
  {
    id: 'E3.5 Σ dx',
    derivation: derivations['layer-norm-detached-sum'],
    line: 3,
    why: 'With both statistics cut, dx asks for a shift that the layer cannot see: this is how large a shift.',
    difficulty: 1,
    importance: 1,
    minutes: 2,
    hints: [
      'r is one number for the word, so it goes in front of the sum in line 2.',
      'A sum of C numbers is how many times their mean?',
      'C times. Three factors: r, C, and a mean.',
    ],
    known: [
      {
        name: 'C missing',
        says: 'C is missing. A sum of C numbers is C times their mean.',
        formula: 'rstd * mean(g)',
      },
      {
        name: 'zero',
        says: '0 is what the sum would be with the path through the mean. Here the mean is held still, and nothing takes it off.',
        formula: '0',
      },
      {
        name: 'r missing',
        says: 'r is missing. It is the same for all entries, so it goes in front of the sum, and stays.',
        formula: 'C * mean(g)',
      },
      {
        name: 'r and C missing',
        says: 'That is the mean alone. r stands before the sum, and a sum is C times its mean.',
        formula: 'mean(g)',
      },
      {
        name: 'γ missing',
        says: 'You take the mean of dy. What arrives at x̂ is g, in which γ is already.',
        formula: 'rstd * C * mean(dy)',
      },
      {
        name: 'C twice',
        says: 'C stands there twice. Every entry brings one r · g, and there are C of them: C times their mean.',
        formula: 'rstd * C^2 * mean(g)',
      },
      {
        name: 'not added up',
        says: 'An index is left over: that is one entry, C times. The sum of different numbers is C times their mean.',
        formula: 'rstd * C * g',
        isOpen: true,
      },
      {
        name: 'the sign of dμ',
        says: 'With a minus it is dμ, what arrives at the mean. The sum of dx itself comes with plus.',
        formula: '-rstd * C * mean(g)',
      },
      {
        name: 'g missing',
        says: 'g is missing: you have added up r, C times. Each entry brings r times its own g.',
        formula: 'rstd * C',
      },
    ],
  },
  ['rstd * C * mean(g)', 'C * rstd * mean(j, g[j])', 'C * mean(rstd * g)', 'r * C * mean(γ * dy)'],
);
