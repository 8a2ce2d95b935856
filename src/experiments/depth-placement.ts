/** How the place of the norm decides whether a deep Transformer learns at all, where a shallow one does not care. */
import { placements } from '../transformer/placement.js';
import type { PlacementName } from '../transformer/placement.js';
import { matching, medianOver } from './claims.js';
import type { Claim, Experiment } from './experiment.js';
import { brokenPlacements, placementFor } from './placement-arms.js';
import { sortingHeld, sortingLearned } from './sequence-training.js';

/** The placements that are compared, here and over learning rates. */
export const placementArms = ['none', 'post', 'pre', 'peri', 'deepnorm', 'rezero'] as const;

/** What is the same for all arms, by preset. */
const settings = {
  notebook: { depths: [2, 12], learningRate: 3e-3, steps: 120 },
  full: { depths: [2, 6, 12, 24], learningRate: 2e-3, steps: 150 },
} as const;

export const depthPlacement: Experiment = {
  name: 'depth-placement',
  question: 'Does a deep Transformer learn, by where its norms stand, at one learning rate without warm-up?',
  varied: 'the placement of the norms; the depth',
  held: `${sortingHeld}; Adam at 3e-3 for 120 steps (full: at 2e-3 for 150), no warm-up`,
  source:
    'Xiong et al. (2020), arXiv:2002.04745; Wang et al. (2022), DeepNet, arXiv:2203.00555; Bachlechner et al. (2020), ReZero, arXiv:2003.04887; Kim et al. (2025), Peri-LN, arXiv:2502.02732',
  arms: placementArms,
  metrics: {
    evalLoss:
      'mean cross-entropy on 128 strings that are the same at every step, after the last one, in nats',
  },
  limits:
    'One learning rate for all: this says who learns at that rate, not who is best; depth-rate asks at five. One easy task, one width and some hundred steps: a model that learns more slowly looks worse than it is, and nothing is said about how well a long training ends. DeepNorm with α on the branch, a known mistake, learns this task as well as the right one; bug-side-by-side shows another where it learns nothing.',
  sabotages: {
    ...brokenPlacements('quiet-branches', 'norm-off-the-stream', 'norm-on-the-stream'),
    ...brokenPlacements('alpha-is-one', 'gates-open'),
    'shallow-is-deep': 'depth 2 means 12 blocks',
  },
  plans: (preset) =>
    settings[preset].depths.flatMap((depth) =>
      placementArms.map((arm) => ({ arm, setting: { depth }, cost: depth })),
    ),
  *run({ arm, setting }, given) {
    const { learningRate, steps } = settings[given.preset];
    const depth = given.sabotage === 'shallow-is-deep' && setting.depth === 2 ? 12 : Number(setting.depth);
    const build = { depth, placement: placementFor(arm as PlacementName, given) };
    const { evalLoss } = yield* sortingLearned(given, build, { learningRate, steps });
    return { evalLoss };
  },
  claims: (preset) => claimsAt(settings[preset].learningRate),
};

/** What is expected of an arm at depth 12, and a factor of its loss that must be noticed. */
interface Expected {
  readonly arm: PlacementName;
  readonly does: string;
  readonly relation: 'at least' | 'at most';
  readonly threshold: number;
  readonly factor: number;
  readonly sabotage: string;
}

const learns = (arm: PlacementName, threshold: number, sabotage: string): Expected => {
  return { arm, does: 'learns', relation: 'at most', threshold, factor: 4, sabotage };
};

const failing = { relation: 'at least', arm: 'none', does: 'is worse than guessing' } as const;

const expected: readonly Expected[] = [
  { ...failing, threshold: 5, factor: 0.01, sabotage: 'quiet-branches' },
  {
    ...{ ...failing, arm: 'post', does: 'hardly learns' },
    ...{ threshold: 1.45, factor: 0.7, sabotage: 'norm-off-the-stream' },
  },
  learns('pre', 0.6, 'norm-on-the-stream'),
  learns('peri', 0.6, 'norm-on-the-stream'),
  learns('deepnorm', 0.4, 'alpha-is-one'),
  learns('rezero', 0.4, 'gates-open'),
];

function claimsAt(learningRate: number): readonly Claim[] {
  const at = `At learning rate ${learningRate}`;
  const deep = expected.map(({ arm, does, relation, threshold, factor, sabotage }): Claim => {
    const where = { arm, depth: 12 };
    return {
      id: `${arm}-at-12`,
      text: `${at} and depth 12, ${placements[arm].title} ${does}: its loss is ${relation} ${threshold}`,
      ...{ relation, threshold, sabotage },
      value: (results) => medianOver(results, where, 'evalLoss'),
      kind: { of: 'value', deviation: { metric: 'evalLoss', factor, where: matching(where) } },
    };
  });
  const shallow: Claim = {
    id: 'all-at-2',
    text: `${at} and depth 2, all six learn, the bare network too: no loss is above 0.8`,
    relation: 'at most',
    threshold: 0.8,
    value: (results) =>
      Math.max(...placementArms.map((arm) => medianOver(results, { arm, depth: 2 }, 'evalLoss'))),
    kind: {
      of: 'value',
      deviation: { metric: 'evalLoss', factor: 4, where: matching({ depth: 2 }) },
    },
    sabotage: 'shallow-is-deep',
  };
  return [...deep, shallow];
}
