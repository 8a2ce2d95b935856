/** Data: batteries that miss something, or accuse a right layer, each by a misconception of its own. */
import { gradientCheck } from '../../../autograd/gradient-check.js';
import { add } from '../../../autograd/ops/add.js';
import { Tensor, tensor } from '../../../autograd/tensor.js';
import { stream } from '../../../tensor/random.js';
import type { WrongVersion } from '../../exercise.js';
import { styles } from '../../hall/styles.js';
import { wrongLayers } from '../../hall/layers.js';
import type { LayerNormFunction } from '../layer-norm/inputs.js';
import type { Battery } from './asked.js';
import { batteryWith, near, reference, wholePlan } from './battery.js';
import type { Plan } from './battery.js';
import { blindnesses, tooStrict, upsideDown, zeroEps } from './specimens.js';

const names = {
  right: 'believes the four right layers',
  divisor: 'catches what divides by something else',
  means: 'catches what takes other means',
  gamma: 'catches what mistreats γ',
  beta: 'catches what mistreats β',
  eps: 'catches what mistreats ε',
  digits: 'catches what keeps three digits',
  far: 'catches what loses its digits far from zero',
  wayBack: 'catches a way back that is cut off',
};

const random = stream('wrong batteries', 1);
const words = new Tensor(random.normals([2, 3, 4]));
const [gamma, beta] = Array.from({ length: 2 }, () => new Tensor(random.normals([4])));
const [ones, zeros] = [tensor([1, 1, 1, 1]), tensor([0, 0, 0, 0])];
const whole = batteryWith();

const falseAlarms: readonly WrongVersion<Battery>[] = [
  {
    name: 'refuses everything',
    says: 'Your checks refuse all layers, the right ones too. What would a layer have to do to get true from them?',
    caughtBy: names.right,
    candidate: (layer) => layer(words, gamma, beta, 1e-5).shape.length === 0,
  },
  {
    name: 'equal to the last bit',
    says: 'You ask for equality to the last bit. This layer is right and adds up in another order, so its last digits are its own: allow for rounding.',
    caughtBy: names.right,
    candidate: batteryWith({ agree: (got, right) => right.data.every((value, i) => value === got.data[i]) }),
  },
  {
    ...upsideDown,
    caughtBy: names.right,
    candidate: (layer) => !near(layer(words, gamma, beta, 1e-5), reference(words, gamma, beta, 1e-5), 1e-4),
  },
  {
    ...tooStrict,
    caughtBy: names.right,
    candidate: batteryWith({ far: { ...wholePlan.far, tolerance: 1e-6 } }),
  },
  {
    name: 'a mean square of exactly 1',
    says: 'You ask for x̂ with mean square 1 to many digits, which only a layer without ε has. With ε it is σ²/(σ² + ε), a little less.',
    caughtBy: names.right,
    candidate: (layer) => {
      const { data } = layer(words, ones, zeros, 1e-3);
      const squares = Array.from(data, (value) => value * value);
      return [0, 4, 8].every(
        (i) => Math.abs((squares[i] + squares[i + 1] + squares[i + 2] + squares[i + 3]) / 4 - 1) < 1e-9,
      );
    },
  },
  {
    name: zeroEps.name,
    says: zeroEps.says,
    caughtBy: names.right,
    candidate: (layer) => {
      const equal = tensor([
        [5, 5, 5, 5],
        [1, 1, 1, 1],
      ]);
      return whole(layer) && layer(equal, gamma, beta, 0).data.every(Number.isFinite);
    },
  },
  {
    name: 'slopes in float32',
    says: 'Your checks stop with an error at right layers: a gradient check in float32, whose slopes have too few digits. Check slopes in float64, and float32 by its numbers.',
    caughtBy: names.right,
    candidate: (layer) => {
      const narrow = new Tensor({ data: Float32Array.from(words.data), shape: [2, 3, 4], dtype: 'float32' });
      return gradientCheck((x) => layer(x, gamma, beta, 1e-5), [narrow]).ok;
    },
  },
  {
    name: 'a reference that is wrong itself',
    says: 'The numbers you compare with divide the variance by n − 1: so you accuse every right layer and believe the one that makes the same mistake. Check the reference first.',
    caughtBy: names.right,
    candidate: (layer) =>
      near(layer(words, gamma, beta, 0.1), layerCalled('n − 1')(words, gamma, beta, 0.1), 1e-9),
  },
];

function layerCalled(name: string): LayerNormFunction {
  return wrongLayers.find((one) => one.name === name)?.layer ?? reference;
}

