/** Why Post-LN is trained with a warm-up, and Pre-LN does without. */
import { warmUp } from '../train/schedules.js';
import { matching, medianOver } from './claims.js';
import { brokenPlacements, placementFor } from './placement-arms.js';
import type { PlacementName } from '../transformer/placement.js';
import type { Claim, Experiment, Result } from './experiment.js';
import { sortingHeld, sortingLearned } from './sequence-training.js';

const learningRate = 1e-2;
const rising = 100;
const sizes = { notebook: { depth: 8, steps: 200 }, full: { depth: 6, steps: 300 } } as const;
const warmed = '+warm-up';

const loss = (results: readonly Result[], arm: string): number => medianOver(results, { arm }, 'evalLoss');

export const warmUpOrNot: Experiment = {
  name: 'warm-up',
  question: 'Does a Transformer need a warm-up of the learning rate, by where its norms stand?',
  varied: `the placement of the norms, Post-LN or Pre-LN; the warm-up, over ${rising} steps or none`,
  held: `${sortingHeld}; ${sizes.notebook.depth} blocks, Adam for ${sizes.notebook.steps} steps (full: ${sizes.full.depth} and ${sizes.full.steps}), at ${learningRate} after the warm-up`,
  source:
    'Xiong et al. (2020), "On Layer Normalization in the Transformer Architecture", arXiv:2002.04745, section 3',
  arms: ['post', `post${warmed}`, 'pre', `pre${warmed}`],
  metrics: {
    evalLoss:
      'mean cross-entropy on 128 strings that are the same at every step, after the last one, in nats',
    lossByStep: 'mean cross-entropy of the strings of each step, before the step was taken, in nats',
  },
  limits:
    'One learning rate, and one that is large for Post-LN at this depth: at a smaller one it learns without a warm-up, too. At 6 blocks of this width the result is not robust. On a copying task of similar size a warm-up of 50 steps did not help Post-LN, so that it is not true that a warm-up always does.',
  sabotages: {
    'no-warm-up': 'the warm-up does nothing: the full rate from the first step',
    'warm-up-everywhere': 'the arms without a warm-up have one, too',
    ...brokenPlacements('norm-on-the-stream'),
  },
  plans: (preset) =>
    warmUpOrNot.arms.map((arm) => ({ arm, setting: { depth: sizes[preset].depth, learningRate }, cost: 1 })),
  *run({ arm }, given) {
    const { depth, steps } = sizes[given.preset];
    const { sabotage } = given;
    const asked = arm.endsWith(warmed) || sabotage === 'warm-up-everywhere';
    const schedule = warmUp(asked && sabotage !== 'no-warm-up' ? rising : 0);
    const build = { depth, placement: placementFor(arm.replace(warmed, '') as PlacementName, given) };
    const { evalLoss, lossByStep } = yield* sortingLearned(given, build, { learningRate, steps, schedule });
    return { evalLoss, lossByStep };
  },
  claims: () => claims,
};

const at = `At learning rate ${learningRate}`;

const claims: readonly Claim[] = [
  {
    id: 'post-alone-fails',
    text: `${at} Post-LN without a warm-up hardly learns: its loss is at least 1.6`,
    relation: 'at least',
    threshold: 1.6,
    value: (results) => loss(results, 'post'),
    kind: {
      of: 'value',
      deviation: { metric: 'evalLoss', factor: 0.8, where: matching({ arm: 'post' }) },
    },
    sabotage: 'warm-up-everywhere',
  },
  {
    id: 'post-warmed-up-learns',
    text: `${at} Post-LN with a warm-up learns: its loss is at most 0.9`,
    relation: 'at most',
    threshold: 0.9,
    value: (results) => loss(results, `post${warmed}`),
    kind: {
      of: 'value',
      deviation: { metric: 'evalLoss', factor: 4, where: matching({ arm: `post${warmed}` }) },
    },
    sabotage: 'no-warm-up',
  },
  {
    id: 'warm-up-rescues-post',
    text: `${at} a warm-up lowers the loss of Post-LN by at least 0.7`,
    relation: 'at least',
    threshold: 0.7,
    value: (results) => loss(results, 'post') - loss(results, `post${warmed}`),
    kind: { of: 'difference', between: ['post', `post${warmed}`] },
    sabotage: 'no-warm-up',
  },
  {
    id: 'pre-alone-learns',
    text: `${at} Pre-LN without a warm-up learns: its loss is at most 0.35`,
    relation: 'at most',
    threshold: 0.35,
    value: (results) => loss(results, 'pre'),
    kind: {
      of: 'value',
      deviation: { metric: 'evalLoss', factor: 8, where: matching({ arm: 'pre' }) },
    },
    sabotage: 'norm-on-the-stream',
  },
  {
    id: 'pre-needs-no-warm-up',
    text: `${at} a warm-up changes the loss of Pre-LN by at most 0.3`,
    relation: 'at most',
    threshold: 0.3,
    value: (results) => Math.abs(loss(results, 'pre') - loss(results, `pre${warmed}`)),
    kind: {
      of: 'value',
      deviation: { metric: 'evalLoss', factor: 5, where: matching({ arm: `pre${warmed}` }) },
    },
    sabotage: 'norm-on-the-stream',
  },
];
