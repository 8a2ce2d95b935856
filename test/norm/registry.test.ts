import {
  adaNorm,
  batchNorm,
  cosineScores,
  detachNorm,
  gradient,
  groupNorm,
  hypersphericalStep,
  layerNorm,
  norms,
  rmsNorm,
  sigmaReparam,
  spectralNorm,
  tensor,
  unitRows,
  weightNorm,
  weightStandardization,
} from '../../src/index.js';
import type { Norm, Tensor } from '../../src/index.js';

// Nothing is computed outside a test: a mutant that runs while tests are collected is tried on all of them.
const inputs = {
  x: tensor([
    [1, 2, 4, -3],
    [0.5, -1, 7, 2],
  ]),
  gamma: tensor([2, 3, -1, 0.5]),
  beta: tensor([1, 0, 5, -2]),
  g: tensor([[2], [-0.5]]),
  branch: tensor([
    [0, 1, -1, 2],
    [3, 1, 0, 0.5],
  ]),
  alpha: tensor([0.5, 0.1, 1, -0.25]),
  k: tensor([
    [1, 0, 0, 2],
    [0, 1, -1, 0],
    [3, 1, 0.5, 0],
    [0, 0, 1, -1],
  ]),
};
const { x, gamma, g } = inputs;
const eps = 0.5;
const dy = [
  [1, -2, 0.5, 3],
  [0.25, 1, -1, 2],
];

/** What a row is given besides, or in place of it. */
const own: Partial<Record<keyof typeof norms, object>> = {
  sigmaReparam: { gamma: tensor([-2]) },
  cosineScores: { scale: tensor([3]) },
};

/** What each row must compute: a call of the function of that name. */
const rows: Readonly<Record<keyof typeof norms, () => Tensor>> = {
  layerNorm: () => layerNorm(inputs, { eps }),
  rmsNorm: () => rmsNorm({ x, gamma }, { eps }),
  detachNorm: () => detachNorm(inputs, { detach: 'both', eps }),
  adaNorm: () => adaNorm({ x }, { eps }),
  batchNorm: () => batchNorm(inputs, { eps }),
  groupNorm: () => groupNorm(inputs, { groups: 2, eps }),
  weightNorm: () => weightNorm({ v: x, g }, { eps }),
  weightStandardization: () => weightStandardization({ w: x }, { eps }),
  spectralNorm: () => spectralNorm({ w: x, u: tensor([1, 1]) }, { eps }),
  sigmaReparam: () => sigmaReparam({ w: x, gamma: tensor([-2]) }, { eps }),
  unitRows: () => unitRows({ w: x }, { eps }),
  hypersphericalStep: () => hypersphericalStep({ h: x, branch: inputs.branch, alpha: inputs.alpha }, { eps }),
  cosineScores: () => cosineScores({ q: x, k: inputs.k, scale: tensor([3]) }, { eps }),
};

test.each(Object.entries<Norm>(norms))(
  'the row %s of the registry computes what the function of that name computes',
  (name, norm) => {
    const row = name as keyof typeof norms;
    const [got, want] = [norm.apply({ ...inputs, ...own[row] }, { eps }), rows[row]()];
    const back = (y: Tensor): unknown => gradient(y, [x], { dy })[0].data;
    expect([got.data, back(got)]).toEqual([want.data, back(want)]);
  },
);
