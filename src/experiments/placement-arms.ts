/** The placements that experiments compare, and ways to break what each of them does. */
import { add } from '../autograd/ops/add.js';
import { mul } from '../autograd/ops/mul.js';
import { placements } from '../transformer/placement.js';
import type { Placement, PlacementName } from '../transformer/placement.js';
import type { Circumstances } from './experiment.js';

/** DeepNorm's α on the wrong side, LN(x + α f(x)), where LN(α x + f(x)) is meant. */
export const alphaOnTheBranch: Placement = {
  ...placements.deepnorm,
  title: 'DeepNorm with α on the branch',
  connect: (x, f, { sum, alpha }) => sum(add(x, mul(f(x), alpha))),
};

interface Broken {
  readonly words: string;
  /** What stands there instead. */
  readonly instead: Partial<Record<PlacementName, Placement>>;
}

const broken = {
  'quiet-branches': {
    words: 'without norms, each branch is multiplied by 0.1, so that the stream hardly grows',
    instead: { none: { ...placements.none, connect: (x, f) => add(x, mul(f(x), 0.1)) } },
  },
  'norm-off-the-stream': {
    words: 'the norms of Post-LN stand before the sub-layers',
    instead: { post: placements.pre },
  },
  'norm-on-the-stream': {
    words: 'the norms of Pre-LN and Peri-LN stand on the sum',
    instead: { pre: placements.post, peri: placements.post },
  },
  'alpha-is-one': {
    words: 'DeepNorm has neither α nor β: it is Post-LN',
    instead: { deepnorm: placements.post },
  },
  'gates-open': {
    words: 'ReZero has no gates',
    instead: { rezero: placements.none },
  },
} as const satisfies Readonly<Record<string, Broken>>;

/** A way to break a placement. */
export type BrokenPlacement = keyof typeof broken;

/** The sabotages of these names with their words. */
export function brokenPlacements(...names: readonly BrokenPlacement[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, broken[name].words]));
}

/**
 * The placement of this name, or what a sabotage puts in its place.
 *
 * @example
 * placementFor('rezero', { sabotage: 'gates-open' }) === placements.none; // true
 */
export function placementFor(name: PlacementName, { sabotage }: Pick<Circumstances, 'sabotage'>): Placement {
  const known: Readonly<Record<string, Broken>> = broken;
  return (sabotage !== undefined && known[sabotage]?.instead[name]) || placements[name];
}
