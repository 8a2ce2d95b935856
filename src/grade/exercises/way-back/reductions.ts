import { Tensor } from '../../../autograd/tensor.js';
import { brief } from '../../evidence.js';
import { Failure } from '../../exercise.js';
import type { Check } from '../../exercise.js';
import { call } from '../../results.js';
import type { RowsBackInputs } from './inputs.js';
import type { RowsBack } from './pieces.js';

const reducing = new Set(['sum', 'max', 'matmul']);

/** How many sums, means and matrix products a tensor was made with. Of plain numbers nothing is known: 0. */
export function reductionsOf(result: unknown): number {
  const met = new Set<Tensor>();
  const open = result instanceof Tensor ? [result] : [];
  for (let next = open.pop(); next; next = open.pop()) {
    if (met.has(next)) continue;
    met.add(next);
    open.push(...(next.node?.inputs ?? []));
  }
  return [...met].filter(({ node }) => node && reducing.has(node.op)).length;
}

/** A check that a way back takes two means, not more. Who works on plain arrays is believed. */
export function takesTwoMeans(points: number, input: RowsBackInputs): Check<RowsBack> {
  return {
    name: 'takes two means and no more',
    points,
    run(candidate) {
      const count = reductionsOf(call(candidate, input));
      if (count <= 2) return;
      throw new Failure(
        'more means than two',
        `Your dx is right. It takes ${count} sums or means, and two are enough: each reads every word once more. Which of yours is 0 beforehand, or taken twice?`,
        { input: brief(input), expected: 'at most 2 sums or means', got: `${count}` },
      );
    },
  };
}
