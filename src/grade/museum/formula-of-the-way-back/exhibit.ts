import type { Exercise } from '../../exercise.js';
import type { Experiment } from '../../judging.js';
import { apart, normals } from '../damage.js';
import type { Exhibit } from '../exhibit.js';
import { judges } from '../../judges.js';
import { noticing } from '../noticing.js';
import { oddArrayLayers } from '../odd-layers.js';
import { believing, disguises, refusing, wrong } from './experiments.js';
import { disguised, equation8, found, published, right as rightWaysBack } from './layers.js';
import type { WayBack } from './layers.js';
import { notice } from './notice.js';
import { right } from './right.js';
import { telling } from './telling.js';

const exercise: Exercise<Experiment<WayBack>> = {
  id: 'B18',
  title: 'Is this the gradient?',
  statement:
    'Write an experiment that is handed somebody’s way back of LayerNorm for one row, dx from x, γ, dy and ε, and says true if it is the gradient of Σ dyᵢ·yᵢ for y = γ x̂ + β, false if it is not. Take rows of three numbers or more.',
  why: 'Formulas are copied from page to page. Two calls of the forward pass tell you more about one than its source.',
  difficulty: 3,
  importance: 3,
  minutes: 10,
  asks: 'an experiment',
  signature:
    'isTheGradient(wayBack: (x: number[], gamma: number[], dy: number[], eps: number) => number[]): boolean',
  exportName: 'isTheGradient',
  hints: [
    'You know the forward pass. What does the loss do when one entry of x moves by a little?',
    'Write loss(x) = Σ dy[i]·γ[i]·(x[i] − μ)/√(σ² + ε), and compare (loss(x + h) − loss(x − h)) / 2h with each entry of dx, h = 10⁻⁵.',
    'Choose γ and dy that are neither 1 nor equal, and a row whose deviation is not 1: each of these hides a mistake.',
  ],
  solution: `export function isTheGradient(wayBack: (x: number[], gamma: number[], dy: number[], eps: number) => number[]): boolean {
  const [x, gamma, dy, eps] = [[3, -1, 4, 8], [0.5, -2, 1.5, 1], [1, 0.3, -2, 0.7], 0.01];
  const mean = (values: number[]) => values.reduce((total, value) => total + value, 0) / values.length;
  const loss = (at: number[]) => {
    const centred = at.map((value) => value - mean(at));
    const deviation = Math.sqrt(mean(centred.map((value) => value * value)) + eps);
    return centred.reduce((total, value, i) => total + (dy[i] * gamma[i] * value) / deviation, 0);
  };
  const moved = (i: number, h: number) => x.map((value, j) => (i === j ? value + h : value));
  const dx = wayBack(x, gamma, dy, eps);
  return x.every((_, i) => Math.abs(dx[i] - (loss(moved(i, 1e-5)) - loss(moved(i, -1e-5))) / 2e-5) < 1e-6);
}`,
  checks: noticing(
    judges<WayBack>({
      right: { name: believing, points: 40, layers: rightWaysBack },
      wrong: [
        { name: refusing, points: 30, layers: found },
        { name: disguises, points: 30, layers: disguised },
      ],
      telling: [...oddArrayLayers<number[]>(), ...telling],
      known: wrong,
    }),
    { known: wrong, notice, answering: [...rightWaysBack, ...found, ...disguised] },
  ),
  wrong,
  right,
};

/** What the published formula and equation (8) give. */
function gradients(C: number): [number[], number[]] {
  const draw = (name: string): number[] => [...normals(`formula ${name}`, [C]).data];
  const inputs = [draw('x'), Array.from({ length: C }, () => 1), draw('dy'), 1e-5] as const;
  return [published(...inputs), equation8(...inputs)].map((dx) => [...dx]) as [number[], number[]];
}

/** B18: a formula of the way back that is not the gradient. */
export const formulaOfTheWayBack: Exhibit<WayBack> = {
  id: 'B18',
  title: 'A formula of the way back',
  story: [
    'When we searched for the way back of LayerNorm it came up first: a page in the tone of a textbook, with dx = 1/F (dx̂/σ − x̂/(σ² + ε) · dx̂ · x̂).',
    'It has the right letters in nearly the right places, and where a dot stands for an inner product it even looks like the true one.',
    'It is easy to make, or to copy, because a formula on a page does not run: nobody who reads it is told that it is wrong.',
  ],
  reported:
    'the page “LayerNormBackward” in a public collection of mathematical web pages, Nemotron-CC-Math.',
  wrong: published,
  right: equation8,
  fix: 'dx = r · (g − mean(g) − x̂ · mean(g ⊙ x̂)): a mean for each of the two statistics, and r in front.',
  cost: {
    against: 'C',
    at: [4, 8, 64, 512],
    measure: (C) => {
      const [wrongGradient, rightGradient] = gradients(C);
      return { output: null, gradient: apart(wrongGradient, rightGradient) };
    },
  },
  exercise,
};
