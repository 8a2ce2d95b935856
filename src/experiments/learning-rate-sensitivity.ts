/** How much the learning rate matters, by the place of the norms and with or without norms of queries and keys. */
import type { Call } from '../autograd/watch.js';
import { LayerNorm } from '../norm/layer-norm.js';
import { log } from '../tensor/elementary.js';
import { rowsOf } from '../tensor/rows.js';
import { cosine } from '../train/schedules.js';
import type { PlacementName } from '../transformer/placement.js';
import { AttentionScores, AttentionWeights } from '../transformer/scores.js';
import { matching, medianOver, valuesOver } from './claims.js';
import type { Claim, Experiment, Numbers, PresetName, Result } from './experiment.js';
import { sortingChance, sortingHeld, sortingLearned } from './sequence-training.js';

const depth = 4;
const settings = {
  notebook: { rates: [3e-3, 3e-2, 0.1, 0.3], steps: 120, rising: 12 },
  full: { rates: [3e-4, 1e-3, 3e-3, 1e-2, 3e-2, 0.1, 0.3], steps: 200, rising: 20 },
} as const;
const arms = ['none', 'post', 'pre', 'pre+qk', 'peri', 'peri+qk'] as const;
const normed = '+qk';

export const learningRateSensitivity: Experiment = {
  name: 'learning-rate-sensitivity',
  question:
    'Over how wide a range of learning rates does a Transformer learn, and what is wrong where it does not?',
  varied:
    'the placement of the norms; LayerNorm of each head of queries and keys, or none; the learning rate',
  held: `${sortingHeld}; ${depth} blocks; Adam with β = 0.9 and 0.95 for ${settings.notebook.steps} steps (full: ${settings.full.steps}), warm-up over a tenth of them, then a cosine to 0; gradients clipped at norm 1`,
  source:
    'Wortsman et al. (2023), "Small-scale proxies for large-scale Transformer training instabilities", arXiv:2309.14322',
  arms,
  metrics: {
    evalLoss:
      'mean cross-entropy on 128 strings that are the same at every step, after the last one, in nats',
    maxAttentionLogit: 'the largest |q·k| / √D over batch, heads and blocks, in the last step',
    minAttentionEntropy:
      'mean entropy of the attention weights over batch, heads and queries, of the block where it is smallest, in the last step, in nats',
  },
  limits:
    'Four blocks need no norm: with warm-up and clipping the bare network has, at its best rate, about the lowest loss of all, and it is lost at three times that rate. What is compared is how much the rate matters, over these rates and in so short a training; not the best loss.',
  sabotages: {
    'no-qk-norm': 'the norms of queries and keys are left out',
    'qk-norm-everywhere': 'every arm has norms of queries and keys',
  },
  plans: (preset) =>
    arms.flatMap((arm) =>
      settings[preset].rates.map((learningRate) => ({ arm, setting: { learningRate }, cost: 1 })),
    ),
  *run({ arm, setting }, given) {
    const { steps, rising } = settings[given.preset];
    const { sabotage, dtype } = given;
    const qk = sabotage === 'qk-norm-everywhere' || (arm.endsWith(normed) && sabotage !== 'no-qk-norm');
    const build = {
      ...{ depth, placement: arm.replace(normed, '') as PlacementName },
      ...(qk && { qkNorm: (D: number) => new LayerNorm(D, { dtype }) }),
    };
    const attention = new AttentionExtremes();
    const { evalLoss } = yield* sortingLearned(given, build, {
      ...{ learningRate: Number(setting.learningRate), steps, schedule: cosine(steps, { warmUp: rising }) },
      ...{ betas: [0.9, 0.95], clip: 1, lastStep: (call) => attention.hear(call) },
    });
    return { evalLoss, ...attention.metrics };
  },
  claims: (preset) => [...sensitivityClaims(preset), ...attentionClaims],
};

/** The largest logit and the smallest entropy of the attention that is heard. */
export class AttentionExtremes {
  private largest = 0;
  private smallest = Infinity;

  hear({ module, output }: Call): void {
    const { data } = output;
    if (module instanceof AttentionScores)
      for (let i = 0; i < data.length; i++) this.largest = Math.max(this.largest, Math.abs(data[i]));
    if (module instanceof AttentionWeights) {
      let entropy = 0;
      for (let i = 0; i < data.length; i++) if (data[i] !== 0) entropy -= data[i] * log(data[i]);
      this.smallest = Math.min(this.smallest, entropy / rowsOf(output).count);
    }
  }

