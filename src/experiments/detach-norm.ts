/** Which part of layer normalization does the work: the way forward, or the derivatives of the mean and the variance. */
import type { Layer } from '../autograd/module.js';
import { AdaNorm } from '../norm/ada-norm.js';
import { DetachNorm } from '../norm/detach-norm.js';
import type { Detached } from '../norm/detach-norm.js';
import { LayerNorm } from '../norm/layer-norm.js';
import { RMSNorm } from '../norm/rms-norm.js';
import { warmUp } from '../train/schedules.js';
import { matching, medianOver } from './claims.js';
import type { Circumstances, Claim, Experiment, PresetName, Result } from './experiment.js';
import { sortingHeld, sortingLearned } from './sequence-training.js';

const depth = 4;
const settings = {
  notebook: { learningRate: 2e-3, steps: 150, rising: 30 },
  full: { learningRate: 1e-3, steps: 250, rising: 50 },
} as const;

type Make = (C: number, given: Pick<Circumstances, 'dtype' | 'sabotage'>) => Layer;

const simple: Make = (C) => new LayerNorm(C, { affine: false });

const detaching =
  (what: Detached): Make =>
  (C, given) => {
    if (given.sabotage === 'detach-nothing') return simple(C, given);
    const detach = given.sabotage === 'variance-too' ? 'both' : what;
    return new DetachNorm(C, { detach, affine: false });
  };

/** The norm of each arm but `none`. */
const norms: Readonly<Record<string, Make>> = {
  'layer-norm': (C, { dtype, sabotage }) =>
    sabotage === 'layer-norm-detached' ? new DetachNorm(C, { dtype }) : new LayerNorm(C, { dtype }),
  simple,
  detach: detaching('both'),
  'detach-mean': detaching('mean'),
  'detach-variance': detaching('variance'),
  'rms-norm': (C, { dtype }) => new RMSNorm(C, { dtype }),
  'ada-norm': (C) => new AdaNorm(C),
};

export const detachNormExperiment: Experiment = {
  name: 'detach-norm',
  question: 'Does layer normalization help by what it does forward, or by its derivatives?',
  varied:
    'the norm: LayerNorm, without γ and β (simple), with the mean, the variance or both detached, RMSNorm, AdaNorm, none',
  held: `${sortingHeld}; Post-LN with ${depth} blocks; Adam at ${settings.notebook.learningRate} after ${settings.notebook.rising} steps of warm-up, ${settings.notebook.steps} in all (full: ${settings.full.learningRate}, ${settings.full.rising}, ${settings.full.steps})`,
  source: 'Xu et al. (2019), "Understanding and Improving Layer Normalization", arXiv:1911.07013',
  arms: [...Object.keys(norms), 'none'],
  metrics: {
    evalLoss:
      'mean cross-entropy on 128 strings that are the same at every step, after the last one, in nats',
  },
  limits:
    'One learning rate. The paper finds that LayerNorm without γ and β generalizes better; here the two are alike, and its reason, overfitting, needs few data and many epochs. AdaNorm does not do better than LayerNorm here.',
  sabotages: {
    'detach-nothing': 'what should be detached is not',
    'variance-too': 'every detaching arm detaches mean and variance',
    'layer-norm-detached': 'LayerNorm detaches mean and variance',
  },
  plans: (preset) =>
    detachNormExperiment.arms.map((arm) => ({
      arm,
      setting: { learningRate: settings[preset].learningRate },
      cost: 1,
    })),
  *run({ arm }, given) {
    const { learningRate, steps, rising } = settings[given.preset];
    const make = norms[arm];
    const build = make
      ? ({ depth, placement: 'post', norm: (C: number) => make(C, given) } as const)
      : ({ depth, placement: 'none' } as const);
    const lessons = { learningRate, steps, schedule: warmUp(rising) };
    const { evalLoss } = yield* sortingLearned(given, build, lessons);
    return { evalLoss };
  },
  claims: (preset) => claims.filter(({ only = preset }) => only === preset),
};

/** The median loss of an arm over that of another. */
const ratio = (results: readonly Result[], arm: string, over: string): number =>
  medianOver(results, { arm }, 'evalLoss') / medianOver(results, { arm: over }, 'evalLoss');

type Words = Pick<Claim, 'text' | 'sabotage'>;

const worse = (arm: string, over: string, threshold: number, words: Words): Claim => ({
  ...words,
  id: `${arm}-worse-than-${over}`,
  relation: 'at least',
  threshold,
  value: (results) => ratio(results, arm, over),
  kind: { of: 'difference', between: [arm, over] },
});

const alike = (arm: string, over: string, words: Words): Claim => ({
  ...words,
  id: `${arm}-like-${over}`,
  relation: 'between',
  threshold: [0.7, 1.4],
  value: (results) => ratio(results, arm, over),
  kind: { of: 'value', deviation: { metric: 'evalLoss', factor: 2.5, where: matching({ arm }) } },
});

const claims: readonly (Claim & { readonly only?: PresetName })[] = [
  worse('detach', 'simple', 1.6, {
    text: 'With mean and variance detached the loss is at least 1.6 times that of the same norm with its derivatives',
    sabotage: 'detach-nothing',
  }),
  worse('detach-variance', 'simple', 1.6, {
    text: 'With the variance alone detached it is at least 1.6 times that, too',
    sabotage: 'detach-nothing',
  }),
  {
    id: 'detach-mean-like-simple',
    text: 'With the mean alone detached it is at most 1.4 times that: what matters is the derivative of the variance',
    relation: 'at most',
    threshold: 1.4,
    value: (results) => ratio(results, 'detach-mean', 'simple'),
    kind: {
      of: 'value',
      deviation: { metric: 'evalLoss', factor: 2, where: matching({ arm: 'detach-mean' }) },
    },
    sabotage: 'variance-too',
  },
  alike('layer-norm', 'simple', {
    text: 'LayerNorm with γ and β has 0.7 to 1.4 times the loss of the one without',
    sabotage: 'layer-norm-detached',
  }),
  alike('rms-norm', 'layer-norm', {
    text: 'RMSNorm has 0.7 to 1.4 times the loss of LayerNorm',
    sabotage: 'layer-norm-detached',
  }),
  {
    ...worse('detach', 'none', 1.3, {
      text: 'With mean and variance detached the loss is at least 1.3 times that of a network without norms',
      sabotage: 'detach-nothing',
    }),
    only: 'full',
  },
];
