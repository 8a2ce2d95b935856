import type { Derivation } from '../../derivation.js';
import { line } from '../../derivation.js';
import { softCapLetters } from './letters.js';

/** Another way to keep logits small: bend them. */
export const attentionSoftCap: Derivation = {
  name: 'attention-soft-cap',
  title: 'The slope of a soft cap',
  says: 'A soft cap bends large logits and leaves small ones alone. Its slope is 1 at 0 and dies out near the cap, and the gradient with it.',
  source: 'derived here',
  agreesWith: 'transformer/attention: softCap',
  letters: softCapLetters,
  lines: [
    line('D(capped, z)'),
    line('cap * D(tanh(z / cap), z)', 'the cap is a factor'),
    line('cap * (1 - tanh(z / cap)^2) / cap', 'the slope of tanh, times the inner derivative', {
      forbid: ['D'],
    }),
    line('1 - tanh(z / cap)^2', 'the cap cancels'),
    line('1 - (capped / cap)^2', 'what the forward pass has already', { forbid: ['tanh'] }),
  ],
};
