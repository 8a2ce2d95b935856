import { gradient } from '../../../autograd/gradient.js';
import { Tensor } from '../../../autograd/tensor.js';
import { layerNorm } from '../../../norm/layer-norm.js';
import { stream } from '../../../tensor/random.js';
import { leavesAlone, readsItsArgument } from '../../behaviour.js';
import { agrees, requireForm } from '../../comparison.js';
import type { Standard } from '../../comparison.js';
import { Failure } from '../../exercise.js';
import type { Check } from '../../exercise.js';
import { shown } from '../../evidence.js';
import { call, copies, farthest, partsOf } from '../../results.js';
import * as given from './inputs.js';
import type { LayerNormFunction, LayerNormInputs } from './inputs.js';
import { wrongLayerNorms } from './wrong/index.js';

const reference: LayerNormFunction = (x, gamma, beta, eps) => layerNorm({ x, gamma, beta }, { eps });

const standard: Standard<LayerNormInputs, LayerNormFunction> = {
  reference,
  parts: ['y'],
  wrong: wrongLayerNorms,
  telling: [given.byHand, given.withGammaAndBeta, given.largeEps, given.smallEps, ...given.manyShapes(0)],
};

/** From the most fundamental to the subtlest. */
export const layerNormChecks: readonly Check<LayerNormFunction>[] = [
  readsItsArgument(standard, { points: 5, inputs: [given.withGammaAndBeta, given.otherWords] }),
  agrees(standard, {
    name: 'centres and scales each row',
    points: 20,
    inputs: () => [given.byHand],
    tolerance: 1e-3,
    hint: 'With γ = 1 and β = 0 every row should come out with mean 0 and mean square 1. Follow the first row by hand, equation (1) to (4).',
  }),
  agrees(standard, {
    name: 'gives each feature its γ and β',
    points: 15,
    inputs: () => [given.withGammaAndBeta],
    tolerance: 1e-3,
    hint: 'With γ = 1 and β = 0 it was right. How do γ and β enter equation (5)?',
  }),
  agrees(standard, {
    name: 'uses ε under the root',
    points: 15,
    inputs: () => [given.largeEps, given.smallEps, given.byHand],
    hint: 'With a deviation large beside √ε it was right. Where does ε stand in equation (3), and is it the ε that was handed over?',
  }),
  agrees(standard, {
    name: 'works on every shape',
    points: 10,
    inputs: given.manyShapes,
    hint: 'Rows of every length, with scales and offsets of their own. Does any line hold a number that belongs to one shape only, or lose digits on the way?',
  }),
  agrees(standard, {
    name: 'survives a row of equal numbers',
    points: 10,
    inputs: () => [given.constantRows],
    tolerance: 1e-6,
    hint: 'There σ² = 0, so x̂ = 0 and the row becomes β.',
  }),
  { name: 'keeps its digits far from zero', points: 10, run: keepsDigits },
  // Before the gradients: whoever writes into x spoils the way back as well.
  leavesAlone({ points: 5, inputs: [given.withGammaAndBeta, given.manyShapes(0)[2]] }),
  { name: 'lets the right gradients through', points: 10, run: rightGradients },
];

/** float32 rows around 10 000, compared with what float64 makes of the same numbers. */
function keepsDigits(candidate: LayerNormFunction, seed = 0): void {
  const inputs = given.farFromZero(seed);
  const got = partsOf(call(candidate, inputs), ['y']).y;
  const right = reference(...copies(inputs));
  const { error, place } = farthest(got, right);
  if (error <= 2e-2) return;
  const evidence = shown(inputs, right, got, place);
  // Shape and dtype first; a missing number here is the root of a variance that came out negative.
  requireForm(new Tensor({ ...got, data: got.data.map(() => 0) }), right, 'the result', evidence);
  const known = wrongLayerNorms.find(({ name }) => name === 'variance as a difference of squares');
  throw new Failure(known?.name ?? 'digits', known?.says ?? '', evidence);
}

interface Gradients {
  readonly y: Tensor;
  readonly found: Readonly<Record<'dx' | 'dγ' | 'dβ', Tensor>>;
}

/** The gradients of ⟨y, dy⟩ for one random dy: with dy = 1 the right dx would be 0. */
function gradientsOf(f: LayerNormFunction, seed: number): Gradients {
  const inputs = copies(given.forGradients(seed));
  const [x, gamma, beta, eps] = inputs;
  const y = partsOf(f(x, gamma, beta, eps), ['y']).y;
  const dy = new Tensor(stream('layer-norm exercise, dy', seed).normals(y.shape));
  const [dx, dgamma, dbeta] = gradient(y, [x, gamma, beta], { dy });
  return { y, found: { dx, dγ: dgamma, dβ: dbeta } };
}

function rightGradients(candidate: LayerNormFunction, seed = 0): void {
  call(candidate, given.forGradients(seed));
  const right = gradientsOf(reference, seed).found;
  const { y, found } = gradientsOf(candidate, seed);
  for (const name of ['dx', 'dγ', 'dβ'] as const) {
    const { error, place } = farthest(found[name], right[name]);
    if (error <= 1e-9) continue;
    const evidence = shown([], right[name], found[name], place);
    const input = `${name} for a random dy, x of shape [2, 3, 4]`;
    throw new Failure(...gradientWords(name, y, found), { ...evidence, input });
  }
}

const detachedName = 'statistics cut off from the gradient';

/** Which misconception a wrong gradient speaks of. */
function gradientWords(name: 'dx' | 'dγ' | 'dβ', y: Tensor, found: Gradients['found']): [string, string] {
  if (!y.node || found.dx.data.every((value) => value === 0))
    return [
      'no gradient',
      `The numbers are right, but no gradient reaches ${y.node ? 'x' : 'the inputs'}: the result was built from numbers (data), not from tensors. Use the operations mean, sub, mul, add, div, sqrt all the way.`,
    ];
  const known = wrongLayerNorms.find((version) => version.name === detachedName);
  if (name === 'dx' && known) return [known.name, known.says];
  return [
    'gradient of a parameter',
    `The numbers are right, but ${name} is not: somewhere on its way the gradient of ${name.slice(1)} is cut off or counted twice.`,
  ];
}
