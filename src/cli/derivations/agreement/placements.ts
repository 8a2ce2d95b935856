/**
 * Stacks of residual connections whose branches share nothing with the stream nor with each other: each answers along a
 * direction of its own, so that mean squares add up exactly, as in the recursions of the derivations.
 */
import { deepNormConstants, LayerNorm, Residual, mul, tensor } from '../../../index.js';
import type { PlacementName, Tensor } from '../../../index.js';
import { counterpartsOf, meanOf, number, square } from './computed.js';
import type { Compute } from './computed.js';
import type { Computed, Counterpart, Given } from './given.js';

/** How a stack is made. */
interface Stack {
  readonly placement: PlacementName;
  /** The mean square that the l-th branch gives, for what it hears. */
  readonly answers: readonly ((heard: number) => number)[];
  /** The mean square of the stream before the first block. */
  readonly start: number;
  readonly alpha?: number;
  readonly gate?: number;
  /** γ of the norms. */
  readonly gamma?: number;
}

/** The l-th of some directions: mean 0, mean square 1, and orthogonal to the others. */
function direction(l: number, width: number): Tensor {
  const size = Math.sqrt(width / 2);
  return tensor(Array.from({ length: width }, (_, i) => (i === 2 * l ? size : i === 2 * l + 1 ? -size : 0)));
}

/** The stream behind the last block; it began along direction 0. */
function behind({ placement, answers, start, alpha = 1, gate, gamma = 1 }: Stack): Tensor {
  const width = 2 * (answers.length + 1);
  const norm = (C: number): LayerNorm => {
    const made = new LayerNorm(C, { eps: 0 });
    made.gamma?.data.fill(gamma);
    return made;
  };
  return answers.reduce(
    (x, answer, l) => {
      const residual = new Residual({ width, placement, role: 'feedForward', norm, alpha });
      if (gate !== undefined) residual.gate?.data.fill(gate);
      const branch = (u: Tensor): Tensor =>
        mul(direction(l + 1, width), Math.sqrt(answer(meanOf(square(u)))));
      return residual.forward(x, branch, x);
    },
    mul(direction(0, width), Math.sqrt(start)),
  );
}

const sizeBehind = (stack: Stack): number => meanOf(square(behind(stack)));
/** What is left of direction 0: the direct road alone. */
const directRoad = (stack: Stack): number =>
  meanOf(mul(behind(stack), direction(0, 2 * (stack.answers.length + 1))));

const alike = (count: number, answer: (heard: number) => number): Stack['answers'] =>
  Array.from({ length: count }, () => answer);

/** Blocks whose branches answer in proportion to what they hear: s times its mean square. */
const answering =
  (placement: PlacementName, blocks: number, gate?: string): Compute =>
  (given) => {
    const answers = alike(blocks, (heard) => given.number('s') * heard);
    const shut = gate === undefined ? {} : { gate: given.number(gate) };
    return number(sizeBehind({ placement, answers, start: given.number('v'), ...shut }));
  };

/** Blocks that normalize their sum: the stream has the mean square 1 before each, and each branch its own. */
const onTheSum =
  (placement: PlacementName, alpha?: string): Compute =>
  (given) => {
    const answers = Array.from(given.tensor('square').data, (size) => () => size);
    return number(directRoad({ placement, answers, start: 1, ...(alpha && { alpha: given.number(alpha) }) }));
  };

/** √ of the mean square behind n sub-layers whose branches are normalized to the size γ, whatever they give. */
function peri(given: Given): Computed {
  const answers = Array.from({ length: given.size('n') }, (_, l) => (heard: number) => heard + l);
  const stack = {
    placement: 'peri',
    answers,
    start: given.number('v'),
    gamma: given.number('gamma'),
  } as const;
  return number(Math.sqrt(sizeBehind(stack)));
}

/** What the branch of block n is of the mean square behind it. */
function shareOfBlock(given: Given): Computed {
  const [n, s] = [given.number('n'), given.number('s')];
  const stack = {
    placement: 'pre',
    answers: alike(n, (heard) => s * heard),
    start: given.number('v'),
  } as const;
  return number(s / sizeBehind(stack));
}

/** 4 N β² / α². */
function stepOfModel(given: Given): Computed {
  const N = given.size('N');
  const { alpha, beta } = deepNormConstants(N);
  return number((4 * N * beta * beta) / (alpha * alpha));
}

export const placementCounterparts: Readonly<Record<string, Counterpart>> = {
  ...counterpartsOf({
    'plain-residual-variance': answering('none', 3),
    'pre-norm-variance': answering('pre', 3),
    'rezero-variance': answering('rezero', 2, 'a'),
    'post-norm-direct-road': onTheSum('post'),
    'deepnorm-direct-road': onTheSum('deepnorm', 'alpha'),
    'peri-norm-rms': peri,
    'deepnorm-constants': stepOfModel,
  }),
  'pre-norm-share': {
    compute: shareOfBlock,
    // A stack has a whole number of blocks.
    instead: (given) => ({ n: Math.ceil(given.number('n')) }),
  },
};
