/** What a recalibration leaves behind: the statistics of both norms, and how net and norms stand afterwards. */
import type { Layer } from '../../../autograd/module.js';
import type { Tensor } from '../../../autograd/tensor.js';
import type { BatchNorm } from '../../../norm/batch-norm/index.js';
import { said } from '../../grading.js';
import { isNotYetWritten } from '../../not-yet-written.js';
import { batchesFor, SmallNet } from './network.js';

/** The function the exercise asks for. */
export type RecalibrateFunction = (
  net: Layer,
  norms: readonly BatchNorm[],
  batches: readonly Tensor[],
) => void;

/** How many batches, and which. */
export interface Case {
  readonly count: number;
  readonly seed: number;
}

/** What was found afterwards, by what it is. */
export interface Left {
  readonly firstMean: readonly number[];
  readonly firstVariance: readonly number[];
  readonly secondMean: readonly number[];
  readonly secondVariance: readonly number[];
  readonly momentum: readonly number[];
  /** 1 where a module is in training. */
  readonly training: readonly number[];
  readonly parameters: readonly number[];
  readonly batches: readonly number[];
}

/** Lets a candidate recalibrate a network of its own. */
export function leftBy(
  candidate: RecalibrateFunction,
  { count, seed }: Case,
): Left | { readonly stopped: string } {
  const net = new SmallNet(seed);
  const batches = batchesFor(count, seed);
  try {
    candidate(net, net.norms, batches);
  } catch (error) {
    if (isNotYetWritten(error)) throw error;
    return { stopped: said(error) };
  }
  const [first, second] = net.norms;
  return {
    firstMean: [...first.runningMean.data],
    firstVariance: [...first.runningVariance.data],
    secondMean: [...second.runningMean.data],
    secondVariance: [...second.runningVariance.data],
    momentum: net.norms.map(({ momentum }) => momentum),
    training: [...net.namedModules().values()].map(({ training }) => Number(training)),
    parameters: [...net.namedParameters().values()].flatMap(({ data }) => [...data]),
    batches: batches.flatMap(({ data }) => [...data]),
  };
}

/** True where both left the same numbers, to nine digits, or stopped with the same words. */
export function same(
  one: Left | { readonly stopped: string },
  other: Left | { readonly stopped: string },
): boolean {
  if ('stopped' in one || 'stopped' in other)
    return 'stopped' in one && 'stopped' in other && wordsOf(one.stopped) === wordsOf(other.stopped);
  return (Object.keys(other) as (keyof Left)[]).every((part) => near(one[part], other[part]));
}

/** An error without its numbers: a shape that does not fit is the same mistake at each of the norms. */
const wordsOf = (error: string): string => error.replace(/\d+/g, 'n');

/** The largest difference is a billionth of the larger of the numbers and 1. */
export function near(some: readonly number[], others: readonly number[]): boolean {
  return others.every((value, i) => Math.abs(some[i] - value) <= 1e-9 * Math.max(1, Math.abs(value)));
}
