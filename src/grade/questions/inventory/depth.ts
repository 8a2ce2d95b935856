/** Data of the questions before and after notebook 09: what becomes of a stream in a deep network, and where the norm stands. */
import { between, oneOf, row, shown, shuffled } from './template.js';
import type { Template } from './template.js';

const plainGrowth: Template = {
  idea: 'growth without a norm',
  title: 'A stream without a norm',
  notebook: '09',
  draw(random) {
    const [L, start] = [between(random, 4, 9), between(random, 1, 3)];
    const grown = start * 2 ** L;
    return {
      text: `A stream passes through ${L} sub-layers f, each with its residual connection x + f(x). Each answers as loud as it is asked, and shares nothing with x. The mean square is ${start} at first. What is it behind the last?`,
      right: {
        text: String(grown),
        says: 'Each doubles it: two roads of one size that share nothing.',
      },
      wrong: [
        {
          text: String(start + L),
          says: 'That adds 1 for each. A louder stream makes a louder answer, so it is a factor.',
          misconception: 'growth by a sum',
        },
        {
          text: String(start * (L + 1)),
          says: 'That lets every branch be as loud as the first one was asked. Each is asked louder than the one before.',
          misconception: 'all branches alike',
        },
        {
          text: String(start * 4 ** L),
          says: 'That doubles the size each time. Roads that share nothing double the mean square.',
          misconception: 'sizes add up',
        },
      ],
    };
  },
};

const preGrowth: Template = {
  idea: 'growth with Pre-LN',
  title: 'A stream with Pre-LN',
  notebook: '09',
  draw(random) {
    const [root, s] = oneOf(random, [
      [3, 1],
      [4, 1],
      [5, 1],
      [7, 1],
      [5, 2],
      [7, 2],
      [4, 3],
      [5, 3],
      [7, 4],
    ] as const);
    const L = (root * root - 1) / s;
    return {
      text: `A Pre-LN stack has ${L} sub-layers in all, x + f(LN(x)) each. Every one answers a normalized word with a mean square of ${s}. The stream has the mean square 1 at first. What is its root mean square at the end?`,
      right: {
        text: shown(root),
        says: `Each sub-layer adds ${s} to the mean square: the root of 1 + ${L} · ${s}.`,
      },
      wrong: [
        {
          text: '1',
          says: 'The norm stands on the branch. Nothing normalizes the stream.',
          misconception: 'Pre-LN normalizes the stream',
        },
        {
          text: shown(root * root),
          says: 'That is the mean square. Its root is asked for.',
          misconception: 'mean square taken for size',
        },
        {
          text: shown(1 + L * Math.sqrt(s)),
          says: 'That adds up sizes. Roads that share nothing add up their squares.',
          misconception: 'sizes add up',
        },
      ],
    };
  },
};

const alphaPlace: Template = {
  idea: 'where α stands',
  title: 'DeepNorm’s α',
  notebook: '09',
  draw(random) {
    const alpha = between(random, 2, 4);
    const [x, f] = [0, 1].map(() => [between(random, -3, 5), between(random, -3, 5)]);
    const made = (a: number, b: number): string => row(x.map((value, i) => a * value + b * f[i]));
    return {
      text: `A DeepNorm block gets x = ${row(x)}; its sub-layer says f(x) = ${row(f)}; α = ${alpha}. What is normalized?`,
      right: { text: made(alpha, 1), says: 'αx + f(x): the stream is made louder.' },
      wrong: [
        {
          text: made(1, alpha),
          says: 'That is x + αf(x), the bug B8. α makes the stream louder, not the sub-layer.',
          misconception: 'α on the branch',
        },
        {
          text: made(alpha, alpha),
          says: 'That multiplies both, and the norm divides it out again.',
          misconception: 'α on both',
        },
        { text: made(1, 1), says: 'That is Post-LN: α is missing.', misconception: 'α left out' },
      ],
    };
  },
};

const codes = [
  { placement: 'Post-LN', code: (x: string, f: string) => `norm(${x} + ${f}(${x}))` },
  { placement: 'Pre-LN', code: (x: string, f: string) => `${x} + ${f}(norm(${x}))` },
  { placement: 'Peri-LN', code: (x: string, f: string) => `${x} + norm2(${f}(norm1(${x})))` },
  { placement: 'ReZero', code: (x: string, f: string) => `${x} + a * ${f}(${x})` },
] as const;

