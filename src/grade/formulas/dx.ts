/** Data of two exercises: from dc to dx, level 8 of notebook 03. */
import { derivations } from '../../derive/library/index.js';
import { formulaExercise } from './formula-exercise.js';

export const dxFromDcFormula = formulaExercise(
  {
    id: 'E3.2 dc to dx',
    derivation: derivations['layer-norm-dx-from-dc'],
    line: 5,
    why: 'On the way forward LayerNorm subtracts the mean; this line says what it does on the way back.',
    difficulty: 2,
    importance: 3,
    minutes: 3,
    hints: [
      'Line 4 is a sum over i of dc times a bracket with two terms. Take them one by one.',
      'With eye(i, j) one term of the sum is left. With 1 / C the sum becomes a mean.',
      'dc, minus its mean.',
    ],
    known: [
      {
        name: 'the mean forgotten',
        says: 'That is the first term, with eye. An entry of x also moves the mean, and with it every c: the second term is left.',
        formula: 'dc',
      },
      {
        name: 'a sum in place of the mean',
        says: 'You take off the sum of dc. An entry moves the mean by a C-th only: 1 / C stands in the bracket.',
        formula: 'dc - sum(dc)',
      },
      {
        name: 'the second sign',
        says: 'You add the mean. c = x − μ: what comes through μ comes with a minus.',
        formula: 'dc + mean(dc)',
      },
      {
        name: 'only its own share',
        says: 'You let the entry move the mean inside its own c alone. It moves all c, so the sum over i stays: a mean of all dc.',
        formula: 'dc * (1 - 1 / C)',
      },
      {
        name: 'dc missing beside 1/C',
        says: 'dc is missing in the second term: the sum over i of dc / C, not 1 / C alone.',
        formula: 'dc - 1 / C',
      },
      {
        name: 'divided by C twice',
        says: 'You divide by C twice. mean has divided already.',
        formula: 'dc - mean(dc) / C',
      },
      {
        name: 'r once more',
        says: 'r stands in front, and dc has it already.',
        formula: 'rstd * (dc - mean(dc))',
      },
      {
        name: 'only what is taken away',
        says: 'dc itself is missing. With eye one term of the sum is left, and that is dc of the same place.',
        formula: '-mean(dc)',
      },
      {
        name: 'x̂ taken off once more',
        says: 'You take off a part along x̂ again. That was done in dc; what is left to do is the mean.',
        formula: 'dc - mean(dc) - xhat * mean(dc * xhat)',
      },
    ],
  },
  [
    'dc - mean(dc)',
    'dc[j] - sum(i, dc[i]) / C',
    '(C * dc - sum(dc)) / C',
    'rstd * (g - mean(g) - xhat * mean(g * xhat))',
  ],
);

