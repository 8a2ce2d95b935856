/** A battery that compares with the library, put together from a plan: right as it is, wrong with one thing left out. */
import { gradient } from '../../../autograd/gradient.js';
import { Tensor } from '../../../autograd/tensor.js';
import { layerNorm } from '../../../norm/layer-norm.js';
import type { DType } from '../../../tensor/dtype.js';
import { stream } from '../../../tensor/random.js';
import type { Stream } from '../../../tensor/random.js';
import type { Shape } from '../../../tensor/shape.js';
import type { LayerNormFunction, LayerNormInputs } from '../layer-norm/inputs.js';
import type { Battery } from './asked.js';

/** What a battery asks, and how strict it is. */
export interface Plan {
  readonly shapes: readonly Shape[];
  readonly epsilons: readonly number[];
  /** The deviation of the rows. */
  readonly deviation: number;
  readonly parameter: (random: Stream, C: number, which: 'gamma' | 'beta') => ArrayLike<number>;
  readonly far: { readonly dtype: DType; readonly offset: number; readonly tolerance: number };
  readonly agree: (got: Tensor, right: Tensor, tolerance: number) => boolean;
  readonly tolerance: number;
  /** Whose gradients are compared. */
  readonly gradients: readonly ('x' | 'gamma' | 'beta')[];
}

export const reference: LayerNormFunction = (x, gamma, beta, eps) => layerNorm({ x, gamma, beta }, { eps });

/** Every number within the tolerance, relative above 1; NaN is not. */
export function near(got: Tensor, right: Tensor, tolerance: number): boolean {
  return right.data.every(
    (value, i) => Math.abs(got.data[i] - value) <= tolerance * Math.max(1, Math.abs(value)),
  );
}

/** Nothing left out. */
export const wholePlan: Plan = {
  shapes: [
    [2, 3, 4],
    [3, 5],
  ],
  epsilons: [1e-5, 0.3],
  deviation: 1,
  parameter: (random, C) => random.normals([C]).data,
  far: { dtype: 'float32', offset: 1e4, tolerance: 2e-2 },
  agree: near,
  tolerance: 1e-9,
  gradients: ['x', 'gamma', 'beta'],
};

/** The battery of a plan that is whole but for what is said. */
export function batteryWith(changes: Partial<Plan> = {}): Battery {
  const plan = { ...wholePlan, ...changes };
  const { shapes, epsilons, far, agree, tolerance, deviation } = plan;
  return (layer) => {
    const random = stream('battery', 1);
    const agrees = (inputs: LayerNormInputs, within: number): boolean =>
      agree(layer(...inputs), reference(...inputs), within);
    const near = inputsFor(plan, random, shapes[0], { eps: 1e-5, mean: far.offset, dtype: far.dtype });
    return (
      shapes.every((shape) =>
        epsilons.every((eps) => {
          const inputs = inputsFor(plan, random, shape, { eps, deviation });
          return agrees(inputs, tolerance) && gradientsAgree(layer, inputs, plan, random);
        }),
      ) && agrees(near, far.tolerance)
    );
  };
}

function inputsFor(
  { parameter }: Plan,
  random: Stream,
  shape: Shape,
  { eps, ...rows }: { eps: number; mean?: number; deviation?: number; dtype?: DType },
): LayerNormInputs {
  const C = shape[shape.length - 1];
  const dtype = rows.dtype ?? 'float64';
  const vector = (which: 'gamma' | 'beta'): Tensor => {
    const data = parameter(random, C, which);
    return new Tensor({
      data: dtype === 'float32' ? Float32Array.from(data) : Float64Array.from(data),
      shape: [C],
      dtype,
    });
  };
  return [new Tensor(random.normals(shape, rows)), vector('gamma'), vector('beta'), eps];
}

/** For one random cotangent. */
function gradientsAgree(
  layer: LayerNormFunction,
  [x, gamma, beta, eps]: LayerNormInputs,
  { gradients, agree, tolerance }: Plan,
  random: Stream,
): boolean {
  if (gradients.length === 0) return true;
  const by = { x, gamma, beta };
  const inputs = gradients.map((name) => by[name]);
  const dy = new Tensor(random.normals(x.shape));
  const [got, right] = [layer, reference].map((f) => gradient(f(x, gamma, beta, eps), inputs, { dy }));
  return right.every((one, i) => agree(got[i], one, tolerance));
}
