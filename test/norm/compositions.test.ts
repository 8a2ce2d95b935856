import * as library from '../../src/index.js';
import { tensor } from '../../src/index.js';
import { compositions } from '../../src/cli/golden/operations/compositions.js';
import { adaIN } from '../../src/norm/ada-in.js';
import { divisiveNorm } from '../../src/norm/divisive-norm.js';
import { film } from '../../src/norm/film.js';
import { l1BatchNorm, linfBatchNorm } from '../../src/norm/l1-batch-norm.js';
import { layerNormScaling } from '../../src/norm/layer-norm-scaling.js';
import { layerScale } from '../../src/norm/layer-scale.js';
import { localResponseNorm } from '../../src/norm/local-response-norm.js';
import { meanOnlyNorm } from '../../src/norm/mean-only-norm.js';
import { pNorm } from '../../src/norm/p-norm.js';
import { pixelNorm } from '../../src/norm/pixel-norm.js';
import { positionalNorm } from '../../src/norm/positional-norm.js';
import { softCap } from '../../src/norm/soft-cap.js';
import { varianceOnlyNorm } from '../../src/norm/variance-only-norm.js';
import { expectAsPyTorch, expectClose, refusal } from './golden.js';

test.each(Object.keys(compositions))('value and gradients of %s are those of PyTorch', (op) => {
  expectAsPyTorch(library, op, (inputs, attributes) => ({ y: compositions[op].run(inputs, attributes).y }));
});

const x = tensor([[1, 2, 6]]);
const image = tensor([
  [
    [1, 3],
    [2, 2],
  ],
]);
const short = tensor([1, 2]);
const wrong = 'expected eps to be 0 or a small positive number, got -1';

test('what is left out is 1 or 0, and ε is what the paper or PyTorch takes', () => {
  const same = (a: library.Tensor, b: library.Tensor): void => expect([...a.data]).toEqual([...b.data]);
  const [gamma, beta] = [tensor([1, 1, 1]), tensor([0, 0, 0])];
  const batch = tensor([
    [1, 2, 6],
    [3, -1, 0.5],
  ]);
  same(pixelNorm({ x }), pixelNorm({ x }, { eps: 1e-8 }));
  same(positionalNorm({ x }), positionalNorm({ x }, { eps: 1e-5 }));
  same(pNorm({ x }), pNorm({ x, gamma }, { p: 2, eps: 1e-5 }));
  same(pNorm({ x }), library.rmsNorm({ x }));
  same(varianceOnlyNorm({ x }), varianceOnlyNorm({ x, gamma }, { eps: 1e-5 }));
  same(meanOnlyNorm({ x }), meanOnlyNorm({ x, beta }));
  same(l1BatchNorm({ x: batch }), l1BatchNorm({ x: batch, gamma, beta }, { eps: 1e-5 }));
  same(linfBatchNorm({ x: batch }), linfBatchNorm({ x: batch, gamma, beta }, { eps: 1e-5 }));
  same(layerNormScaling({ x }, { layer: 2 }), layerNormScaling({ x, gamma, beta }, { layer: 2, eps: 1e-5 }));
  same(localResponseNorm({ x }), localResponseNorm({ x }, { size: 5, alpha: 1e-4, beta: 0.75, k: 1 }));
  same(divisiveNorm({ x }), divisiveNorm({ x }, { size: 5, sigma: 1 }));
  const style = tensor([
    [
      [5, 7],
      [1, 2],
    ],
  ]);
  same(adaIN({ x: image, style }), adaIN({ x: image, style }, { eps: 1e-5 }));
});

test('equal numbers and ε: the least divisor of L1 and L∞ is ε itself', () => {
  const x1 = tensor([[1e-7], [-1e-7]]);
  expectClose(l1BatchNorm({ x: x1 }, { eps: 1e-3 }).data, [1e-4, -1e-4], 1e-18);
  expectClose(linfBatchNorm({ x: x1 }, { eps: 1e-3 }).data, [1e-4, -1e-4], 1e-18);
});

