/** Losses whose second derivatives a learner's function is asked for. */
import { exp } from '../../../autograd/ops/exp.js';
import { matmul } from '../../../autograd/ops/matmul.js';
import { mul } from '../../../autograd/ops/mul.js';
import { pow } from '../../../autograd/ops/pow.js';
import { sub } from '../../../autograd/ops/sub.js';
import { sum } from '../../../autograd/ops/sum.js';
import { tanh } from '../../../autograd/ops/tanh.js';
import { Tensor, tensor } from '../../../autograd/tensor.js';
import { layerNorm } from '../../../norm/layer-norm.js';
import { stream } from '../../../tensor/random.js';

/** A loss that bends. */
export type Loss = (x: Tensor) => Tensor;

/** What the function is called with. */
export type HessianInputs = readonly [loss: Loss, x: Tensor, v: Tensor];

/** The function the exercise asks for. */
export type HessianTimes = (loss: Loss, x: Tensor, v: Tensor) => Tensor;

/** A loss that is written as what it is, where a learner is shown it. */
const called = (name: string, loss: Loss): Loss =>
  Object.defineProperty(loss, 'toString', { value: () => name });

const numbers = (name: string, shape: readonly number[]): Tensor =>
  new Tensor(stream(`hessian exercise, ${name}`, 1).normals(shape));

const squares = called('x₁² + 2 x₂² + 3 x₃²', (x) => sum(mul(tensor([1, 2, 3]), mul(x, x))));
const cubes = called('x₁³ + x₂³ + x₃³', (x) => sum(pow(x, 3)));
const fourth = called('(x₁ + x₂ + x₃)⁴', (x) => pow(sum(x), 4));

/** Each entry bends by itself: to follow by hand. */
export const byHand: readonly HessianInputs[] = [
  [squares, tensor([1, -2, 3]), tensor([2, 1, -1])],
  [squares, tensor([1, -2, 3]), tensor([0, 5, 0])],
];
export const otherLoss: HessianInputs = [cubes, tensor([1, -2, 3]), tensor([2, 1, -1])];

/** Entries that meet each other, and bends that are others elsewhere. */
export function coupled(seed: number): readonly HessianInputs[] {
  const matrix = numbers(`${seed}, matrix`, [4, 4]);
  const net = called('Σ tanh(x W)²', (x) => sum(pow(tanh(matmul(x, matrix)), 2)));
  const drawn = (name: string, shape: readonly number[]): Tensor => numbers(`${seed}, ${name}`, shape);
  return [
    otherLoss,
    [fourth, tensor([1, 0, -0.5]), tensor([2, 1, -1])],
    [net, drawn('x', [2, 4]), drawn('v', [2, 4])],
    [called('x²', (x) => mul(x, x)), tensor(3), tensor(2)],
    normalized(seed),
  ];
}

/** Σ a ⊙ y³ / 3 behind a LayerNorm. */
function normalized(seed: number): HessianInputs {
  const [a, x, v] = ['a', 'x', 'v'].map((name) => numbers(`${seed}, norm ${name}`, [3, 5]));
  const [gamma, beta] = ['gamma', 'beta'].map((name) => numbers(`${seed}, ${name}`, [5]));
  const loss = called('Σ a ⊙ LayerNorm(x)³ / 3', (given) =>
    sum(mul(a, mul(1 / 3, pow(layerNorm({ x: given, gamma, beta }), 3)))),
  );
  return [loss, x, v];
}

/** A bend so sharp, so far from zero, that no difference of two gradients finds it to nine digits. */
export const sharp: HessianInputs = [
  called('Σ exp(20 (x − 1000))', (x) => sum(exp(mul(20, sub(x, 1000))))),
  tensor([1000, 1000.0625, 999.96875]),
  tensor([1, -2, 1]),
];

/** What symmetry is asked with: one loss and place, two directions. */
export const pair: readonly [HessianInputs, HessianInputs] = [
  [fourth, tensor([1, 0, -0.5]), tensor([2, 1, -1])],
  [fourth, tensor([1, 0, -0.5]), tensor([-1, 3, 3])],
];
