import type { Shape } from '../../tensor/shape.js';
import { cosineScores } from '../cosine-scores.js';
import { hypersphericalStep } from '../hyperspherical-step.js';
import { factor, usual } from './norm.js';
import type { Norm } from './norm.js';

const ofRows = {
  ...usual,
  statisticOf: (shape: Shape) => (place: number) => Math.floor(place / shape[shape.length - 1]),
  centres: false,
  backward: 'composed',
} as const;

/** What puts the rows of activations on a sphere, together with what it does there. */
export const ofSphere = {
  hypersphericalStep: {
    ...ofRows,
    title: 'The residual step of nGPT',
    statisticsOver: 'the C features of one row of the stream, and of what is added to it',
    shapes: [
      [3, 5],
      [1, 2],
      [2, 3, 4],
      [0, 4],
    ],
    refuses: [[], [2, 0]],
    parameters: { branch: { shape: (h: Shape) => h, along: [0, 1], around: 0 }, alpha: factor(-1) },
    invariantTo: [],
    equivariantAlong: [0, 1],
    source: 'Loshchilov et al. (2024), arXiv:2410.01131',
    apply: ({ x, branch, alpha }, { eps }) => hypersphericalStep({ h: x, branch, alpha }, { eps }),
  },
  cosineScores: {
    ...ofRows,
    title: 'Scores of attention by angle, here of as many keys as features',
    statisticsOver: 'the D features of one query, and of one key',
    shapes: [
      [3, 5],
      [1, 2],
      [2, 3, 4],
      [0, 4],
    ],
    refuses: [[], [4], [2, 0]],
    parameters: {
      k: { shape: (q: Shape) => [...q.slice(0, -2), ...q.slice(-1), ...q.slice(-1)], along: [], around: 0 },
      scale: factor(),
    },
    invariantTo: ['scale'],
    equivariantAlong: [0],
    source: 'Henry et al. (2020), arXiv:2010.04245; Liu et al. (2021), arXiv:2111.09883',
    apply: ({ x, k, scale }, { eps }) => cosineScores({ q: x, k, scale }, { eps }),
  },
} satisfies Record<string, Norm>;
