/** Data of an exercise: the size of a Peri-LN stream behind n sub-layers, E9.2. */
import { derivations } from '../../derive/library/index.js';
import { formulaExercise } from './formula-exercise.js';

export const periNormFormula = formulaExercise(
  {
    id: 'E9.2',
    derivation: derivations['peri-norm-rms'],
    line: 4,
    why: 'Behind 96 sub-layers, those of 48 blocks, an activation is as large as this line says. Whoever stores it in half precision should know it beforehand.',
    difficulty: 2,
    importance: 2,
    minutes: 5,
    hints: [
      'Branches that share nothing: their mean squares add up. Each branch leaves its second norm with the mean square γ².',
      'What is the sum over n sub-layers of a number that does not depend on the sub-layer?',
      'n · γ². It is added to v_0, which counts the stream before the first sub-layer, and the root is taken of all of it.',
    ],
    known: [
      {
        name: 'no root',
        says: 'That is the mean square. The root mean square is asked for: its root.',
        formula: 'v + n * gamma^2',
      },
      {
        name: 'γ not squared',
        says: 'γ multiplies the branch, so its mean square is γ², not γ.',
        formula: 'sqrt(v + n * gamma)',
      },
      {
        name: 'sizes added',
        says: 'You add up sizes. Roads that share nothing add up their squares: two of size 1 make √2, not 2.',
        formula: 'sqrt(v) + n * gamma',
      },
      {
        name: 'two roots',
        says: 'You take the root of each part and add the roots. The root is taken once, of the whole sum.',
        formula: 'sqrt(v) + sqrt(n) * gamma',
      },
      {
        name: 'depth squared',
        says: 'n is squared: that is what happens if all branches say the same. They share nothing, so their squares add up, n times γ².',
        formula: 'sqrt(v + n^2 * gamma^2)',
      },
      {
        name: 'one sub-layer',
        says: 'That is the size behind one sub-layer. There are n of them, and each adds its γ².',
        formula: 'sqrt(v + gamma^2)',
      },
      {
        name: 'multiplied, as without a norm',
        says: 'You multiply by 1 + γ² at every sub-layer. That is how a stream grows whose branches answer louder the louder they are asked; behind a norm each adds the same.',
        formula: 'sqrt(v * prod(l, 1 + gamma^2))',
      },
      {
        name: 'of the norm, as in Post-LN',
        says: 'That would be the size if a norm stood behind the sum. In Peri-LN the norms stand on the branch, and the stream grows.',
        formula: 'gamma',
      },
      {
        name: 'start forgotten',
        says: 'The stream before the first sub-layer is missing: v_0.',
        formula: 'sqrt(n) * gamma',
      },
      {
        name: 'two for each of n',
        says: 'You count two branches for each of n. n counts sub-layers, so both of a block are in it: behind twelve blocks n is 24.',
        formula: 'sqrt(v + 2 * n * gamma^2)',
      },
      {
        name: 'C times as much',
        says: 'You count the C numbers of a branch as well. The mean square is a mean over them: γ², however many they are.',
        formula: 'sqrt(v + n * C * gamma^2)',
      },
      {
        name: 'a mean over the sub-layers',
        says: 'You divide by n. The branches are added up, not averaged.',
        formula: 'sqrt(v + gamma^2 / n)',
      },
    ],
  },
  [
    'sqrt(v + n * gamma^2)',
    'sqrt(n * gamma * gamma + v)',
    '(v + gamma^2 * n)^(1/2)',
    'sqrt(gamma^2 * (n + v / gamma^2))',
  ],
);
