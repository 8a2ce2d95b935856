/** Data: recalibrations that go wrong, and what to say to each. */
import { concat } from '../../../autograd/ops/concat.js';
import type { Layer } from '../../../autograd/module.js';
import type { BatchNorm } from '../../../norm/batch-norm/index.js';
import { batchStatistics } from '../../../norm/batch-norm/statistics.js';
import type { WrongVersion } from '../../exercise.js';
import type { RecalibrateFunction } from './asking.js';
import { recalibrate } from './right.js';

/** The names of the checks. */
export const checkNames = {
  first: 'measures the first norm afresh, all batches alike',
  second: 'measures the norm behind it, on what reaches it',
  momentum: 'puts each momentum back',
  training: 'leaves the network in use',
  parameters: 'leaves weights, γ and β alone',
  batches: 'leaves the batches alone',
} as const;

/** With a momentum for each batch, made of its number, how many there are, and the norm's own; put back in the end. */
const withMomentum =
  (of: (k: number, batches: number, own: number) => number, reset: boolean = false): RecalibrateFunction =>
  (net, norms, batches) => {
    const momenta = norms.map(({ momentum }) => momentum);
    if (reset)
      for (const { runningMean, runningVariance } of norms) {
        runningMean.data.fill(0);
        runningVariance.data.fill(1);
      }
    net.train();
    batches.forEach((batch, k) => {
      norms.forEach((norm, i) => (norm.momentum = of(k, batches.length, momenta[i])));
      net.forward(batch);
    });
    norms.forEach((norm, i) => (norm.momentum = momenta[i]));
    net.evaluate();
  };

/** Right, and then something more. */
const andThen =
  (more: (net: Layer, norms: readonly BatchNorm[]) => void): RecalibrateFunction =>
  (net, norms, batches) => {
    recalibrate(net, norms, batches);
    more(net, norms);
  };

type Text = readonly [name: string, says: string, candidate: RecalibrateFunction];
const caught = (caughtBy: string, texts: readonly Text[]): WrongVersion<RecalibrateFunction>[] =>
  texts.map(([name, says, candidate]) => ({ name, says, caughtBy, candidate }));

const firsts = caught(checkNames.first, [
  [
    'momentum left as it is',
    'The batches are blended into the old statistics with the old momentum, and much of the old stays. Which momentum makes a plain mean: at the first batch, at the second?',
    withMomentum((_k, _n, own) => own),
  ],
  [
    'in use all the time',
    'Nothing has moved: in use a norm reads its running statistics and never writes them. Set the network to training first.',
    (net, _norms, batches) => {
      net.evaluate();
      for (const batch of batches) net.forward(batch);
    },
  ],
  [
    'the last batch alone',
    'With a momentum of 1 each batch wipes out those before it: you keep the last one. All batches count alike.',
    withMomentum(() => 1),
  ],
  [
    'one late',
    'Your momentum is 1/2 at the first batch, so half of the old statistics stays to be shared. It has to be 1 there: 1 / (k + 1) where k counts from 0.',
    withMomentum((k) => 1 / (k + 2)),
  ],
  [
    'counted from 0',
    'At the first batch your momentum is 1/0: count from 1, so that it is 1, then 1/2, 1/3 …',
    withMomentum((k) => 1 / k),
  ],
  [
    'one over the number of batches',
    'A momentum of 1 / (number of batches) at every batch leaves a good third of the old statistics. It has to shrink from batch to batch: 1, 1/2, 1/3 …',
    withMomentum((_, count) => 1 / count),
  ],
  [
    'reset, and momentum left',
    'You begin at mean 0 and variance 1 and blend with the old momentum: what was there at the start is still in it, (1 − m)ᵗ of it.',
    withMomentum((_k, _n, own) => own, true),
  ],
  [
    'the first batch alone',
    'You measure on the first batch and stop. All batches count alike.',
    (net, norms, batches) => recalibrate(net, norms, batches.slice(0, 1)),
  ],
  [
    'the last norm only',
    'You measure the last norm afresh and leave the others with their old statistics. Every norm of the list is asked for.',
    (net, norms, batches) => {
      const [{ runningMean, runningVariance }] = norms;
      const kept = [runningMean.data.slice(), runningVariance.data.slice()];
      recalibrate(net, norms, batches);
      runningMean.data.set(kept[0]);
      runningVariance.data.set(kept[1]);
    },
  ],
  [
    'one large batch',
    'You join all batches into one. The network was trained on small ones, and behind the first norm other numbers arrive: measure batch by batch, then take the mean.',
    (net, norms, batches) => recalibrate(net, norms, [concat(batches, { axis: 0 })]),
  ],
  [
    'the input measured',
    'You measure the batches themselves. A norm needs the statistics of what reaches it, behind the layers before it: run the network.',
    (net, norms, batches) => {
      recalibrate(net, norms, batches);
      const { mean, variance } = batchStatistics(concat(batches, { axis: 0 }));
      for (const { C, runningMean, runningVariance } of norms)
        for (let c = 0; c < C; c++) {
          runningMean.data[c] = mean[c % mean.length];
          runningVariance.data[c] = variance[c % variance.length];
        }
    },
  ],
  [
    'norms called by themselves',
    'You hand the batches to the norms themselves, and they have other shapes. Run the network: each norm then gets what reaches it.',
    (net, norms, batches) => {
      net.train();
      for (const norm of norms) for (const batch of batches) norm.forward(batch);
    },
  ],
]);

