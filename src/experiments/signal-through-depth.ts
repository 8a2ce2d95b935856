/**
 * What becomes of a signal in a deep plain network, with and without layer normalization inside.
 *
 *     plain:       h ← ReLU(s · W h)
 *     layerNorm:   h ← ReLU(LayerNorm(s · W h))
 *
 * Each layer has its own W of independent normal entries with mean 0 and variance 1/width. Under ReLU half of the
 * mean square is lost, so a plain layer multiplies the size of h by about s/√2: one s, √2, is calm.
 *
 * Everything is float64 on the reference backend; a record states its seed.
 */
import { gradient } from '../autograd/gradient.js';
import { matmul } from '../autograd/ops/matmul.js';
import { mul } from '../autograd/ops/mul.js';
import { relu } from '../autograd/ops/relu.js';
import { noGrad } from '../autograd/recording.js';
import { Tensor } from '../autograd/tensor.js';
import { layerNorm } from '../norm/layer-norm.js';
import { stream } from '../tensor/random.js';
import { dot, meanSquare } from '../tensor/rows.js';

/** A tower of equal layers. */
export interface TowerPreset {
  readonly depth: number;
  readonly width: number;
  readonly norm: 'plain' | 'layerNorm';
  /** ε of the normalization. */
  readonly eps: number;
}

/** The size of the signal, layer by layer, in one network. */
export interface SignalRecord {
  readonly scale: number;
  readonly seed: number;
  readonly norm: TowerPreset['norm'];
  /** √mean(h²) at the input and after each layer: depth + 1 numbers. */
  readonly sizes: readonly number[];
}

/** How large the gradient of the first layer's weights is, for one random cotangent at the top. */
export interface WeightGradientRecord {
  readonly scale: number;
  readonly seed: number;
  /** ‖∂⟨h, dh⟩/∂W₁‖, the root of the sum of squares over the entries of W₁. */
  readonly gradient: number;
}

/** How near two different inputs have come, layer by layer. */
export interface DirectionRecord {
  readonly scale: number;
  readonly seed: number;
  readonly norm: TowerPreset['norm'];
  /** The cosine of the angle between the two at the input and after each layer: depth + 1 numbers. */
  readonly cosines: readonly number[];
}

/** Fifty layers of width 64, as in notebook 01. */
export const fiftyLayers: TowerPreset = { depth: 50, width: 64, norm: 'plain', eps: 1e-5 };

/**
 * The size of h by layer, for each scale s of the weights.
 *
 * @example
 * signalThroughDepth([0.5, 5], 1)[0].sizes[50]; // near 1e-23
 */
export function signalThroughDepth(
  scales: readonly number[],
  seed: number,
  preset: Partial<TowerPreset> = {},
): SignalRecord[] {
  const tower = { ...fiftyLayers, ...preset };
  const weights = weightsOf(tower, seed);
  const input = inputOf(tower, seed, 'input');
  return scales.map((scale) => ({
    scale,
    seed,
    norm: tower.norm,
    sizes: noGrad(() => climb(input, weights, scale, tower)).map((h) => Math.sqrt(meanSquare(h.data))),
  }));
}

/**
 * The size of h after the last layer, in the record of this scale.
 *
 * @throws {RangeError} if no record has this scale.
 */
export function sizeAtTop(records: readonly SignalRecord[], scale: number): number {
  const sizes = records.find((record) => record.scale === scale)?.sizes;
  if (!sizes)
    throw new RangeError(
      `sizeAtTop: expected one of the scales ${records.map((r) => r.scale).join(', ')}, got ${scale}`,
    );
  return sizes[sizes.length - 1];
}

/**
 * The gradient of the first layer's weights for each scale. The normalized network computes the same whatever s is,
 * yet this gradient falls as 1/s: of weights twice as large, the same step changes half as much.
 */
export function weightGradientByScale(
  scales: readonly number[],
  seed: number,
  preset: Partial<TowerPreset> = {},
): WeightGradientRecord[] {
  const tower: TowerPreset = { ...fiftyLayers, norm: 'layerNorm', ...preset };
  const weights = weightsOf(tower, seed);
  const input = inputOf(tower, seed, 'input');
  const dh = new Tensor(stream('cotangent', seed).normals([1, tower.width]));
  return scales.map((scale) => {
    const scaled = weights.map((W) => new Tensor(mul(W, scale)));
    const top = climb(input, scaled, 1, tower).pop() ?? input;
    const [dW] = gradient(top, [scaled[0]], { dy: dh });
    return { scale, seed, gradient: Math.sqrt(dot(dW.data, dW.data)) };
  });
}

/** The angle between two independent random inputs as they climb the same network. */
export function directionThroughDepth(
  scale: number,
  seed: number,
  preset: Partial<TowerPreset> = {},
): DirectionRecord {
  const tower = { ...fiftyLayers, ...preset };
  const weights = weightsOf(tower, seed);
  const [first, second] = ['input', 'another input'].map((name) =>
    noGrad(() => climb(inputOf(tower, seed, name), weights, scale, tower)),
  );
  const cosines = first.map(({ data }, layer) => {
    const other = second[layer].data;
    return dot(data, other) / Math.sqrt(dot(data, data) * dot(other, other));
  });
  return { scale, seed, norm: tower.norm, cosines };
}

function weightsOf({ depth, width }: TowerPreset, seed: number): Tensor[] {
  const random = stream('weights', seed);
  const deviation = 1 / Math.sqrt(width);
  return Array.from({ length: depth }, () => new Tensor(random.normals([width, width], { deviation })));
}

function inputOf({ width }: TowerPreset, seed: number, name: string): Tensor {
  return new Tensor(stream(name, seed).normals([1, width]));
}

/** h at the input and after each layer. */
function climb(
  input: Tensor,
  weights: readonly Tensor[],
  scale: number,
  { norm, eps }: TowerPreset,
): Tensor[] {
  const heights = [input];
  for (const W of weights) {
    const z = mul(matmul(heights[heights.length - 1], W), scale);
    heights.push(relu(norm === 'layerNorm' ? layerNorm({ x: z }, { eps }) : z));
  }
  return heights;
}
