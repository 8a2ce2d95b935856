import type { Exercise } from '../../exercise.js';
import { judges } from '../../judges.js';
import type { Experiment } from '../../judging.js';
import { apart, normals } from '../damage.js';
import type { Exhibit } from '../exhibit.js';
import { noticing } from '../noticing.js';
import { believing, disguises, refusing, wrong } from './experiments.js';
import { disguised, found, misprinted, right as rightDerivations, sound } from './layers.js';
import type { Derivation } from './layers.js';
import { notice } from './notice.js';
import { right } from './right.js';
import { telling } from './telling.js';

const exercise: Exercise<Experiment<Derivation>> = {
  id: 'B17',
  title: 'Does every line follow?',
  statement:
    'Write an experiment that is handed a derivation of BatchNorm’s dx, and says true if every line follows from the one before, false if one does not. line(k, x, g, eps) gives the numbers that line k says, for k from 0 to 4: one for each of the n numbers x of a channel, with g = γ ⊙ dy. Line 0 is the gradient, and right. Take n = 3 or more.',
  why: 'A derivation is read from line to line, with goodwill. A program has none, and is done in a millisecond.',
  difficulty: 2,
  importance: 3,
  minutes: 8,
  asks: 'an experiment',
  signature:
    'everyLineFollows(line: (k: number, x: number[], g: number[], eps: number) => number[]): boolean',
  exportName: 'everyLineFollows',
  hints: [
    'Lines that are equal on paper give the same numbers, for any x, g and ε. Which two do you compare?',
    'Kind numbers hide mistakes: x of mean 0, g that are equal or add up to 0, ε = 0, n = 4 alone.',
    'For k = 1 to 4 compare line(k, x, g, eps) with line(k − 1, x, g, eps), entry by entry, and allow 1e-9.',
  ],
  solution: `export function everyLineFollows(line: (k: number, x: number[], g: number[], eps: number) => number[]): boolean {
  const [x, g, eps] = [[3, -1, 4, 8, 2], [0.5, -2, 1.5, 1, 3], 0.7];
  return [1, 2, 3, 4].every((k) => {
    const [before, now] = [line(k - 1, x, g, eps), line(k, x, g, eps)];
    return before.every((value, i) => Math.abs(now[i] - value) < 1e-9);
  });
}`,
  checks: noticing(
    judges<Derivation>({
      right: { name: believing, points: 40, layers: rightDerivations },
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
  right,
};

/** B17: a derivation with a line that is wrong, and an end that is right. */
export const lineThatDoesNotFollow: Exhibit<Derivation> = {
  id: 'B17',
  title: 'A line that does not follow',
  story: [
    'A course hands out a derivation of BatchNorm’s way back, well set, with numbered equations, and equation (8) of it is wrong; the assignment that links to it says so, in a note.',
    'On such a page every letter is explained and every step is small, so nobody who reads it stumbles; and whoever types in a wrong line of one gets a gradient of the right shape.',
    'It is easy to make because a line on paper is checked by the one who wrote it, who knows what should stand there and reads that.',
  ],
  reported: 'CS231n, assignment 2, the note beside the link to the derivation of the alternative way back.',
  wrong: misprinted,
  right: sound,
  fix: 'Put numbers into every line, unkind ones, and compare it with the line before: that is what `checkLines` does, at random points, in exact arithmetic.',
  cost: {
    against: 'deviation of x',
    at: [0.1, 0.5, 1, 2, 10],
    measure: (deviation) => {
      const [x, g] = [deviation, 1].map((size, seed) => [
        ...normals('line cost', [16], { seed, deviation: size }).data,
      ]);
      const [printed, derived] = [misprinted, sound].map((derivation) => derivation(3, x, g, 1e-5));
      return { output: null, gradient: apart(printed, derived) };
    },
  },
  exercise,
};
