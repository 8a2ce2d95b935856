/** Data: plausible mistakes in folding a norm into the layer before it, and what to say to each. */
import type { WrongVersion } from '../../exercise.js';
import type { FuseFunction } from './inputs.js';
import { fuse, fuseWith } from './right.js';

/** The names of the checks. */
export const checkNames = {
  weight: 'scales the weights of each output',
  bias: 'moves the bias',
  eps: 'uses ε under the root',
  kernels: 'folds into a kernel as well',
  shapes: 'works on every shape',
} as const;

type Text = readonly [name: string, says: string, candidate: FuseFunction];

const caught = (caughtBy: string, texts: readonly Text[]): WrongVersion<FuseFunction>[] =>
  texts.map(([name, says, candidate]) => ({ name, says, caughtBy, candidate }));

const scales = caught(checkNames.weight, [
  [
    'no γ',
    'You divide by the deviation and leave γ out. The norm ends with γ times x̂, so γ goes into the weights too.',
    fuseWith({
      factor: ({ variance, eps }) => 1 / Math.sqrt(variance + eps),
      bias: ({ b, mean, beta }, r) => (b - mean) * r + beta,
    }),
  ],
  [
    'γ alone',
    'You multiply by γ and never divide by the deviation: γ / √(variance + ε).',
    fuseWith({ factor: ({ gamma }) => gamma }),
  ],
  [
    'times the deviation',
    'You multiply by the root of the variance. The norm divides by it.',
    fuseWith({ factor: ({ gamma, variance, eps }) => gamma * Math.sqrt(variance + eps) }),
  ],
  [
    'divided by the variance',
    'You divide by the variance itself. Its root is the deviation.',
    fuseWith({ factor: ({ gamma, variance, eps }) => gamma / (variance + eps) }),
  ],
  [
    'divided by the variance, without ε',
    'You divide by the variance. The norm divides by the root of variance + ε.',
    fuseWith({ factor: ({ gamma, variance }) => gamma / variance }),
  ],
  [
    'divided by γ',
    'You divide by γ, as if the norm were to be undone. It is to be done, by the weights.',
    fuseWith({ factor: ({ gamma, variance, eps }) => 1 / (gamma * Math.sqrt(variance + eps)) }),
  ],
  [
    'one factor for all outputs',
    'You use the factor of the first output everywhere. Each output has its own γ and its own variance.',
    (weight, bias, norm, outputs) => {
      const first = fuseWith({ owner: () => 0 })(weight, bias, norm, outputs);
      return { ...first, bias: fuse(weight, bias, norm, outputs).bias };
    },
  ],
  [
    'by input',
    'You scale the weights of each input. The norm stands behind the layer: it knows outputs only.',
    fuseWith({ owner: (row, column, outputs) => (outputs === 'columns' ? row : column) }),
  ],
  [
    'weights left alone',
    'Your weights come back as they were. The norm divides by a deviation: that has to be in them.',
    (weight, bias, norm, outputs) => ({
      ...fuse(weight, bias, norm, outputs),
      weight: weight.map((row) => [...row]),
    }),
  ],
]);

const biases = caught(checkNames.bias, [
  [
    'bias left alone',
    'Your weights are right and the bias is the old one. The norm subtracts a mean, scales, and adds β: so does the new bias.',
    fuseWith({ bias: ({ b }) => b }),
  ],
  [
    'the mean forgotten',
    'Your bias is b · factor + β. The running mean is subtracted from b first.',
    fuseWith({ bias: ({ b, beta }, factor) => b * factor + beta }),
  ],
  [
    'the mean added',
    'You add the running mean. The norm subtracts it.',
    fuseWith({ bias: ({ b, mean, beta }, factor) => (b + mean) * factor + beta }),
  ],
  [
    'the mean not scaled',
    'You subtract the running mean after b was scaled. It is subtracted before: (b − mean) · factor.',
    fuseWith({ bias: ({ b, mean, beta }, factor) => b * factor - mean + beta }),
  ],
  [
    'the bias not scaled',
    'You scale the mean and not b. Both stand in the bracket: (b − mean) · factor.',
    fuseWith({ bias: ({ b, mean, beta }, factor) => b - mean * factor + beta }),
  ],
  [
    'β forgotten',
    'Your bias is (b − mean) · factor. The norm adds β at the end.',
    fuseWith({ bias: ({ b, mean }, factor) => (b - mean) * factor }),
  ],
  [
    'β scaled',
    'You scale β as well. It is added behind the scale.',
    fuseWith({ bias: ({ b, mean, beta }, factor) => (b - mean + beta) * factor }),
  ],
  [
    'the layer’s own bias forgotten',
    'Your bias is β − mean · factor: that of a layer without a bias. This layer has one, b.',
    fuseWith({ bias: ({ mean, beta }, factor) => beta - mean * factor }),
  ],
  [
    'γ in the weights only',
    'In the bias you divide by the deviation and leave γ out: it takes the same factor as the weights.',
    fuseWith({ bias: ({ b, mean, beta, variance, eps }) => (b - mean) / Math.sqrt(variance + eps) + beta }),
  ],
]);

const epsilons = caught(checkNames.eps, [
  [
    'no ε',
    'ε is missing. The norm has it under the root, and a fused layer that lacks it is another layer.',
    fuseWith({ factor: ({ gamma, variance }) => gamma / Math.sqrt(variance) }),
  ],
  [
    'ε outside the root',
    'You divide by √variance + ε. ε stands under the root.',
    fuseWith({ factor: ({ gamma, variance, eps }) => gamma / (Math.sqrt(variance) + eps) }),
  ],
  [
    'ε is always 0.00001',
    'You wrote 1e-5 where norm.eps should stand.',
    fuseWith({ factor: ({ gamma, variance }) => gamma / Math.sqrt(variance + 1e-5) }),
  ],
]);

const others = [
  ...caught(checkNames.kernels, [
    [
      'always columns',
      'A linear layer comes out right. In a kernel the weights of one output are a row: scale row by row where outputs is rows.',
      fuseWith({ owner: (_, column) => column }),
    ],
  ]),
  ...caught(checkNames.shapes, [
    [
      'a γ of 0 taken for nothing',
      'A γ of 0 became another: gamma || 1 takes 0 for missing. A norm with γ = 0 gives β, whatever comes.',
      fuseWith({ factor: ({ gamma, variance, eps }) => (gamma || 1) / Math.sqrt(variance + eps) }),
    ],
  ]),
  ...caught('leaves its inputs as they were', [
    [
      'input changed',
      'Your function wrote into the weights it was given. Whoever goes on training needs them: make new arrays.',
      (weight, bias, norm, outputs) => {
        const fused = fuse(weight, bias, norm, outputs);
        fused.weight.forEach((row, r) => row.forEach((value, k) => (weight[r][k] = value)));
        return { weight: weight.map((row) => [...row]), bias: fused.bias };
      },
    ],
  ]),
];

/** From the factor to what a function does beside. */
export const wrongFusions: readonly WrongVersion<FuseFunction>[] = [
  ...scales,
  ...biases,
  ...epsilons,
  ...others,
];
