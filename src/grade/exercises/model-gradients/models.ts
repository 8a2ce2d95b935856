/** Small whole models, with a way back that is right or wrong. */
import { add } from '../../../autograd/ops/add.js';
import { matmul } from '../../../autograd/ops/matmul.js';
import { mean } from '../../../autograd/ops/mean.js';
import { mul } from '../../../autograd/ops/mul.js';
import { sub } from '../../../autograd/ops/sub.js';
import { tanh } from '../../../autograd/ops/tanh.js';
import { detach } from '../../../autograd/tensor.js';
import type { Tensor } from '../../../autograd/tensor.js';
import { layerNorm } from '../../../norm/layer-norm.js';
import type { Experiment, Specimen } from '../../judging.js';

/** A model of rows of three numbers; gamma1, gamma2 and gamma3 are [3], w1 and w2 [3, 3]. */
export type Model = (
  x: Tensor,
  gamma1: Tensor,
  w1: Tensor,
  gamma2: Tensor,
  w2: Tensor,
  gamma3: Tensor,
) => Tensor;

/** What the exercise asks for. */
export type ModelExperiment = Experiment<Model>;

/** t itself, with a gradient that is multiplied by a factor. */
const heardAs = (factor: number, t: Tensor): Tensor => add(mul(t, factor), detach(mul(t, 1 - factor)));

type Norm = (x: Tensor) => Tensor;
const norm: Norm = (x) => layerNorm({ x }, { eps: 0.1 });

/** Two Pre-LN blocks and a final norm, whose pieces may be heard otherwise. */
const modelWith =
  ({
    stream = (t: Tensor): Tensor => t,
    second = norm,
    scaled = (gamma: Tensor, xhat: Tensor): Tensor => mul(gamma, xhat),
    parameters = (...all: Tensor[]): Tensor[] => all,
  } = {}): Model =>
  (x, ...given) => {
    const [gamma1, w1, gamma2, w2, gamma3] = parameters(...given);
    const y = add(stream(x), tanh(matmul(mul(gamma1, norm(x)), w1)));
    const z = add(y, tanh(matmul(scaled(gamma2, second(y)), w2)));
    return mul(gamma3, norm(z));
  };

const believed =
  'The gradients of this model are right, for x and for all five parameters. A check by nudging leaves some rounding: allow a relative error of a millionth.';

/** Right ones. */
export const rightModels: readonly Specimen<Model>[] = [
  { name: 'two blocks of Pre-LN', layer: modelWith(), says: believed },
  {
    name: 'two blocks of Post-LN',
    layer: (...[x, gamma1, w1, gamma2, w2, gamma3]: Parameters<Model>): Tensor => {
      const y = mul(gamma1, norm(add(x, tanh(matmul(x, w1)))));
      const z = mul(gamma2, norm(add(y, tanh(matmul(y, w2)))));
      return mul(gamma3, z);
    },
    says: believed,
  },
  {
    name: 'a model that answers with one number for each row',
    layer: (...inputs) => mean(modelWith()(...inputs), { axis: -1, keepdims: true }),
    says: 'This model gives one number for each row, and its gradients are right. Let your cotangent have the shape of its answer.',
  },
];

/** One parameter heard otherwise: the n-th of γ1, w1, γ2, w2, γ3. */
const hearing = (n: number, heard: (t: Tensor) => Tensor): Model =>
  modelWith({ parameters: (...all) => all.map((t, i) => (i === n ? heard(t) : t)) });

/** A model whose x is cut off on the stream, or whose statistics are. */
export const wrongInputs: readonly Specimen<Model>[] = [
  {
    name: 'x cut off',
    layer: (x, ...parameters) => modelWith()(detach(x), ...parameters),
    says: 'In this model no gradient gets to x. Is x among what you ask for?',
  },
  {
    name: 'statistics of the second norm cut',
    layer: modelWith({
      second: (x) => {
        const mu = detach(mean(x, { axis: -1, keepdims: true }));
        const scale = detach(mul(1, layerNorm({ x }, { eps: 0.1 })));
        // x̂ itself, heard as if only the direct path were there.
        return add(scale, mul(0.8, sub(sub(x, mu), detach(sub(x, mu)))));
      },
    }),
    says: 'In this model the statistics of the second norm are cut off from the gradient. The gradients of x, γ1 and w1 are wrong: are they among what you ask for, with a cotangent that is not all ones?',
  },
  {
    name: 'γ2 forgotten on the way back',
    layer: modelWith({ scaled: (gamma, xhat) => add(mul(gamma, detach(xhat)), sub(xhat, detach(xhat))) }),
    says: 'In this model the second norm hands its gradient down without multiplying it by γ2. Where γ2 is 1 that is right: draw every γ at random.',
  },
];

/** One parameter whose gradient is wrong. */
export const wrongParameters: readonly Specimen<Model>[] = [
  {
    name: 'γ3 heard twice',
    layer: hearing(4, (t) => heardAs(2, t)),
    says: 'The gradient of the last γ is twice what it should be. Do you ask for every parameter?',
  },
  {
    name: 'γ1 averaged over the rows',
    layer: (x, gamma1, ...rest) => modelWith()(x, heardAs(1 / x.shape[0], gamma1), ...rest),
    says: 'The gradient of γ1 is averaged over the rows instead of summed. With one row that is the same: take two or more.',
  },
  {
    name: 'w1 a hundredth too much',
    layer: hearing(1, (t) => heardAs(1.01, t)),
    says: 'The gradient of w1 is off by one percent. A right one agrees to seven digits or more: ask for a millionth.',
  },
  {
    name: 'w2 never heard',
    layer: hearing(3, detach),
    says: 'No gradient gets to w2. Do you ask for every parameter?',
  },
];

/** On these, experiments differ that judge all others alike; nobody is graded by them. */
export const tellingModels: readonly Specimen<Model>[] = [
  {
    name: 'no norm at the end, γ1 heard twice',
    layer: (x, gamma1, w1, gamma2, w2, gamma3) =>
      mul(gamma3, matmul(tanh(matmul(mul(heardAs(2, gamma1), mul(x, gamma2)), w1)), w2)),
    says: '',
  },
];
