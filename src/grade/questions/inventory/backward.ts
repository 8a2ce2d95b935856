/** Ideas about the way back, and about trusting it. */
import { between, oneOf, row } from './template.js';
import type { Template } from './template.js';

const broadcastSum: Template = {
  idea: 'summed',
  title: 'What the sum of the way back runs over',
  notebook: '03',
  draw(random) {
    const dy = [0, 1, 2].map(() => [between(random, -4, 6), between(random, -4, 6)]);
    const columns = [0, 1].map((feature) => dy.reduce((sum, word) => sum + word[feature], 0));
    return {
      text: `Three words of two features pass through y = γ · x̂ + β, and dy = (${dy.map(row).join(', ')}), word by word, comes back. What is dβ?`,
      right: {
        text: row(columns),
        says: 'One β serves all words, so its gradient is the sum over the words, feature by feature.',
      },
      wrong: [
        {
          text: row(columns.map((sum) => sum / 3)),
          says: 'That is the mean. Each word moves the loss by its own dy, and the moves add up.',
          misconception: 'averaged instead of summed',
        },
        {
          text: row(dy.map(([a, b]) => a + b)),
          says: 'That sums along each word. dβ has the shape of β: one entry for each feature.',
          misconception: 'summed over the features',
        },
        {
          text: row(dy[2]),
          says: 'That is what the last word sends back. The words before it count as well.',
          misconception: '= instead of +=',
        },
      ],
    };
  },
};

const gradientCheck: Template = {
  idea: 'gradient check',
  title: 'What a gradient check shows',
  notebook: '04',
  draw(random) {
    const [first, digits, tolerance] = [between(random, 2, 8), between(random, 9, 12), between(random, 6, 8)];
    return {
      text: `You compare the way back of a LayerNorm of yours with two-sided differences of its own way forward. The relative error is ${first}e-${digits}, the tolerance 1e-${tolerance}. What do you know?`,
      right: {
        text: 'The way back belongs to this way forward, whatever that computes',
        says: 'Both sides of the comparison come from your way forward. If that is wrong, both are wrong together.',
      },
      wrong: [
        {
          text: 'This is LayerNorm, forward and back',
          says: 'Had you divided by n − 1, the differences would have done so too. Only other numbers tell what is computed.',
          misconception: 'a gradient check proves the layer',
        },
        {
          text: `y is right to about ${digits - 1} digits; of dx nothing is known`,
          says: 'It is dx that was compared. What y should be was asked nowhere.',
          misconception: 'a gradient check compares outputs',
        },
        {
          text: `Nothing yet: a right way back has an error of 0, not ${first}e-${digits}`,
          says: 'Differences are never exact, so a right way back has an error too. This one is as small as they can tell.',
          misconception: 'differences are exact',
        },
      ],
    };
  },
};

const stepSize: Template = {
  idea: 'step',
  title: 'How the error depends on the step',
  notebook: '04',
  draw(random) {
    const [first, at, finer] = [between(random, 2, 8), between(random, 4, 5), between(random, 1, 2)];
    const tiny = oneOf(random, [12, 13]);
    const error = (exponent: number): string => `${first}e-${exponent}`;
    return {
      text: `In float64, a two-sided difference of a smooth function is off by ${error(at)} at h = 1e-2. What do you expect at h = 1e-${2 + finer}, and at h = 1e-${tiny}?`,
      right: {
        text: `near ${error(at + 2 * finer)}, then far more again`,
        says: 'The error falls with h², until rounding, divided by a tiny h, takes over.',
      },
      wrong: [
        {
          text: `near ${error(at + finer)}, then far more again`,
          says: 'So does a one-sided difference. With two sides the terms in h cancel, and h² is left.',
          misconception: 'the error falls with h',
        },
        {
          text: `near ${error(at + 2 * finer)}, then near ${error(at + 2 * (tiny - 2))}`,
          says: 'f keeps about 16 digits. Subtract two values that agree in nearly all of them, and what is left is rounding.',
          misconception: 'a smaller step is always better',
        },
        {
          text: `${error(at)} both times`,
          says: 'The slope does not depend on h, but the difference does: it sees how the function bends within h.',
          misconception: 'the step does not matter',
        },
      ],
    };
  },
};

/** In the order of the course. */
export const backwardTemplates: readonly Template[] = [broadcastSum, gradientCheck, stepSize];