  get metrics(): Numbers {
    return { maxAttentionLogit: this.largest, minAttentionEntropy: this.smallest };
  }
}

/**
 * How much the learning rate matters: the mean loss over the rates less the best, in nats. Each loss counts as at most
 * that of a model that knows nothing, and is averaged over seeds first.
 *
 * Source: Wortsman et al. (2023), section 2.2.
 */
export function sensitivity(results: readonly Result[], arm: string, preset: PresetName): number {
  const chance = sortingChance(preset);
  const losses = settings[preset].rates.map((learningRate) =>
    mean(
      valuesOver(results, { arm, learningRate }, 'evalLoss').map((loss) => (loss < chance ? loss : chance)),
    ),
  );
  return mean(losses) - Math.min(...losses);
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The rate at which queries and keys without norms grow out of hand. */
const largeRate = 0.1;

const logit = (results: readonly Result[], arm: string): number =>
  medianOver(results, { arm, learningRate: largeRate }, 'maxAttentionLogit');

/** Attention whose entropy is no number any more has none left. */
const entropy = (results: readonly Result[], arm: string): number =>
  medianOver(results, { arm, learningRate: largeRate }, ({ metrics }) => {
    const found = Number(metrics.minAttentionEntropy);
    return Number.isNaN(found) ? 0 : found;
  });

const entropyOf = (
  arm: string,
  claim: Pick<Claim, 'id' | 'text' | 'relation' | 'sabotage'>,
  threshold: number,
  factor: number,
): Claim => ({
  ...claim,
  threshold,
  value: (results) => entropy(results, arm),
  kind: {
    of: 'value',
    deviation: { metric: 'minAttentionEntropy', factor, where: matching({ arm, learningRate: largeRate }) },
  },
});

function sensitivityClaims(preset: PresetName): readonly Claim[] {
  const of = (results: readonly Result[], arm: string): number => sensitivity(results, arm, preset);
  return [
    {
      id: 'qk-norm-lowers-sensitivity',
      text: 'Without norms of queries and keys the learning rate matters at least 1.4 times as much to Pre-LN',
      relation: 'at least',
      threshold: 1.4,
      value: (results) => of(results, 'pre') / of(results, 'pre+qk'),
      kind: { of: 'difference', between: ['pre', 'pre+qk'] },
      sabotage: 'no-qk-norm',
    },
    {
      id: 'order-of-sensitivity',
      text: 'The rate matters less to Pre-LN with norms of queries and keys than to Peri-LN, less to that than to Pre-LN, less to that than to Post-LN and to no norm: each ratio is at least 1',
      relation: 'at least',
      threshold: 1,
      value: (results) => {
        const [none, post, pre, preQk, peri] = ['none', 'post', 'pre', 'pre+qk', 'peri'].map((arm) =>
          of(results, arm),
        );
        return Math.min(peri / preQk, pre / peri, post / pre, none / pre);
      },
      kind: {
        of: 'value',
        deviation: { metric: 'evalLoss', factor: 0.1, where: matching({ arm: 'peri' }) },
      },
      sabotage: 'no-qk-norm',
    },
  ];
}

const attentionClaims: readonly Claim[] = [
  {
    id: 'qk-norm-bounds-logits',
    text: `At rate ${largeRate} the largest attention logit of Pre-LN is at least 10 times that with norms of queries and keys`,
    relation: 'at least',
    threshold: 10,
    value: (results) => logit(results, 'pre') / logit(results, 'pre+qk'),
    kind: { of: 'difference', between: ['pre', 'pre+qk'] },
    sabotage: 'no-qk-norm',
  },
  entropyOf(
    'pre',
    {
      id: 'attention-of-pre-is-sharp',
      text: `At rate ${largeRate} attention of Pre-LN looks at one place only: an entropy of at most 0.3 nats`,
      relation: 'at most',
      sabotage: 'qk-norm-everywhere',
    },
    0.3,
    4,
  ),
  entropyOf(
    'pre+qk',
    {
      id: 'attention-with-qk-norm-is-not',
      text: `At rate ${largeRate} attention of Pre-LN with norms of queries and keys keeps an entropy of at least 0.8 nats`,
      relation: 'at least',
      sabotage: 'no-qk-norm',
    },
    0.8,
    0.5,
  ),
];
