/** Data of an exercise: the gradient for the weights of a mixture of norms, E6.5. */
import { derivations } from '../../derive/library/index.js';
import { formulaExercise } from './formula-exercise.js';

export const mixtureFormula = formulaExercise(
  {
    id: 'E6.5',
    derivation: derivations['switchable-norm-dmean-logits'],
    line: 6,
    why: 'Whatever is mixed by a softmax learns its weights by this line: switchable norms, attention, or a network that chooses among several others.',
    difficulty: 2,
    importance: 2,
    minutes: 6,
    hints: [
      'Line 5 has one eye(k, l) left, inside a sum over l. Multiply out the bracket first: two sums.',
      'In the first sum eye(k, l) keeps the term with l = k alone. In the second w[k] does not depend on l.',
      'The first is a[k] · w[k], the second w[k] · sum(l, a[l] · w[l]). They have a factor in common.',
    ],
    known: [
      {
        name: 'average left out',
        says: 'You keep the term with l = k and drop the other. Weights add up to 1: whoever gains takes from the others, and that is the second sum.',
        formula: 'w[k] * a[k]',
      },
      {
        name: 'average added',
        says: 'The sign of the second sum is wrong: the bracket is eye(k, l) − w[k].',
        formula: 'w[k] * (a[k] + sum(l, w[l] * a[l]))',
      },
      {
        name: 'weight left out',
        says: 'The factor w[k] is missing: it stands in both sums. A weight near 0 hardly moves, whatever its statistic would do.',
        formula: 'a[k] - sum(l, w[l] * a[l])',
      },
      {
        name: 'plain average',
        says: 'You subtract the plain average of the three. It is the average under the mixture: each a[l] times its weight.',
        formula: 'w[k] * (a[k] - mean(l, a[l]))',
      },
      {
        name: 'sum instead of average',
        says: 'In the second sum each a[l] stands with its weight w[l].',
        formula: 'w[k] * (a[k] - sum(l, a[l]))',
      },
      {
        name: 'average divided once more',
        says: 'mean divides by 3, and w[l] is a share already: the shares add up to 1, so their sum is the average.',
        formula: 'w[k] * (a[k] - mean(l, w[l] * a[l]))',
      },
      {
        name: 'a in front',
        says: 'You have a[k] in front of both sums. The second sum does not hold a[k] but all a[l]: what both have in common is w[k].',
        formula: 'a[k] * (w[k] - sum(l, w[l] * a[l]))',
      },
      {
        name: 'weight of the average left out',
        says: 'In front of the second sum w[k] is missing: it stands in the bracket of line 5 and does not run.',
        formula: 'w[k] * a[k] - sum(l, w[l] * a[l])',
      },
      {
        name: 'own term alone',
        says: 'eye(k, l) stands in front of the 1 alone: the sum with w[k] runs over all three l, not over l = k.',
        formula: 'w[k] * a[k] * (1 - w[k])',
      },
      {
        name: 'weights the wrong way round',
        says: 'In the second sum w[l] belongs inside and w[k] in front: you have w[k] inside twice.',
        formula: 'w[k] * (a[k] - w[k] * sum(l, a[l]))',
      },
      {
        name: 'the whole gradient turned',
        says: 'Every sign is turned: the term with l = k comes first, with a plus.',
        formula: 'w[k] * (sum(l, w[l] * a[l]) - a[k])',
      },
    ],
  },
  [
    'w[k] * (a[k] - sum(l, w[l] * a[l]))',
    'a[k] * w[k] - w[k] * sum(l, a[l] * w[l])',
    'w * (a - sum(w * a))',
    '-w[k] * sum(q, w[q] * (a[q] - a[k]))',
    'w[k] * (a[k] - sum(j, w[j] * a[j]))',
  ],
);