test('what cannot be computed is refused in one sentence', () => {
  const refused: readonly (readonly [() => unknown, string])[] = [
    [() => pixelNorm({ x: short }), 'pixelNorm: expected x of shape [N, C, ...], got [2]'],
    [() => pixelNorm({ x }, { eps: -1 }), `pixelNorm: ${wrong}`],
    [() => positionalNorm({ x: short }), 'positionalNorm: expected x of shape [N, C, ...], got [2]'],
    [() => positionalNorm({ x }, { eps: -1 }), `positionalNorm: ${wrong}`],
    [() => pNorm({ x, gamma: short }), 'pNorm: expected gamma of shape [3], got [2]'],
    [() => pNorm({ x }, { p: 0.5 }), 'pNorm: expected p to be a number from 1, got 0.5'],
    [() => pNorm({ x }, { p: Infinity }), 'got Infinity. For the largest number use normalize'],
    [() => pNorm({ x }, { eps: -1 }), `pNorm: ${wrong}`],
    [() => pNorm({ x: tensor([[]]) }), 'pNorm: expected at least one number to normalize over'],
    [() => meanOnlyNorm({ x, beta: short }), 'meanOnlyNorm: expected beta of shape [3], got [2]'],
    [() => meanOnlyNorm({ x: tensor([[]]) }), 'meanOnlyNorm: expected at least one number'],
    [() => varianceOnlyNorm({ x, gamma: short }), 'varianceOnlyNorm: expected gamma of shape [3], got [2]'],
    [() => varianceOnlyNorm({ x }, { eps: -1 }), `varianceOnlyNorm: ${wrong}`],
    [() => varianceOnlyNorm({ x: tensor([[]]) }), 'varianceOnlyNorm: expected at least one number'],
    [() => l1BatchNorm({ x }), 'l1BatchNorm: expected more than one value for each channel in training'],
    [() => l1BatchNorm({ x: short }), 'l1BatchNorm: expected x of shape [N, C, ...], got [2]'],
    [() => l1BatchNorm({ x: image, beta: x }), 'l1BatchNorm: expected beta of shape [2], got [1, 3]'],
    [() => linfBatchNorm({ x: image, gamma: x }), 'linfBatchNorm: expected gamma of shape [2], got [1, 3]'],
    [() => linfBatchNorm({ x: image }, { eps: -1 }), `linfBatchNorm: ${wrong}`],
    [
      () => layerNormScaling({ x }, { layer: 0 }),
      'layerNormScaling: expected layer to be a whole number from 1, got 0',
    ],
    [() => layerNormScaling({ x }, { layer: 1.5 }), 'got 1.5'],
    [
      () => layerNormScaling({ x, gamma: short }, { layer: 1 }),
      'layerNormScaling: expected gamma of shape [3]',
    ],
    [
      () => layerNormScaling({ x, beta: short }, { layer: 1 }),
      'layerNormScaling: expected beta of shape [3]',
    ],
    [() => layerScale({ x, lambda: short }), 'layerScale: expected lambda of shape [3], got [2]'],
    [() => layerScale({ x: tensor([[]]), lambda: tensor([]) }), 'layerScale: expected at least one number'],
    [() => softCap({ x }, { cap: 0 }), 'softCap: expected cap to be a number above 0, got 0'],
    [() => softCap({ x }, { cap: Infinity }), 'got Infinity'],
    [
      () => localResponseNorm({ x }, { size: 0 }),
      'localResponseNorm: expected size to be a whole number from 1, got 0',
    ],
    [
      () => localResponseNorm({ x }, { alpha: NaN }),
      'localResponseNorm: expected alpha to be a number, got NaN',
    ],
    [() => localResponseNorm({ x: short }), 'localResponseNorm: expected x of shape [N, C, ...], got [2]'],
    [
      () => divisiveNorm({ x }, { size: 1.5 }),
      'divisiveNorm: expected size to be a whole number from 1, got 1.5',
    ],
    [() => divisiveNorm({ x }, { sigma: NaN }), 'divisiveNorm: expected sigma to be a number, got NaN'],
    [() => divisiveNorm({ x: tensor([[]]) }), 'divisiveNorm: expected at least one number'],
    [() => adaIN({ x, style: x }), 'adaIN: expected x of shape [N, C, positions, ...], got [1, 3]'],
    [() => adaIN({ x: tensor([1, 2]), style: image }), 'adaIN: expected x of shape [N, C, ...], got [2]'],
    [
      () => adaIN({ x: image, style: tensor([[[1, 2]]]) }),
      'adaIN: expected style of shape [1, 2, positions, ...], got [1, 1, 2]',
    ],
    [() => adaIN({ x: image, style: tensor([[[], []]]) }), 'adaIN: expected style of shape'],
    [() => adaIN({ x: image, style: tensor([[1, 2]]) }), 'adaIN: expected style of shape'],
    [() => adaIN({ x: image, style: image }, { eps: -1 }), `adaIN: ${wrong}`],
    [() => film({ x, gamma: short, beta: x }), 'film: expected gamma of shape [1, 3], got [2]'],
    [() => film({ x, gamma: x, beta: short }), 'film: expected beta of shape [1, 3], got [2]'],
    [() => film({ x: short, gamma: x, beta: x }), 'film: expected x of shape [N, C, ...], got [2]'],
  ];
  for (const [call, sentence] of refused) expect(refusal(call)).toContain(sentence);
});

test('far from 0 the mean of a row is rounded, and what meanOnlyNorm takes off is right nevertheless', () => {
  const numbers = [0.1, -0.7, 0.4, 1.3, -0.9, 0.25, 0.6].map((value) => value + 1e8);
  const centre = numbers[0]; // Differences from a number of the row are exact.
  const mean = numbers.reduce((total, value) => total + (value - centre), 0) / numbers.length;
  const { data } = meanOnlyNorm({ x: tensor([numbers]) });
  numbers.forEach((value, i) => expect(data[i]).toBeCloseTo(value - centre - mean, 14));
});

test('the deviation of equal numbers is 0, however far from zero they are', () => {
  const equal = tensor([[1e30, 1e30, 1e30]]);
  expectClose(varianceOnlyNorm({ x: equal }, { eps: 1 }).data, [1e30, 1e30, 1e30], 1e-15);
});