const tooEasy: readonly WrongVersion<Battery>[] = [
  {
    name: 'only shapes',
    says: 'Your checks believe all layers that give back the right shape. A layer of zeros would pass as well: compare numbers.',
    caughtBy: names.divisor,
    candidate: styles[0].check,
  },
  {
    name: 'mean and deviation by eye',
    says: 'You look at mean and deviation of the output, roughly. Most wrong layers have those too: compare single numbers with ones from elsewhere, to many digits.',
    caughtBy: names.divisor,
    candidate: styles[1].check,
  },
  {
    name: 'only a gradient check',
    says: 'Your checks compare a layer with itself: its slopes with its own way back. All but two of the wrong layers agree with themselves. Numbers from elsewhere are missing.',
    caughtBy: names.divisor,
    candidate: styles[2].check,
  },
  {
    name: 'only what does not change',
    says: 'You ask whether the answer stays when a number is added to x. That is a true law of LayerNorm, and many other layers obey it: laws alone do not say what the numbers are.',
    caughtBy: names.divisor,
    candidate: (layer) => near(layer(words, gamma, beta, 0.1), layer(add(words, 5), gamma, beta, 0.1), 1e-9),
  },
  {
    name: 'adds up before it compares',
    says: 'You compare sums. With γ = 1 and β = 0 every row of a right layer sums to 0, and so does one that is ten times too large: compare number by number.',
    caughtBy: names.divisor,
    candidate: (layer) => {
      const { data } = layer(words, ones, zeros, 1e-5);
      return [0, 4, 8, 12].every((i) => Math.abs(data[i] + data[i + 1] + data[i + 2] + data[i + 3]) < 1e-9);
    },
  },
];

const called = (name: string): string =>
  Object.values(blindnesses)
    .flat()
    .find((one) => one.name === name)?.says ?? '';

const blind = (name: string, caughtBy: string, candidate: Battery): WrongVersion<Battery> => ({
  name,
  says: called(name),
  caughtBy,
  candidate,
});

/** One of the two has this number for every feature. */
const always =
  (constant: 'gamma' | 'beta', value: number): Plan['parameter'] =>
  (from, C, which) =>
    which === constant ? new Float64Array(C).fill(value) : from.normals([C]).data;

const tooSimilar: readonly WrongVersion<Battery>[] = [
  blind(
    'one word at a time',
    names.means,
    batteryWith({
      shapes: [
        [1, 1, 4],
        [1, 5],
      ],
    }),
  ),
  blind('γ is always 1', names.gamma, batteryWith({ parameter: always('gamma', 1), gradients: [] })),
  blind(
    'the same γ for every feature',
    names.gamma,
    batteryWith({ parameter: always('gamma', 1.75), gradients: [] }),
  ),
  blind('β is always 0', names.beta, batteryWith({ parameter: always('beta', 0), gradients: [] })),
  blind('ε beside large variances', names.eps, batteryWith({ epsilons: [1e-5, 1e-12], tolerance: 1e-4 })),
  blind('only one ε', names.eps, batteryWith({ epsilons: [1e-5], deviation: 0.003 })),
  blind('never in float32', names.far, batteryWith({ far: { ...wholePlan.far, dtype: 'float64' } })),
  blind('float32, but near zero', names.far, batteryWith({ far: { ...wholePlan.far, offset: 2 } })),
];

const tooLenient: readonly WrongVersion<Battery>[] = [
  {
    name: 'a tolerance of a hundredth',
    says: 'You allow an error of a hundredth in float64, and a layer whose mean and deviation keep three digits slips under it. A right layer is good to twelve digits or more.',
    caughtBy: names.digits,
    candidate: batteryWith({ tolerance: 1e-2, far: { ...wholePlan.far, offset: 0 } }),
  },
  {
    name: 'NaN passes',
    says: 'This layer answers NaN where words are far from zero, and your checks believe it. NaN is never larger than a tolerance: ask whether the error is at most the tolerance, not whether it is above.',
    caughtBy: names.far,
    candidate: batteryWith({
      agree: (got, right, tolerance) => {
        const errors = Array.from(
          right.data,
          (value, i) => Math.abs(got.data[i] - value) / Math.max(1, Math.abs(value)),
        );
        return !(Math.max(...errors) > tolerance);
      },
    }),
  },
  {
    name: 'never looks at the way back',
    says: 'Your checks never ask for a gradient. In this layer y is right and the way back is not: mean and deviation are cut off from it, so dx lacks two of its three terms. Compare gradients too.',
    caughtBy: names.wayBack,
    candidate: batteryWith({ gradients: [] }),
  },
  {
    name: 'gradients of γ and β only',
    says: 'You compare the gradients of γ and β, and those are right here. It is dx that lacks two of its three terms: mean and deviation depend on x too.',
    caughtBy: names.wayBack,
    candidate: batteryWith({ gradients: ['gamma', 'beta'] }),
  },
];

/** From false alarms to what slips through, as the checks go. */
export const wrongBatteries: readonly WrongVersion<Battery>[] = [
  ...falseAlarms,
  ...tooEasy,
  ...tooSimilar,
  ...tooLenient,
];
