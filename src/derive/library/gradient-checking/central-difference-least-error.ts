import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { stepLetters } from './letters.js';

/** No step can do better than the best one. */
export const centralDifferenceLeastError: Derivation = {
  name: 'central-difference-least-error',
  title: 'What the best step leaves',
  says: 'At the best step the error is half of a h₀², and no other step gets below it. The rounding error there is twice the other one.',
  source: 'derived here',
  agreesWith: 'autograd/gradient-check: step',
  letters: stepLetters,
  lines: [
    line('error'),
    line('h^2 * a / 6 + a * best^3 / (3 * h)', 'write b with the best step', { forbid: ['error', 'b'] }),
    line('a / (6 * h) * (h^3 + 2 * best^3)', 'a common factor'),
    line('a / (6 * h) * ((h - best)^2 * (h + 2 * best) + 3 * h * best^2)', 'complete the square'),
    line('a * best^2 / 2 + a * (h - best)^2 * (h + 2 * best) / (6 * h)', 'multiply out'),
    line('a * best^2 / 2', 'what is dropped is never negative', { relation: '>=', forbid: ['h'] }),
  ],
};
