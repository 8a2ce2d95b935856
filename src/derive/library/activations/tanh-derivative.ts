import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { curveLetters } from './letters.js';

/** The slope of tanh by its own value, which the forward pass has already. */
export const tanhDerivative: Derivation = {
  name: 'tanh-derivative',
  title: 'The slope of tanh',
  says: 'The slope is one minus the square of the value: steepest at 0, flat where tanh is full. No new exponential is needed on the way back.',
  source: 'derived here',
  agreesWith: 'autograd/ops/tanh: the slope of tanh',
  letters: curveLetters,
  lines: [
    line('D(t, x)'),
    line(
      '((up + down) * (up + down) - (up - down) * (up - down)) / (up + down)^2',
      "quotient rule; the two exponentials are each other's derivative, but for the sign",
      { forbid: ['D'] },
    ),
    line('1 - (up - down)^2 / (up + down)^2', 'divide each term'),
    line('1 - t^2', 'the definition of tanh', { forbid: ['up', 'down'] }),
  ],
};
