import { gradient } from '../../autograd/gradient.js';
import { Tensor } from '../../autograd/tensor.js';
import { filled } from '../../tensor/ndarray.js';
import { formatShape } from '../../tensor/shape.js';
import type { Norm, NormInputs } from '../registry/norm.js';
import { edges } from './edges.js';
import { gradientFindings, precision } from './gradients.js';
import { largestDifference, randomInputs } from './inputs.js';
import type { Finding } from './inputs.js';
import { permutations } from './permutations.js';
import { constantNumbers, invariances, sharedStatistics } from './statistics.js';

const eps = 1e-5;

/**
 * What a normalization promises beyond its formula, checked: its gradient (with a random cotangent and random
 * parameters), the gradient of its gradient, which numbers share a statistic, its invariances and permutations, purity,
 * equal numbers, huge, tiny and odd ones, wrong shapes and ε, and float32 against float64.
 *
 * @returns One sentence for each promise broken; nothing where all are kept.
 * @example
 * contractFindings(norms.layerNorm); // []
 */
export function contractFindings(norm: Norm, seed: number = 0): Finding[] {
  return [
    ...norm.shapes.flatMap((shape) => {
      const inputs = randomInputs(norm, shape, seed);
      const at = ` at shape ${formatShape(shape)}`;
      return [
        ...gradientFindings(norm, inputs, seed),
        ...purity(norm, inputs),
        ...precision(norm, inputs, seed, eps),
      ].map((finding) => finding + at);
    }),
    ...wayBack(norm, seed),
    ...sharedStatistics(norm, seed),
    ...invariances(norm, seed),
    ...permutations(norm, seed),
    ...constantNumbers(norm, seed),
    ...edges(norm, seed),
    ...refusals(norm, seed),
  ];
}

function purity(norm: Norm, inputs: NormInputs): Finding[] {
  const all = Object.values(inputs);
  const before = all.map((tensor) => Float64Array.from(tensor.data));
  const y = norm.apply(inputs, { eps });
  gradient(y, all, { dy: new Tensor(filled(y.shape, 1)) });
  const changed = all.some((tensor, i) => tensor.data.some((value, k) => !Object.is(value, before[i][k])));
  const fresh = norm.apply(inputs, { eps });
  return [
    ...(changed ? ['an input was changed'] : []),
    ...(largestDifference(y, fresh) === 0 ? [] : ['a second call gives another result']),
    ...(formatShape(y.shape) === formatShape(inputs.x.shape) ? [] : [`y has shape ${formatShape(y.shape)}`]),
  ];
}

/** A backward derived by hand is one step of the tape, from y to all inputs. */
function wayBack(norm: Norm, seed: number): Finding[] {
  const inputs = randomInputs(norm, norm.shapes[0], seed);
  const node = norm.apply(inputs, { eps }).node;
  const reachesAll = Object.values(inputs).every((input) => node?.inputs.includes(input));
  const found = node?.derived && reachesAll ? 'derived' : 'composed';
  return found === norm.backward ? [] : [`its backward is declared ${norm.backward}, but is ${found}`];
}

/** Wrong parameters, shapes and options are mistakes to be told; data that is not a number is not. */
function refusals(norm: Norm, seed: number): Finding[] {
  const inputs = randomInputs(norm, norm.shapes[0], seed);
  // A shape that could be stretched to the right one is as wrong as one that could not.
  const odd = (name: string): Tensor => new Tensor(filled(inputs[name].data.length === 1 ? [2, 7] : [1], 1));
  return [
    ...Object.keys(norm.parameters).flatMap((name) =>
      refused(`a wrong shape of ${name}`, name, () => norm.apply({ ...inputs, [name]: odd(name) }, { eps })),
    ),
    ...norm.refuses.flatMap((shape) =>
      refused(`x of shape ${formatShape(shape)}`, 'got', () =>
        norm.apply(randomInputs(norm, shape, seed), { eps }),
      ),
    ),
    ...(norm.hasEps ? [NaN, -1e-5] : []).flatMap((wrong) =>
      refused(`eps = ${wrong}`, 'eps', () => norm.apply(inputs, { eps: wrong })),
    ),
  ];
}

/** Nothing, if a call throws a RangeError whose message holds a word. */
function refused(what: string, word: string, call: () => unknown): Finding[] {
  try {
    call();
  } catch (error) {
    return error instanceof RangeError && error.message.includes(word)
      ? []
      : [`${what} is refused without a RangeError that names it`];
  }
  return [`${what} is accepted`];
}
