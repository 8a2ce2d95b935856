/** Data of two exercises: the gradients of β and γ, level 2 of notebook 03. */
import { derivations } from '../../derive/library/index.js';
import { formulaExercise } from './formula-exercise.js';

export const dbetaFormula = formulaExercise(
  {
    id: 'E3.1 dβ',
    derivation: derivations['layer-norm-dbeta'],
    line: 4,
    why: 'Whatever is copied on the way forward adds up what comes back: biases, embeddings and convolutions do the same.',
    difficulty: 1,
    importance: 3,
    minutes: 2,
    hints: [
      'Line 3 has one derivative left, D(y[n, j], beta[j]).',
      'y is γ · x̂ + β. If β grows by one unit, by how many does y grow?',
      'By one. So that derivative is 1, and the sum over the words n stays as it is.',
    ],
    known: [
      {
        name: 'a mean over the words',
        says: 'You take the mean over the words. β is copied into every word, and copies add up what comes back, however many they are.',
        formula: 'mean(n, dy[n, j])',
      },
      {
        name: 'divided by C',
        says: 'You divide by C. C counts the features; β_j hears from the N words, and what they send is added up, not divided.',
        formula: 'sum(n, dy[n, j]) / C',
      },
      {
        name: 'not added up',
        says: 'That is dy of one word. β is the same in all words and hears from each of them: something has to run over n.',
        formula: 'dy[n, j]',
        isOpen: true,
      },
      {
        name: 'added up along the features',
        says: 'You add up the features of each word: one number for every word. β has one for every feature, so the sum runs over the words.',
        formula: 'sum(i, dy[n, i])',
        isOpen: true,
      },
      {
        name: 'all of dy in one number',
        says: 'You add up all of dy, words and features. Feature j of β moves feature j of y alone: only the words are added up.',
        formula: 'sum(n, i, dy[n, i])',
      },
      {
        name: 'γ in dβ',
        says: 'You multiply by γ. β is added after γ has multiplied, so γ has no part in it.',
        formula: 'sum(n, gamma[j] * dy[n, j])',
      },
      {
        name: 'x̂ in dβ',
        says: 'x̂ stands beside γ, not beside β. If β grows by one unit, y grows by one unit, whatever x̂ is.',
        formula: 'sum(n, dy[n, j] * xhat[n, j])',
      },
      {
        name: 'β in its own gradient',
        says: 'You multiply by β. How fast y moves with β does not depend on how large β is.',
        formula: 'sum(n, dy[n, j] * beta[j])',
      },
      {
        name: 'of the first word alone',
        says: 'That is dy of the first word. The other words hold the same β, and send something back as well.',
        formula: 'dy[1, j]',
      },
    ],
  },
  ['sum(n, dy[n, j])', 'sum(dy, axis=0)', 'dy.sum(0)', 'sum(dy, { axis: 0 })', 'N * mean(n, dy[n, j])'],
);

export const dgammaFormula = formulaExercise(
  {
    id: 'E3.1 dγ',
    derivation: derivations['layer-norm-dgamma'],
    line: 4,
    why: 'A factor hears what stands beside it: the same rule gives the gradient of every weight.',
    difficulty: 1,
    importance: 3,
    minutes: 2,
    hints: [
      'Look again at the derivative in line 3: D(y[n, j], gamma[j]).',
      'In γ · x̂ + β, what stands beside γ?',
      'x̂ of the same word and feature. Multiply dy by it, before summing over the words.',
    ],
    known: [
      {
        name: 'a mean over the words',
        says: 'You take the mean over the words. γ is copied into every word, and copies add up what comes back.',
        formula: 'mean(n, dy[n, j] * xhat[n, j])',
      },
      {
        name: 'not added up',
        says: 'That is what one word sends back. γ is the same in all words and hears from each of them: something has to run over n.',
        formula: 'dy[n, j] * xhat[n, j]',
        isOpen: true,
      },
      {
        name: 'added up along the features',
        says: 'You add up the features of each word: one number for every word. γ has one for every feature, so the sum runs over the words.',
        formula: 'sum(i, dy[n, i] * xhat[n, i])',
        isOpen: true,
      },
      {
        name: 'all in one number',
        says: 'You add up words and features. Feature j of γ moves feature j of y alone: only the words are added up.',
        formula: 'sum(n, i, dy[n, i] * xhat[n, i])',
      },
      {
        name: 'x̂ missing',
        says: 'That is dβ. γ multiplies, so y moves by x̂ for each unit of γ: in each word by another amount.',
        formula: 'sum(n, dy[n, j])',
      },
      {
        name: 'dy missing',
        says: 'dy is missing: that is how far y moves, not what it costs. In each word dy meets its x̂ first; then the products are added up.',
        formula: 'sum(n, xhat[n, j])',
      },
      {
        name: 'x in place of x̂',
        says: 'You multiply dy by x. What stands beside γ in y is x̂, the normalized word.',
        formula: 'sum(n, dy[n, j] * x[n, j])',
      },
      {
        name: 'c in place of x̂',
        says: 'You multiply dy by the deviations c. What stands beside γ is x̂ = c · r: divided by the deviation as well.',
        formula: 'sum(n, dy[n, j] * c[n, j])',
      },
      {
        name: 'γ in dγ',
        says: 'You multiply by γ. The derivative of γ · x̂ by γ is x̂ alone.',
        formula: 'sum(n, gamma[j] * dy[n, j] * xhat[n, j])',
      },
      {
        name: 'γ in place of x̂',
        says: 'You multiply dy by γ: that is what x̂ hears. γ hears what stands beside it in γ · x̂.',
        formula: 'sum(n, dy[n, j] * gamma[j])',
      },
      {
        name: 'y in place of x̂',
        says: 'You multiply dy by y. In y = γ · x̂ + β only x̂ stands beside γ.',
        formula: 'sum(n, dy[n, j] * y[n, j])',
      },
      {
        name: 'a product of two sums',
        says: 'You add up dy and x̂ each by itself. In each word the one meets the other first; then the products are added up.',
        formula: 'sum(n, dy[n, j]) * sum(m, xhat[m, j])',
      },
    ],
  },
  [
    'sum(n, dy[n, j] * xhat[n, j])',
    'sum(dy * xhat, axis=0)',
    '(dy * xhat).sum(0)',
    'N * mean(n, xhat[n, j] * dy[n, j])',
    'sum(n, dy[n, j] * (x[n, j] - mu[n]) * rstd[n])',
  ],
);
