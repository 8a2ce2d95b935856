/**
 * Five well-known styles of checking a LayerNorm. They are imitations of ours, in the spirit of what lessons, courses
 * and libraries do: nobody's own code, and nobody's own numbers.
 */
import { gradient } from '../../autograd/gradient.js';
import { numericGradient } from '../../autograd/numeric-gradient.js';
import { Tensor } from '../../autograd/tensor.js';
import { layerNorm } from '../../norm/layer-norm.js';
import { filled } from '../../tensor/ndarray.js';
import { stream } from '../../tensor/random.js';
import type { Shape } from '../../tensor/shape.js';
import type { Experiment } from '../judging.js';
import type { LayerNormFunction, LayerNormInputs } from '../exercises/layer-norm/inputs.js';

/** A way to check a layer. */
export interface Style {
  readonly name: string;
  /** What it does, in one sentence. */
  readonly says: string;
  /** `true` where it finds nothing wrong. */
  readonly check: Experiment<LayerNormFunction>;
}

/** From the most careless to the most careful. */
export const styles: readonly Style[] = [
  {
    name: 'shapes',
    says: 'Send zeros through, and look at the shape of what comes out.',
    check: keepsShapes,
  },
  {
    name: 'by eye',
    says: 'Send random words through a new layer, and look whether a sentence comes out with mean 0 and deviation 1, within a twentieth.',
    check: looksNormalized,
  },
  {
    name: 'slopes',
    says: 'A gradient check: nudge every number of x, γ and β in a new layer, and compare the slopes with the way back.',
    check: gradientsAgree,
  },
  {
    name: 'close to',
    says: 'Send random words through a new layer, and compare with the library to four digits after the point.',
    check: isClose,
  },
  {
    name: 'snapshot',
    says: 'Random words and random γ, with β = 0: compare with numbers kept from a right layer, to four digits of each.',
    check: matchesSnapshot,
  },
];

const reference: LayerNormFunction = (x, gamma, beta, eps) => layerNorm({ x, gamma, beta }, { eps });

function keepsShapes(layer: LayerNormFunction): boolean {
  const [x, gamma, beta, eps] = asCreated(new Tensor(filled([4, 3, 8], 0)));
  return layer(x, gamma, beta, eps).shape.join() === x.shape.join();
}

/** The deviation as most libraries' std gives it, over n − 1. */
function looksNormalized(layer: LayerNormFunction): boolean {
  const { data } = layer(...asCreated(randn([5, 3, 8], 1)));
  const sentence = Array.from(data.subarray(0, 24));
  const average = sentence.reduce((total, value) => total + value, 0) / 24;
  const squares = sentence.map((value) => (value - average) * (value - average));
  const deviation = Math.sqrt(squares.reduce((total, value) => total + value, 0) / 23);
  return Math.abs(average) <= 0.05 && Math.abs(deviation - 1) <= 0.05;
}

/** Entry by entry, with a random cotangent. */
function gradientsAgree(layer: LayerNormFunction): boolean {
  const [x, gamma, beta, eps] = asCreated(randn([3, 4], 5));
  const dy = randn([3, 4], 6);
  const f = (...[a, b, c]: Tensor[]): Tensor => layer(a, b, c, eps);
  const byTheWayBack = gradient(f(x, gamma, beta), [x, gamma, beta], { dy });
  const slopes = numericGradient(f, [x, gamma, beta], { dy });
  return slopes.every((slope, i) =>
    near(byTheWayBack[i], slope, (right) => 1e-6 * Math.max(1, Math.abs(right))),
  );
}

function isClose(layer: LayerNormFunction): boolean {
  const inputs = asCreated(randn([4, 3, 8], 2));
  return near(layer(...inputs), reference(...inputs), (right) => 1e-4 + 1e-5 * Math.abs(right));
}

function matchesSnapshot(layer: LayerNormFunction): boolean {
  const [x, , beta, eps] = asCreated(randn([4, 3, 8], 3));
  const gamma = randn([8], 4);
  const kept = reference(x, gamma, beta, eps);
  return near(layer(x, gamma, beta, eps), kept, (right) => 1e-6 + 1e-4 * Math.abs(right));
}

/** As a new layer is called: γ = 1, β = 0, ε = 0.00001. */
function asCreated(x: Tensor): LayerNormInputs {
  const C = x.shape[x.shape.length - 1];
  return [x, new Tensor(filled([C], 1)), new Tensor(filled([C], 0)), 1e-5];
}

function randn(shape: Shape, n: number): Tensor {
  return new Tensor(stream('hall', n).normals(shape));
}

function near(got: Tensor, right: Tensor, tolerance: (right: number) => number): boolean {
  return right.data.every((value, i) => Math.abs(got.data[i] - value) <= tolerance(value));
}
