import type { Exercise } from '../../exercise.js';
import { judges } from '../../judges.js';
import type { Experiment } from '../../judging.js';
import type { Exhibit } from '../exhibit.js';
import { noticing } from '../noticing.js';
import { believing, disguises, refusing, rightExperiments, wrong } from './experiments.js';
import { disguised, found, postNorm, right, telling } from './layers.js';
import type { Layer } from './layers.js';
import { notice } from './notice.js';

const exercise: Exercise<Experiment<Layer>> = {
  id: 'B21',
  title: 'Does it grow with depth?',
  statement:
    'The claim is: the gradient of the last layer grows with depth. You are handed a family of networks, gradientNorm(depth, seed), measured at the start of training. Say true if the claim holds for it, all the way from depth 2 to depth 32, and false if it does not. Where it holds, the mean over seeds grows fourfold or more from depth 2 to depth 32, and twofold or more from 8 to 32; single seeds scatter by a fifth, or by much more.',
  why: 'A sentence about depth is a sentence about many depths and many seeds. Two numbers from one run are an anecdote.',
  difficulty: 2,
  importance: 2,
  minutes: 8,
  asks: 'an experiment',
  signature: 'growsWithDepth(gradientNorm: (depth: number, seed: number) => number): boolean',
  hints: [
    'Take the mean over eight seeds or more, the same seeds at every depth.',
    'What rises in the middle may come down again: look at three depths at least.',
    'Ask that the mean at 8 is 1.3 times that at 2, that at 32 is 1.3 times that at 8, and twice that at 2.',
  ],
  solution: `function growsWithDepth(gradientNorm: (depth: number, seed: number) => number): boolean {
  const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
  const [at2, at8, at32] = [2, 8, 32].map((depth) => seeds.reduce((total, seed) => total + gradientNorm(depth, seed), 0));
  return at8 > 1.3 * at2 && at32 > 1.3 * at8 && at32 > 2 * at2;
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

/** Those of the notebook. */
const seeds = Array.from({ length: 16 }, (_, seed) => seed);
const mean = (depth: number): number =>
  seeds.reduce((total, seed) => total + postNorm(depth, seed), 0) / seeds.length;

/** B21: Post-LN’s last gradient does not grow with depth. */
export const growsWithDepth: Exhibit<Layer> = {
  id: 'B21',
  title: 'The gradient that was said to grow',
  story: [
    'A log of experiments sums up: with Post-LN the gradient grows with depth.',
    'It sounds right, since Post-LN is the one that is hard to train, and with another norm or none gradients do grow.',
    'It is easy to believe because everybody has read that Post-LN has large gradients near the output; large they are, at every depth alike, and it is in Pre-LN that the last gradient changes: it falls.',
  ],
  reported:
    'A public experiment log of 2026; Xiong et al. (2020), arXiv:2002.04745, theorem 1, says otherwise.',
  wrong: (depth, seed) => (postNorm(2, seed) * depth) / 2,
  right: postNorm,
  fix: 'Say what was measured: at the start of training the last layer’s gradient of Post-LN is about the same at every depth, that of Pre-LN falls like 1/√L.',
  cost: {
    against: 'depth',
    at: [2, 4, 8, 16, 32],
    measure: (depth) => {
      const [said, found] = [(mean(2) * depth) / 2, mean(depth)];
      return { output: null, gradient: Math.abs(said - found) / found };
    },
  },
  exercise,
};
