import {
  conv2d,
  crossEntropy,
  erf,
  gelu,
  logSoftmax,
  relu,
  sigmoid,
  silu,
  softmax,
  softplus,
  tanh,
  transpose,
} from '../../../index.js';
import type { CrossEntropyOptions, Tensor } from '../../../index.js';
import { number } from './attributes.js';
import type { Attributes, Operation } from './operation.js';

/** A function of each number, or of each row, with the names that ONNX gives its input and its output. */
const alone = (input: string, output: string, k: number, f: (x: Tensor) => Tensor): Operation => ({
  needs: [input],
  attributes: [],
  k,
  run: (inputs) => ({ [output]: f(inputs[input]) }),
});

const alongAxis = (f: (x: Tensor, options: { axis: number }) => Tensor, k: number): Operation => ({
  needs: ['input'],
  attributes: ['axis'],
  k,
  run: ({ input }, { axis = -1 }) => ({ output: f(input, { axis: number('axis', axis) }) }),
});

/** The other layers of ONNX and its loss, by its names and with its attributes, as far as the library has them. */
export const onnxLayers: Readonly<Record<string, Operation>> = {
  Relu: alone('X', 'Y', 1, relu),
  Tanh: alone('input', 'output', 1, tanh),
  Erf: alone('input', 'output', 1, erf),
  Sigmoid: alone('X', 'Y', 1, sigmoid),
  Softplus: alone('X', 'Y', 1, softplus),
  Gelu: {
    needs: ['X'],
    attributes: ['approximate'],
    k: 1,
    run: ({ X }, { approximate = 'none' }) => ({
      Y: gelu(X, { form: approximate === 'tanh' ? 'tanh' : 'exact' }),
    }),
  },
  Swish: {
    needs: ['X'],
    attributes: ['alpha'],
    k: 1,
    lacks: (_inputs, { alpha = 1 }) => (alpha === 1 ? undefined : 'SiLU has no α'),
    run: ({ X }) => ({ Y: silu(X) }),
  },
  Softmax: alongAxis(softmax, 1),
  LogSoftmax: alongAxis(logSoftmax, 1),

  Conv: {
    needs: ['X', 'W'],
    attributes: ['auto_pad', 'kernel_shape', 'pads', 'strides'],
    k: 1,
    lacks: (_inputs, { auto_pad }) =>
      auto_pad ? 'conv2d is told its padding, and finds none by itself' : undefined,
    run: ({ X, W, B }, { pads = [0, 0, 0, 0], strides = [1, 1] }) => ({
      Y: conv2d({ x: X, weight: W, bias: B }, { stride: strides as [number, number], padding: sides(pads) }),
    }),
  },
  SoftmaxCrossEntropyLoss: {
    needs: ['scores', 'labels'],
    attributes: ['ignore_index', 'reduction'],
    k: 1,
    lacks({ weights }, { reduction }) {
      if (weights) return 'crossEntropy has no weights of classes';
      return reduction === 'none'
        ? 'crossEntropy gives the mean or the sum of the rows, not each of them'
        : undefined;
    },
    run: ({ scores, labels }, attributes) => {
      const logits = movedToTheEnd(scores);
      return {
        output: crossEntropy({ logits, targets: labels }, chosen(attributes)),
        log_prob: logSoftmax(scores, { axis: 1 }),
      };
    },
  },
};

/** Padding before and behind, which is the same here: [top, left, bottom, right]. */
function sides(pads: unknown): [number, number] {
  const [top, left, bottom, right] = pads as number[];
  if (top !== bottom || left !== right)
    throw new RangeError(`expected the same padding on both sides, got ${JSON.stringify(pads)}`);
  return [top, left];
}

/** Classes stand on axis 1 there, and at the end here. */
function movedToTheEnd(scores: Tensor): Tensor {
  const axes = [...scores.shape.keys()];
  return transpose(scores, [0, ...axes.slice(2), 1]);
}

function chosen({ reduction = 'mean', ignore_index }: Attributes): CrossEntropyOptions {
  return {
    reduction: reduction as 'mean' | 'sum',
    ...(ignore_index !== undefined && { ignoreIndex: number('ignore_index', ignore_index) }),
  };
}
