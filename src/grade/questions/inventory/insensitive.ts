/** Ideas about what ε holds back, and what LayerNorm cannot see. */
import { between, oneOf, row, shown, shuffled } from './template.js';
import type { Template } from './template.js';

/** Deviation, root of ε, and the root of the sum of their squares: all whole. */
const triples = [
  [3, 4, 5],
  [4, 3, 5],
  [5, 12, 13],
  [12, 5, 13],
  [6, 8, 10],
  [8, 6, 10],
  [8, 15, 17],
  [15, 8, 17],
  [9, 12, 15],
  [12, 9, 15],
] as const;

const epsilon: Template = {
  idea: 'epsilon',
  title: 'Where ε stands',
  notebook: '01',
  draw(random) {
    const [deviation, root, together] = oneOf(random, triples);
    const eps = root * root;
    return {
      text: `A row has variance ${deviation * deviation}. So that it shows, ε = ${eps}. What does LayerNorm divide the centred row by?`,
      right: { text: shown(together), says: 'ε is added to the variance, under the root: √(σ² + ε).' },
      wrong: [
        {
          text: shown(deviation + eps),
          says: 'That adds ε to the root. It stands under the root, with the variance.',
          misconception: 'ε outside the root',
        },
        {
          text: shown(together * together),
          says: 'That is σ² + ε, and the root is missing.',
          misconception: 'divides by the variance',
        },
        {
          text: shown(deviation),
          says: 'That leaves ε out. It is added to every variance, not only to one that is 0.',
          misconception: 'ε counts only where the variance is 0',
        },
      ],
    };
  },
};

/** Rows that are normalized as they stand, with few digits. */
const normalized = [
  [-1.4, -0.2, 0.2, 1.4],
  [-0.75, -0.75, -0.75, 0.5, 1.75],
  [-0.5, -0.5, -0.5, -0.5, 2],
  [0.5, 0.5, 0.5, 0.5, -2],
] as const;

const negativeScale: Template = {
  idea: 'scale',
  title: 'What LayerNorm cannot see',
  notebook: '01',
  draw(random) {
    const h = shuffled<number>(random, oneOf(random, normalized));
    const [scale, shift] = [-between(random, 2, 6), between(random, 1, 9)];
    return {
      text: `With γ = 1, β = 0 and an ε too small to matter, LayerNorm makes ${row(h)} of a row x. What does it make of ${shown(scale)} · x + ${shift}?`,
      right: {
        text: row(h.map((value) => -value)),
        says: 'Shift and size are forgotten, the sign is not: LN(αx + c) = sign(α) · LN(x).',
      },
      wrong: [
        {
          text: row(h),
          says: 'Only a positive scale is forgotten. A negative one turns large into small: the sign stays.',
          misconception: 'the sign of a scale is forgotten',
        },
        {
          text: row(h.map((value) => scale * value)),
          says: 'The deviation grows with the row, and it is divided by: the size is forgotten.',
          misconception: 'outputs grow with the input',
        },
        {
          text: row(h.map((value) => scale * value + shift)),
          says: 'The mean takes the shift away, the deviation the size. Neither reaches the output.',
          misconception: 'scale and shift pass through',
        },
      ],
    };
  },
};

/** In the order of the course. */
export const insensitiveTemplates: readonly Template[] = [epsilon, negativeScale];
