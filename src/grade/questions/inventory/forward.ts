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

/** In the order of the course. */
export const forwardTemplates: readonly Template[] = [variance, gammaBeta];
