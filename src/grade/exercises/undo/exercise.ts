import type { Exercise } from '../../exercise.js';
import { undosChecks } from './checks.js';
import { rightUndos } from './right.js';
import type { UndoFunction } from './right.js';
import { wrongUndos } from './wrong.js';

/** E1.3: the γ and β that give one word back. */
export const undoExercise: Exercise<UndoFunction> = {
  id: 'E1.3',
  title: 'Undo the normalization of one word',
  statement:
    'For one word x of shape [C], find the γ and β of shape [C] that undo both steps of LayerNorm, whatever x and ε are: γ multiplies by what was divided, β adds what was subtracted.',
  why: '"γ and β can undo the normalization" is said of every norm. Here you see what it takes, and then why it works for one word only.',
  difficulty: 2,
  importance: 2,
  minutes: 6,
  signature: 'undo(x: Tensor, eps: number): { gamma: Tensor; beta: Tensor }',
  hints: [
    'Which two numbers did LayerNorm take out of this word? Put one into γ and the other into β.',
    'LayerNorm divided by √(σ² + ε), not by σ. γ has C equal entries.',
    'With c = sub(x, mean(x)), the variance is mean(mul(c, c)): one number. Make C copies of its root, and C copies of the mean.',
  ],
  solution: `function undo(x: Tensor, eps: number): { gamma: Tensor; beta: Tensor } {
  const mu = mean(x);
  const centred = sub(x, mu);
  const deviation = sqrt(add(mean(mul(centred, centred)), eps));
  return { gamma: add(mul(x, 0), deviation), beta: add(mul(x, 0), mu) };
}`,
  checks: undosChecks,
  wrong: wrongUndos,
  right: rightUndos,
};
