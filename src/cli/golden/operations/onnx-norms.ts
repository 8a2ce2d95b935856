import {
  batchNorm,
  batchNormEvaluate,
  div,
  groupNorm,
  instanceNorm,
  layerNorm,
  localResponseNorm,
  ndarray,
  normalize,
  reshape,
  rmsNorm,
  sizeOf,
  Tensor,
} from '../../../index.js';
import type { Shape } from '../../../index.js';
import { number } from './attributes.js';
import type { Attributes, ByName, Operation } from './operation.js';

/** The normalizations of ONNX, by its names and with its attributes. */
export const onnxNorms: Readonly<Record<string, Operation>> = {
  LayerNormalization: {
    needs: ['X', 'Scale'],
    attributes: ['axis', 'epsilon'],
    k: 1,
    run: ({ X, Scale, B }, { axis, epsilon }) => {
      const normalizedShape = from(axis, X.shape);
      return { Y: layerNorm({ x: X, gamma: Scale, beta: B }, { normalizedShape, eps: eps(epsilon) }) };
    },
  },
  RMSNormalization: {
    needs: ['X', 'scale'],
    attributes: ['axis', 'epsilon'],
    k: 1,
    run: ({ X, scale }, { axis, epsilon }) => {
      const C = sizeOf(from(axis, X.shape));
      const [x, gamma] = [reshape(X, [X.data.length / C, C]), reshape(scale, [C])];
      return { Y: reshape(rmsNorm({ x, gamma }, { eps: eps(epsilon) }), X.shape) };
    },
  },
  BatchNormalization: {
    needs: ['X', 'scale', 'B', 'input_mean', 'input_var'],
    attributes: ['epsilon', 'momentum', 'training_mode'],
    k: 4, // The running variance is put together from numbers as they were stored.
    run: batchNormalization,
  },
  InstanceNormalization: {
    needs: ['input', 'scale', 'B'],
    attributes: ['epsilon'],
    k: 1,
    run: ({ input, scale, B }, { epsilon }) => ({
      output: instanceNorm({ x: input, gamma: scale, beta: B }, { eps: eps(epsilon) }),
    }),
  },
  GroupNormalization: {
    needs: ['X', 'scale', 'bias'],
    attributes: ['epsilon', 'num_groups'],
    k: 1,
    run: ({ X, scale, bias }, { epsilon, num_groups }) => ({
      Y: groupNorm(
        { x: X, gamma: scale, beta: bias },
        { groups: number('num_groups', num_groups), eps: eps(epsilon) },
      ),
    }),
  },
  LpNormalization: {
    needs: ['input'],
    attributes: ['axis', 'p'],
    k: 2,
    run: ({ input }, { axis = -1, p = 2 }) => ({ output: ofLength(input, number('axis', axis), p) }),
  },
  MeanVarianceNormalization: {
    needs: ['X'],
    attributes: ['axes'],
    k: 1,
    run: ({ X }, { axes = [0, 2, 3] }) => ({
      Y: normalize(X, { axes: axes as number[], center: true, scale: 'rms', eps: 0 }),
    }),
  },
  LRN: {
    needs: ['X'],
    attributes: ['alpha', 'beta', 'bias', 'size'],
    k: 1,
    run: ({ X }, { alpha = 1e-4, beta = 0.75, bias = 1, size }) => ({
      Y: localResponseNorm(
        { x: X },
        {
          size: number('size', size),
          alpha: number('alpha', alpha),
          beta: number('beta', beta),
          k: number('bias', bias),
        },
      ),
    }),
  },
};

const eps = (epsilon: unknown): number => number('epsilon', epsilon ?? 1e-5);

/** The lengths of the axes from this one on, which are normalized together. */
const from = (axis: unknown, shape: Shape): Shape => shape.slice(number('axis', axis ?? -1));

/** Its weight of the past is 1 less PyTorch's momentum, and its new variance is divided by n, PyTorch's and ours by n − 1. */
function batchNormalization({ X, scale, B, input_mean, input_var }: ByName, attributes: Attributes): ByName {
  const affine = { x: X, gamma: scale, beta: B };
  const options = { eps: eps(attributes.epsilon) };
  if (attributes.training_mode !== 1)
    return {
      Y: batchNormEvaluate({ ...affine, running: { mean: input_mean, variance: input_var } }, options),
    };
  const past = number('momentum', attributes.momentum ?? 0.9);
  const copy = ({ data, shape, dtype }: Tensor): Tensor => new Tensor(ndarray(data, shape, dtype));
  const running = { mean: copy(input_mean), variance: copy(input_var) };
  const Y = batchNorm(affine, { ...options, momentum: 1 - past, running });
  const n = X.data.length / X.shape[1];
  running.variance.data.forEach((variance, c) => {
    const kept = past * input_var.data[c];
    running.variance.data[c] = kept + ((variance - kept) * (n - 1)) / n;
  });
  return { Y, running_mean: running.mean, running_var: running.variance };
}

/** Our ℓ1 divides by the mean of the sizes, that of ONNX by their sum; its zeros stay zeros, as ours do by their ε. */
function ofLength(x: Tensor, axis: number, p: unknown): Tensor {
  const options = { axes: [axis], center: false, eps: 1e-12 } as const;
  if (p === 2) return normalize(x, { ...options, scale: 'l2' });
  if (p !== 1) throw new RangeError(`expected p to be 1 or 2, got ${JSON.stringify(p)}`);
  return div(normalize(x, { ...options, scale: 'l1' }), x.shape.at(axis) ?? 1);
}