const readCode: Template = {
  idea: 'reading a block',
  title: 'Which placement is this?',
  notebook: '09',
  draw(random) {
    const [asked, ...others] = shuffled(random, codes);
    const [x, f] = [
      oneOf(random, ['x', 'h', 'y', 'stream'] as const),
      oneOf(random, ['f', 'attention', 'feedForward'] as const),
    ];
    const wrongOf = ({ placement, code }: (typeof codes)[number]) => ({
      text: placement,
      says: `${placement} is ${code(x, f)}. Where does the norm stand in the line above?`,
      misconception: `taken for ${placement}`,
    });
    const [a, b, c] = others.map(wrongOf);
    return {
      text: `A block computes ${asked.code(x, f)}. Which placement is it?`,
      right: {
        text: asked.placement,
        says: 'What stands on the branch, what on the stream, what behind the sum: that names it.',
      },
      wrong: [a, b, c],
    };
  },
};

const directRoad: Template = {
  idea: 'the direct road',
  title: 'What Post-LN leaves of the direct road',
  notebook: '09',
  draw(random) {
    const L = 2 * between(random, 2, 7);
    const part = (n: number): string => `1/${n}`;
    return {
      text: `A Post-LN stack has ${L} sub-layers in all. Each branch is as large as the stream it joins, and each norm divides the sum back to size 1. Which part of x is left on the direct road, the one that goes through no branch?`,
      right: {
        text: part(2 ** (L / 2)),
        says: `Each norm divides by √2: ${L} of them by 2 to the power of ${L / 2}.`,
      },
      wrong: [
        {
          text: part(2 ** L),
          says: 'That divides by 2 each time. The sum has the mean square 2, so the norm divides by √2.',
          misconception: 'divided by the mean square',
        },
        {
          text: 'all of it',
          says: 'That is Pre-LN’s direct road. Here everything goes through the norm.',
          misconception: 'the direct road is free',
        },
        {
          text: part(L + 1),
          says: 'That is the share of x in a sum of equal roads, as in Pre-LN. Here each norm divides again.',
          misconception: 'shares instead of factors',
        },
      ],
    };
  },
};

const reZeroSlope: Template = {
  idea: 'ReZero at the start',
  title: 'The slope through ReZero at the start',
  notebook: '09',
  draw(random) {
    const [L, slope] = [between(random, 3, 6), between(random, 2, 5)];
    return {
      text: `Each of ${L} ReZero blocks computes x + a · f(x), with a = 0 at the start, and f has the slope ${slope} everywhere. What is the slope of the last output with respect to the first x?`,
      right: { text: '1', says: 'Each block is the identity: whatever f does, it is multiplied by 0.' },
      wrong: [
        {
          text: '0',
          says: 'The branch is shut, not the block: x itself goes through.',
          misconception: 'a shut gate shuts the block',
        },
        {
          text: String((1 + slope) ** L),
          says: 'That is without a gate. At a = 0 nothing of f comes through.',
          misconception: 'the gate is 1',
        },
        {
          text: String(slope ** L),
          says: 'That is without the direct road. x is added in every block.',
          misconception: 'no direct road',
        },
      ],
    };
  },
};

const twoZeros: Template = {
  idea: 'two zeros',
  title: 'A start that never learns',
  notebook: '09',
  draw(random) {
    const [size, other] = [between(random, 1, 4) / 10, between(random, 5, 9) / 10];
    const start = (a: number, w1: number, w2: number): string => `a = ${a}, w1 = ${w1}, w2 = ${w2}`;
    return {
      text: `A block with one unit computes x + a · relu(x · w1) · w2, for x > 0. Which start never moves, whatever the loss? (${size} and ${other} are drawn.)`,
      right: {
        text: start(0, size, 0),
        says: 'a hears through w2 and w2 through a: both gradients are 0, and so they stay.',
      },
      wrong: [
        {
          text: start(0, size, other),
          says: 'a hears relu(x · w1) · w2, which is not 0: it moves at once. This is ReZero.',
          misconception: 'a gate at 0 never opens',
        },
        {
          text: start(1, size, 0),
          says: 'w2 hears relu(x · w1), which is not 0. This is Fixup’s start.',
          misconception: 'weights at 0 stay there',
        },
        {
          text: start(1, other, size),
          says: 'This is an ordinary block, and all three hear something.',
          misconception: 'small weights never learn',
        },
      ],
    };
  },
};

