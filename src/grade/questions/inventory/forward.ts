/** Ideas about the way forward, small enough to work out by hand. */
import { between, oneOf, row, shown, shuffled } from './template.js';
import type { Template } from './template.js';

/** Deviations from a mean, with a variance that is a whole number. */
const deviations = [
  [-3, -1, 1, 3],
  [-4, 0, 0, 4],
  [-2, -2, 2, 2],
  [-5, -1, 1, 5],
  [-4, -2, 2, 4],
  [-6, 0, 2, 4],
  [-3, -3, 1, 5],
  [-6, 2, 2, 2],
] as const;

const variance: Template = {
  idea: 'variance',
  title: 'The variance of a row, by hand',
  notebook: '01',
  draw(random) {
    const from = oneOf(random, deviations);
    const mean = between(random, 2, 9);
    const squares = from.reduce<number>((sum, value) => sum + value * value, 0);
    return {
      text: `Which variance does LayerNorm take of the row ${row(shuffled<number>(random, from).map((value) => value + mean))}?`,
      right: {
        text: shown(squares / 4),
        says: 'Subtract the mean, square, and take the mean of the squares: over n, not n − 1.',
      },
      wrong: [
        {
          text: shown(squares / 3),
          says: 'That divides by n − 1. LayerNorm divides by n: it describes this row and estimates nothing.',
          misconception: 'variance over n − 1',
        },
        {
          text: shown(squares / 4 + mean * mean),
          says: 'That is the mean of the squares of the row as it is. The mean has to be subtracted first.',
          misconception: 'variance not centred',
        },
        {
          text: shown(Math.sqrt(squares / 4)),
          says: 'That is its root, the deviation. The variance is the mean of the squares.',
          misconception: 'deviation instead of variance',
        },
      ],
    };
  },
};

const gammaBeta: Template = {
  idea: 'gamma and beta',
  title: 'What γ and β do',
  notebook: '01',
  draw(random) {
    const [low, apart] = [between(random, 1, 5), 2 * between(random, 1, 4)];
    const signs = oneOf(random, [[-1, 1] as const, [1, -1] as const]);
    const x = signs.map((sign) => low + apart / 2 + (sign * apart) / 2);
    const gamma = [between(random, 2, 6), between(random, 2, 6)];
    const beta = [between(random, 1, 5), between(random, 1, 5)];
    const each = (f: (xhat: number, gamma: number, beta: number) => number): string =>
      row(signs.map((sign, i) => f(sign, gamma[i], beta[i])));
    return {
      text: `LayerNorm takes the row ${row(x)} with γ = ${row(gamma)}, β = ${row(beta)} and an ε far too small to matter. What comes out?`,
      right: {
        text: each((xhat, g, b) => g * xhat + b),
        says: `The row becomes ${row(signs)}; then each feature is multiplied by its γ, and its β is added.`,
      },
      wrong: [
        {
          text: each((xhat, g, b) => g * (xhat + b)),
          says: 'That adds β before γ multiplies. β comes last, and γ does not touch it.',
          misconception: 'γ multiplies β as well',
        },
        {
          text: each((xhat, g, b) => (1 + g) * xhat + b),
          says: 'That multiplies by 1 + γ. A γ of 1 leaves a feature as it is; nothing is added to it.',
          misconception: 'gain 1 + γ',
        },
        {
          text: each((xhat, g) => g * xhat),
          says: 'That leaves β out. After γ has multiplied, β is added, feature by feature.',
          misconception: 'β is ignored',
        },
      ],
    };
  },
};

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
export const forwardTemplates: readonly Template[] = [variance, gammaBeta, epsilon, negativeScale];
