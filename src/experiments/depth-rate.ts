/** Six placements at five learning rates: a comparison that no single rate can make. */
import { matching, medianOver } from './claims.js';
import type { Claim, Experiment, Result } from './experiment.js';
import { placementArms } from './depth-placement.js';
import { brokenPlacements, placementFor } from './placement-arms.js';
import { placements } from '../transformer/placement.js';
import type { PlacementName } from '../transformer/placement.js';
import { sortingHeld, sortingLearned } from './sequence-training.js';

const depth = 12;
const steps = { notebook: 120, full: 150 } as const;

/** The learning rates, each about three times the one before. */
export const rates: readonly number[] = [3e-4, 1e-3, 3e-3, 1e-2, 3e-2];

export const depthRate: Experiment = {
  name: 'depth-rate',
  question: 'Which placements of the norms let a network of 12 blocks learn, and at which learning rates?',
  varied: 'the placement of the norms; the learning rate',
  held: `${sortingHeld}; 12 blocks; Adam at a constant rate for ${steps.notebook} steps (full: ${steps.full}), no warm-up`,
  source:
    'Xiong et al. (2020), arXiv:2002.04745; Wang et al. (2022), DeepNet, arXiv:2203.00555; the comparison over rates: Wortsman et al. (2023), arXiv:2309.14322',
  arms: placementArms,
  metrics: {
    evalLoss:
      'mean cross-entropy on 128 strings that are the same at every step, after the last one, in nats',
  },
  limits:
    'A short training: at the smallest rate nothing has come far in so few steps, so that where Post-LN fails is also a question of time; with a warm-up or at a small rate for longer it learns. Nothing is said of models that are trained to the end, nor of a rate between two of these. Half of the difference between two placements that both learn may be luck of the seed: only gross ones are claimed.',
  sabotages: {
    ...brokenPlacements('quiet-branches', 'norm-off-the-stream', 'norm-on-the-stream'),
    ...brokenPlacements('alpha-is-one', 'gates-open'),
    'one-rate': 'whatever rate is asked for, it is 0.003',
  },
  plans: () =>
    placementArms.flatMap((arm) =>
      rates.map((learningRate) => ({ arm, setting: { depth, learningRate }, cost: 1 })),
    ),
  *run({ arm, setting }, given) {
    const build = { depth, placement: placementFor(arm as PlacementName, given) };
    const learningRate = given.sabotage === 'one-rate' ? 3e-3 : Number(setting.learningRate);
    const { evalLoss } = yield* sortingLearned(given, build, { learningRate, steps: steps[given.preset] });
    return { evalLoss };
  },
  claims: () => claims,
};

/** The losses of an arm at each rate, as medians over seeds. */
function lossesByRate(results: readonly Result[], arm: string): number[] {
  return rates.map((learningRate) => medianOver(results, { arm, learningRate }, 'evalLoss'));
}

/** The loss of an arm at the rate that suits it best. */
export function bestLoss(results: readonly Result[], arm: string): number {
  return Math.min(...lossesByRate(results, arm));
}

const atBest = (
  arm: PlacementName,
  {
    relation,
    threshold,
    factor,
    does,
    sabotage,
  }: { relation: 'at least' | 'at most'; threshold: number; factor: number; does: string; sabotage: string },
): Claim => ({
  id: `${arm}-at-its-best`,
  text: `At the best of the five rates ${placements[arm].title} ${does}: its loss is ${relation} ${threshold}`,
  ...{ relation, threshold, sabotage },
  value: (results) => bestLoss(results, arm),
  kind: { of: 'value', deviation: { metric: 'evalLoss', factor, where: matching({ arm }) } },
});

const learns = (arm: PlacementName, threshold: number, sabotage: string): Claim =>
  atBest(arm, { relation: 'at most', threshold, factor: 6, does: 'learns', sabotage });

const learning = ['pre', 'peri', 'deepnorm', 'rezero'] as const;

const claims: readonly Claim[] = [
  atBest('none', {
    ...{ relation: 'at least', threshold: 5, factor: 0.01 },
    ...{ does: 'is worse than guessing', sabotage: 'quiet-branches' },
  }),
  atBest('post', {
    ...{ relation: 'at least', threshold: 0.9, factor: 0.4 },
    ...{ does: 'does not get below half of chance', sabotage: 'norm-off-the-stream' },
  }),
  learns('pre', 0.6, 'norm-on-the-stream'),
  learns('peri', 0.6, 'norm-on-the-stream'),
  learns('deepnorm', 0.4, 'alpha-is-one'),
  learns('rezero', 0.4, 'gates-open'),
  {
    id: 'post-behind-pre',
    text: 'Each at its best rate, Post-LN ends at least 0.5 above Pre-LN: no rate among the five makes up for the place of its norms',
    relation: 'at least',
    threshold: 0.5,
    value: (results) => bestLoss(results, 'post') - bestLoss(results, 'pre'),
    kind: { of: 'difference', between: ['post', 'pre'] },
    sabotage: 'norm-off-the-stream',
  },
  {
    id: 'smallest-rate-is-slow',
    text: 'For each of the four that learn, the smallest rate gives at least twice the loss of the best: what is safe for all is slow for all',
    relation: 'at least',
    threshold: 2,
    value: (results) =>
      Math.min(...learning.map((arm) => lossesByRate(results, arm)[0] / bestLoss(results, arm))),
    kind: {
      of: 'value',
      deviation: { metric: 'evalLoss', factor: 0.2, where: matching({ learningRate: rates[0] }) },
    },
    sabotage: 'one-rate',
  },
];
