import {
  conv2d,
  crossEntropy,
  erf,
  gather,
  gelu,
  linear,
  logSoftmax,
  relu,
  sigmoid,
  silu,
  softmax,
  softplus,
  tanh,
  transpose,
  zLoss,
} from '../../../index.js';
import type { CrossEntropyOptions, Pair } from '../../../index.js';
import { number } from './attributes.js';
import type { Attributes, Operation } from './operation.js';

/** The layers and losses of the golden files. */
export const nn: Readonly<Record<string, Operation>> = {
  tanh: { needs: ['x'], attributes: [], k: 4, run: ({ x }) => ({ y: tanh(x) }) },
  erf: { needs: ['x'], attributes: [], k: 4, run: ({ x }) => ({ y: erf(x) }) },
  // Their loops are in float64 and round once, when a number is stored.
  gelu: { needs: ['x'], attributes: [], k: 1, run: ({ x }) => ({ y: gelu(x) }) },
  gelu_tanh: { needs: ['x'], attributes: [], k: 1, run: ({ x }) => ({ y: gelu(x, { form: 'tanh' }) }) },
  silu: { needs: ['x'], attributes: [], k: 1, run: ({ x }) => ({ y: silu(x) }) },
  sigmoid: {
    needs: ['x'],
    attributes: [],
    k: 4, // The way back multiplies dy, y and σ(−x), each as it was stored.
    run: ({ x }) => ({ y: sigmoid(x) }),
  },
  softplus: {
    needs: ['x'],
    attributes: [],
    k: 2, // The way back multiplies dy by σ(x) as it was stored.
    run: ({ x }) => ({ y: softplus(x, { threshold: 20 }) }), // As PyTorch does.
  },
  relu: { needs: ['x'], attributes: [], k: 1, run: ({ x }) => ({ y: relu(x) }) },
  log_softmax: {
    needs: ['x'],
    attributes: ['dim'],
    k: 1,
    run: ({ x }, { dim = -1 }) => ({ y: logSoftmax(x, { axis: number('dim', dim) }) }),
  },
  softmax: {
    needs: ['x'],
    attributes: ['dim'],
    k: 4, // The way back starts from y as it was stored.
    run: ({ x }, { dim = -1 }) => ({ y: softmax(x, { axis: number('dim', dim) }) }),
  },
  cross_entropy: {
    needs: ['x', 't'],
    attributes: ['reduction', 'ignore_index', 'label_smoothing'],
    k: 1,
    run: ({ x, t }, attributes) => ({ y: crossEntropy({ logits: x, targets: t }, chosen(attributes)) }),
  },
  z_loss: {
    needs: ['x'],
    attributes: ['coef', 'note'],
    k: 1,
    run: ({ x }, { coef }) => ({ y: zLoss(x, { coefficient: number('coef', coef) }) }),
  },
  conv2d: {
    needs: ['x', 'w'],
    attributes: ['stride', 'padding'],
    k: 1, // Products of matrices and their sums are in float64.
    run: ({ x, w, b }, { stride = 1, padding = 0 }) => ({
      y: conv2d(
        { x, weight: w, bias: b },
        { stride: pair('stride', stride), padding: pair('padding', padding) },
      ),
    }),
  },
  linear: {
    needs: ['x', 'w'],
    attributes: [],
    k: 1,
    run: ({ x, w, b }) => ({ y: linear({ x, weight: transpose(w, [1, 0]), bias: b }) }), // PyTorch's w is [out, in].
  },
  embedding: { needs: ['w', 't'], attributes: [], k: 4, run: ({ w, t }) => ({ y: gather(w, t) }) },
};

function chosen({ reduction, ignore_index, label_smoothing }: Attributes): CrossEntropyOptions {
  if (reduction !== undefined && reduction !== 'mean' && reduction !== 'sum')
    throw new RangeError(`expected reduction to be "mean" or "sum", got ${JSON.stringify(reduction)}`);
  return {
    ...(reduction && { reduction }),
    ...(ignore_index !== undefined && { ignoreIndex: number('ignore_index', ignore_index) }),
    ...(label_smoothing !== undefined && { labelSmoothing: number('label_smoothing', label_smoothing) }),
  };
}

/** One number or a list of them; whether they are two is for the operation to say. */
function pair(name: string, value: unknown): Pair {
  if (!Array.isArray(value)) return number(name, value);
  return value.map((one: unknown) => number(name, one)) as [number, number];
}
