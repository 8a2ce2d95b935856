import {
  adaNorm,
  batchNorm,
  batchNormEvaluate,
  concat,
  detachNorm,
  div,
  gradient,
  groupNorm,
  layerNorm,
  ndarray,
  pow,
  reshape,
  rmsNorm,
  sum,
  Tensor,
  zerosLike,
} from '../../../index.js';
import type { Detached, Shape } from '../../../index.js';
import { number } from './attributes.js';
import type { Attributes, ByName, Operation } from './operation.js';

/** The normalizations of the golden files. */
export const norms: Readonly<Record<string, Operation>> = {
  layer_norm: {
    needs: ['x'],
    attributes: ['eps', 'normalized_shape', 'affine'],
    k: 1, // The rows are summed in float64: every number is rounded once, when it is stored.
    run: (inputs, attributes) => ({ y: normalized(inputs, attributes) }),
  },
  layer_norm_hvp: {
    needs: ['x', 'v'],
    attributes: ['eps', 'f'],
    k: 16, // y³, its sum and their two ways back round at every step.
    run: hessianVectorProduct,
  },
  layer_norm_jacobian: {
    needs: ['x'],
    attributes: ['eps'],
    k: 1,
    run: ({ x }, { eps }) => ({ J: jacobian(x, number('eps', eps)) }),
  },
  rms_norm: {
    needs: ['x'],
    attributes: ['eps'],
    k: 1,
    run: ({ x, g }, { eps }) => ({ y: rmsNorm({ x, gamma: g }, { eps: number('eps', eps) }) }),
  },
  batch_norm_train: { needs: ['x', 'rm', 'rv'], attributes: ['eps', 'momentum'], k: 1, run: trained },
  batch_norm_eval: {
    needs: ['x', 'rm', 'rv'],
    attributes: ['eps'],
    k: 1,
    run: ({ x, g, b, rm, rv }, { eps }) => ({
      y: batchNormEvaluate(
        { x, gamma: g, beta: b, running: { mean: rm, variance: rv } },
        { eps: number('eps', eps) },
      ),
    }),
  },
  group_norm: {
    needs: ['x'],
    attributes: ['groups', 'eps'],
    k: 1,
    run: ({ x, g, b }, { groups, eps }) => ({
      y: groupNorm({ x, gamma: g, beta: b }, { groups: number('groups', groups), eps: number('eps', eps) }),
    }),
  },
  detach_norm: {
    needs: ['x'],
    attributes: ['eps', 'detach'],
    k: 1,
    run: (inputs, { detach, ...attributes }) => detached(detach as Detached).run(inputs, attributes),
  },
  detach: detached('both'),
  detach_mean: detached('mean'),
  detach_var: detached('variance'),
  ada_norm: {
    needs: ['x'],
    attributes: ['eps', 'scale', 'k'],
    k: 1,
    run: ({ x }, { eps, scale, k }) => ({
      y: adaNorm({ x }, { eps: number('eps', eps), scale: number('scale', scale), k: number('k', k) }),
    }),
  },
};

function normalized({ x, g, b }: ByName, { eps, normalized_shape, affine }: Attributes): Tensor {
  const used = affine === false ? {} : { ...(g && { gamma: g }), ...(b && { beta: b }) };
  const normalizedShape = normalized_shape === undefined ? {} : { normalizedShape: shape(normalized_shape) };
  return layerNorm({ x, ...used }, { eps: number('eps', eps), ...normalizedShape });
}

/** The gradient of f = Σ y³/3, and its derivative along v: the Hessian of f times v. */
function hessianVectorProduct({ x, v, ...affine }: ByName, { f, ...attributes }: Attributes): ByName {
  if (f !== 'sum(y^3)/3') throw new RangeError(`expected f to be "sum(y^3)/3", got ${JSON.stringify(f)}`);
  const value = div(sum(pow(normalized({ x, ...affine }, attributes), 3)), 3);
  const [gx] = gradient(value, [x], { createGraph: true });
  const [hv] = gradient(gx, [x], { dy: v });
  return { gx, hv };
}

/** One row of the Jacobian for each output, each by its own way back. */
function jacobian(x: Tensor, eps: number): Tensor {
  const y = layerNorm({ x }, { eps });
  const rows = Array.from(y.data, (_, i) => {
    const unit = zerosLike(y);
    unit.data[i] = 1;
    return reshape(gradient(y, [x], { dy: new Tensor(unit) })[0], [1, x.data.length]);
  });
  return concat(rows, { axis: 0 });
}

/** detachNorm, where the name of the operation says what is constant on the way back. */
function detached(detach: Detached): Operation {
  return {
    needs: ['x'],
    attributes: ['eps'],
    k: 1,
    run: ({ x, g, b }, { eps }) => ({
      y: detachNorm({ x, gamma: g, beta: b }, { eps: number('eps', eps), detach }),
    }),
  };
}

/** The running statistics change in place, so they are copied first. */
function trained({ x, g, b, rm, rv }: ByName, { eps, momentum }: Attributes): ByName {
  const copy = ({ data, shape, dtype }: Tensor): Tensor => new Tensor(ndarray(data, shape, dtype));
  const running = { mean: copy(rm), variance: copy(rv) };
  const options = { eps: number('eps', eps), momentum: number('momentum', momentum), running };
  return {
    y: batchNorm({ x, gamma: g, beta: b }, options),
    running_mean: running.mean,
    running_var: running.variance,
  };
}

function shape(value: unknown): Shape {
  const lengths: unknown[] = Array.isArray(value) ? value : [value];
  return lengths.map((length) => number('normalized_shape', length));
}