const seconds = caught(checkNames.second, [
  [
    'the first norm only',
    'You measure the first norm afresh and leave the one behind it with its old statistics. Every norm of the list is asked for.',
    (net, norms, batches) => {
      const [, { runningMean, runningVariance }] = norms;
      const kept = [runningMean.data.slice(), runningVariance.data.slice()];
      recalibrate(net, norms, batches);
      runningMean.data.set(kept[0]);
      runningVariance.data.set(kept[1]);
    },
  ],
  [
    'the momentum of one norm for all',
    'Only the first norm gets the momentum that shrinks; those behind it still blend with their own.',
    (net, norms, batches) => {
      const [{ momentum }] = norms;
      net.train();
      batches.forEach((batch, k) => {
        norms[0].momentum = 1 / (k + 1);
        net.forward(batch);
      });
      norms[0].momentum = momentum;
      net.evaluate();
    },
  ],
]);

const behaviours = [
  ...caught(checkNames.momentum, [
    [
      'momentum not put back',
      'The statistics are right, and the momentum stays at 1 / (number of batches). Whoever trains on gets another norm: keep each momentum before, and put it back.',
      (net, norms, batches) => {
        net.train();
        batches.forEach((batch, k) => {
          for (const norm of norms) norm.momentum = 1 / (k + 1);
          net.forward(batch);
        });
        net.evaluate();
      },
    ],
    [
      'one momentum for all',
      'You put one momentum into all norms. Each had its own: keep them all.',
      andThen((_, norms) => norms.forEach((norm) => (norm.momentum = norms[0].momentum))),
    ],
  ]),
  ...caught(checkNames.training, [
    [
      'left in training',
      'The statistics are right, and the network is still in training: the next image is normalized by its own batch, and moves them again. End with evaluate().',
      andThen((net) => net.train()),
    ],
  ]),
  ...caught(checkNames.parameters, [
    [
      'γ and β reset',
      'You set γ to 1 and β to 0. They are learned; only the statistics are measured.',
      andThen((_, norms) =>
        norms.forEach(({ gamma, beta }) => {
          gamma?.data.fill(1);
          beta?.data.fill(0);
        }),
      ),
    ],
  ]),
  ...caught(checkNames.batches, [
    [
      'input changed',
      'Your function wrote into the batches. Whoever handed them over still needs them.',
      (net, norms, batches) => {
        recalibrate(net, norms, batches);
        for (const { data } of batches) data.fill(0);
      },
    ],
  ]),
];

/** From the first norm to what a function does beside. */
export const wrongRecalibrations: readonly WrongVersion<RecalibrateFunction>[] = [
  ...firsts,
  ...seconds,
  ...behaviours,
];