export const dxFormula = formulaExercise(
  {
    id: 'E3.2 dx',
    derivation: derivations['layer-norm-dx-from-dc'],
    line: 9,
    why: 'Equation (8): with (6) and (7) it is the backward of LayerNorm.',
    difficulty: 2,
    importance: 3,
    minutes: 3,
    hints: [
      'In line 8 both terms have the same factor in front.',
      'Take r in front of one bracket. Three terms stand inside.',
      'g, minus its mean, minus x̂ times what level 6 found.',
    ],
    known: [
      {
        name: 'the path through the mean is missing',
        says: 'That is dc. Line 8 has one term more, r · mean(g), from the step through the mean.',
        formula: 'rstd * (g - xhat * mean(g * xhat))',
      },
      {
        name: 'the path through the deviation is missing',
        says: 'Your line is centred, and its part along x̂ is still there: x̂ · mean(g ⊙ x̂) is missing, with the product inside the mean.',
        formula: 'rstd * (g - mean(g))',
      },
      {
        name: 'the mean subtracted twice',
        says: 'You take off mean(g) twice. It comes from one step, that through the mean.',
        formula: 'rstd * (g - 2 * mean(g) - xhat * mean(g * xhat))',
      },
      {
        name: 'x̂ missing beside the last mean',
        says: 'You take off mean(g ⊙ x̂) alike from every entry. Through the deviation each entry hears in proportion to its own x̂.',
        formula: 'rstd * (g - mean(g) - mean(g * xhat))',
      },
      {
        name: 'the statistics held still',
        says: 'That is the direct path alone. The two that go through the statistics are missing.',
        formula: 'rstd * g',
      },
      {
        name: 'sums in place of means',
        says: 'You have sums. Both statistics are means, so both terms are divided by C.',
        formula: 'rstd * (g - sum(g) - xhat * sum(g * xhat))',
      },
      {
        name: 'the last mean is a sum',
        says: 'Your last mean is a sum. Divide it by C, like the first.',
        formula: 'rstd * (g - mean(g) - xhat * sum(g * xhat))',
      },
      {
        name: 'the last sign',
        says: 'You add the term with x̂. r falls as the variance grows, so what comes through it is taken away.',
        formula: 'rstd * (g - mean(g) + xhat * mean(g * xhat))',
      },
      {
        name: 'the first sign',
        says: 'You add mean(g). μ is subtracted on the way forward, so what comes through it is taken away.',
        formula: 'rstd * (g + mean(g) - xhat * mean(g * xhat))',
      },
      {
        name: 'r missing',
        says: 'Your bracket is right, and r in front of it is missing.',
        formula: 'g - mean(g) - xhat * mean(g * xhat)',
      },
      {
        name: 'r on the first terms only',
        says: 'r is missing in your last term. In line 8 it stands before both: take it in front of one bracket.',
        formula: 'rstd * (g - mean(g)) - xhat * mean(g * xhat)',
      },
      {
        name: 'r missing before mean(g)',
        says: 'r is missing before mean(g). In line 8 it stands before both terms: take it in front of one bracket.',
        formula: 'rstd * (g - xhat * mean(g * xhat)) - mean(g)',
      },
      {
        name: 'r on g only',
        says: 'r multiplies your first term alone. In line 8 it stands before both others as well: take it in front of one bracket.',
        formula: 'rstd * g - mean(g) - xhat * mean(g * xhat)',
      },
      {
        name: 'divided by r',
        says: 'You divide by r. It is one over the deviation already: in line 8 it multiplies.',
        formula: '(g - mean(g) - xhat * mean(g * xhat)) / rstd',
      },
      {
        name: '1/C in front',
        says: 'Your bracket is right, and it is divided by C. The means inside have divided already.',
        formula: 'rstd / C * (g - mean(g) - xhat * mean(g * xhat))',
      },
      {
        name: 'x in place of x̂',
        says: 'You have x where x̂ belongs. Line 8 is made of x̂: centred, and divided by the deviation.',
        formula: 'rstd * (g - mean(g) - x * mean(g * x))',
      },
      {
        name: 'γ missing',
        says: 'You start from dy. What arrives at x̂ is g, in which γ is already.',
        formula: 'rstd * (dy - mean(dy) - xhat * mean(dy * xhat))',
      },
      {
        name: 'a product where a mean belongs',
        says: 'In your last term every entry meets only itself. The deviation joins all entries: the mean of g ⊙ x̂, times x̂.',
        formula: 'rstd * (g - mean(g) - g * xhat^2)',
      },
      {
        name: 'the formula printed in a lesson',
        says: 'That is a formula that has been printed: mean(g) is gone, and the two terms have come apart. Go from line 8.',
        formula: '1/C * (rstd * g - rstd^2 * xhat * sum(g * xhat))',
      },
    ],
  },
  [
    'rstd * (g - mean(g) - xhat * mean(g * xhat))',
    'r * (g - x̂ * mean(g * x̂) - mean(g))',
    '(g - mean(g) - mean(xhat * g) * xhat) * rstd',
    'rstd * (g - mean(g)) - rstd * xhat * mean(g * xhat)',
  ],
);
