import type { Exercise } from '../../exercise.js';
import { judges } from '../../judges.js';
import type { Experiment } from '../../judging.js';
import type { Exhibit } from '../exhibit.js';
import { noticing } from '../noticing.js';
import { believing, disguises, refusing, rightExperiments, wrong } from './experiments.js';
import { disguised, found, normDecides, right, shiftDecides, telling } from './layers.js';
import type { Layer } from './layers.js';
import { notice } from './notice.js';

const exercise: Exercise<Experiment<Layer>> = {
  id: 'B22',
  title: 'Is shift the reason?',
  statement:
    'The claim is: a norm trains faster because it lessens the shift of the layers’ inputs. You are handed a world in which networks can be trained: train({ norm, noise, seed }) says how much the inputs shifted and how many steps it took; noise 0.3 puts 0.3 of shift back, behind the norm. Say true if in this world the shift is the reason for at least half of what the norm gains, false if not. Without a norm the shift is about 1, with one about 0.2. From seed to seed steps scatter by a twentieth, and in some worlds one run in four goes quite otherwise.',
  why: 'Two things that always come together look like cause and effect. Only whoever changes the one and leaves the other can tell.',
  difficulty: 2,
  importance: 3,
  minutes: 8,
  asks: 'an experiment',
  signature:
    'shiftIsTheReason(train: (setting: { norm: boolean; noise: number; seed: number }) => { shift: number; steps: number }): boolean',
  hints: [
    'Three settings, each with several seeds: without a norm, with one, and with one and so much noise that the shift is back.',
    'First ask whether the norm gains anything at all. Then: which part of that gain is gone when the shift is back?',
    'Means over eight seeds; noise 0.8. True if the net with norm and noise is nearer in steps to the bare one than to the normed one, and the norm gains 30 steps or more.',
  ],
  solution: `function shiftIsTheReason(train: (setting: { norm: boolean; noise: number; seed: number }) => { shift: number; steps: number }): boolean {
  const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
  const steps = (norm: boolean, noise: number) => seeds.reduce((total, seed) => total + train({ norm, noise, seed }).steps / 8, 0);
  const [bare, normed, shifted] = [steps(false, 0), steps(true, 0), steps(true, 0.8)];
  return bare > normed + 30 && shifted - normed > (bare - normed) / 2;
}`,
  checks: noticing(
    judges<Layer>({
      right: { name: believing, points: 40, layers: right },
      wrong: [
        { name: refusing, points: 30, layers: found },
        { name: disguises, points: 30, layers: disguised },
      ],
      telling,
      known: wrong,
    }),
    { known: wrong, notice },
  ),
  wrong,
  right: rightExperiments,
};

/** B22: internal covariate shift told as the reason. */
export const shiftAsTheReason: Exhibit<Layer> = {
  id: 'B22',
  title: 'A hypothesis told as a fact',
  story: [
    'It stands on pages that explain normalization, in code and in encyclopedias: it works because it reduces internal covariate shift.',
    'The paper of 2015 says so, as its motivation, and the layer that it proposes works; so the sentence was never in anyone’s way.',
    'It is easy to repeat because both halves are true: the layer lessens a shift, and it trains faster. Whether the one is the reason for the other was tested three years later, by putting shift back behind the norm, and training hardly slowed.',
  ],
  reported:
    'Explanations of several libraries and wiki pages; tested by Santurkar et al. (2018), arXiv:1805.11604. Dive into Deep Learning tells it as the open question it is.',
  wrong: shiftDecides,
  right: normDecides,
  fix: 'Say what is known: it trains faster, and over a wider range of rates. Name the reason as a hypothesis, with the experiment that speaks against it.',
  cost: {
    against: 'noise behind the norm',
    at: [0, 0.4, 0.8, 1.6],
    measure: (noise) => {
      const steps = (world: Layer): number => world({ norm: true, noise, seed: 1 }).steps;
      return {
        output: Math.abs(steps(shiftDecides) - steps(normDecides)) / steps(normDecides),
        gradient: null,
      };
    },
  },
  exercise,
};