const lateShare: Template = {
  idea: 'late branches',
  title: 'How much a late branch counts',
  notebook: '09',
  draw(random) {
    const n = oneOf(random, [3, 4, 7, 9, 11, 15, 19, 24] as const);
    return {
      text: `In a Pre-LN stack every branch has the mean square 1, and so has the stream before the first. Which share of the mean square behind branch ${n} is that branch’s own?`,
      right: {
        text: `1/${n + 1}`,
        says: `Behind it stands 1 + ${n}, and 1 of it is its own. Late blocks count less and less.`,
      },
      wrong: [
        {
          text: '1/2',
          says: 'So it is behind the first branch. The stream has grown since.',
          misconception: 'the stream keeps its size',
        },
        {
          text: `1/${2 ** n}`,
          says: 'That is a stream which doubles each time, as without a norm.',
          misconception: 'growth by a factor',
        },
        {
          text: `${n}/${n + 1}`,
          says: 'That is what all branches so far have together.',
          misconception: 'all blocks for one',
        },
      ],
    };
  },
};

const topGradient: Template = {
  idea: 'the gradient at the top',
  title: 'The last layer’s gradient at greater depth',
  notebook: '09',
  draw(random) {
    const [factor, L] = [oneOf(random, [2, 3, 4] as const), between(random, 3, 8)];
    const g = 12 * between(random, 2, 6);
    const value = (n: number): string => shown(n / 100);
    return {
      text: `A deep Pre-LN model of ${L} layers has a gradient of ${value(g)} in its last layer, at the start of training. By theory, what is it near with ${factor * factor * L} layers?`,
      right: {
        text: value(g / factor),
        says: 'The stream is as many times larger as the root of the depth, and the final norm divides by it.',
      },
      wrong: [
        {
          text: value(g),
          says: 'That is Post-LN, whose last layer does not feel the depth.',
          misconception: 'as in Post-LN',
        },
        {
          text: value(g * factor),
          says: 'It becomes smaller with depth: a larger stream, divided by a larger number.',
          misconception: 'gradients grow with depth',
        },
        {
          text: value(g / factor / factor),
          says: 'The stream grows like the root of the depth, not like the depth.',
          misconception: 'size grows like the depth',
        },
      ],
    };
  },
};

const oneRate: Template = {
  idea: 'one learning rate',
  title: 'What a table of losses says',
  notebook: '09',
  draw(random) {
    const best = between(random, 20, 40);
    const [a, b] = [
      [best + between(random, 30, 50), best, best + between(random, 60, 90)],
      [best + between(random, 55, 70), best + between(random, 10, 20), best + between(random, 22, 30)],
    ];
    const text = (losses: readonly number[]): string => losses.map((loss) => shown(loss / 100)).join(', ');
    return {
      text: `At learning rates 0.001, 0.003 and 0.01 placement A ends at losses ${text(a)}, placement B at ${text(b)}; seeds agree to 0.01. Which sentence holds?`,
      right: {
        text: 'At 0.01 B ends lower; at the best rate of each, A does',
        says: 'Both are read from the table, and each says at which rate.',
      },
      wrong: [
        {
          text: 'B is better: it wins at the largest rate',
          says: 'One column does not rank the rows.',
          misconception: 'a ranking from one learning rate',
        },
        {
          text: 'A is better at every rate',
          says: 'Look at 0.01 again: B is lower there.',
          misconception: 'the best rate stands for all',
        },
        {
          text: 'Nothing can be said: rates differ',
          says: 'Each column can be compared, and so can the best of each row.',
          misconception: 'nothing can be compared',
        },
      ],
    };
  },
};

/** In the order of notebook 09. */
export const depthTemplates: readonly Template[] = [
  plainGrowth,
  preGrowth,
  lateShare,
  readCode,
  alphaPlace,
  directRoad,
  reZeroSlope,
  twoZeros,
  topGradient,
  oneRate,
];
