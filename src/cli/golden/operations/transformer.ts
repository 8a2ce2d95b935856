import {
  causalMask,
  EncoderBlock,
  LayerNorm,
  MultiHeadAttention,
  RMSNorm,
  stream,
  transpose,
} from '../../../index.js';
import type { ActivationName, DType, Layer, Linear, Module, PlacementName, Tensor } from '../../../index.js';
import { number } from './attributes.js';
import type { Attributes, ByName, Operation } from './operation.js';

/** Attention and whole blocks of the golden files. */
export const transformer: Readonly<Record<string, Operation>> = {
  mha: {
    needs: ['x', 'wq', 'wk', 'wv', 'wo'],
    attributes: ['heads', 'causal'],
    k: 16, // Four products, a softmax and their ways back: each stores rounded numbers.
    run: (inputs, attributes) => ({ y: attend(inputs, attributes) }),
  },
  block: {
    needs: ['x', 'wq', 'wk', 'wv', 'wo', 'w1', 'w2'],
    attributes: ['place', 'heads', 'causal', 'act', 'eps', 'alpha'],
    // A QK-norm over two features whose difference is far below √ε multiplies their roundings by up to 1/√ε = 316.
    k: 512,
    run: (inputs, attributes) => ({ y: throughBlock(inputs, attributes) }),
  },
};

function attend(inputs: ByName, { heads, causal }: Attributes): Tensor {
  const { x } = inputs;
  const width = x.shape[x.shape.length - 1];
  const attention = new MultiHeadAttention({ width, heads: number('heads', heads), random: unused() });
  setAttention(attention, inputs);
  return attention.forward(x, masked(x, causal));
}

const places: Readonly<Record<string, PlacementName>> = { pre_rms: 'pre', pre_qk: 'pre' };
const activations: Readonly<Record<string, ActivationName>> = {
  relu: 'relu',
  gelu: 'gelu',
  gelu_tanh: 'gelu-tanh',
};

function throughBlock(inputs: ByName, attributes: Attributes): Tensor {
  const { x, w1, w2, b1, b2 } = inputs;
  const { place, heads, causal, act, eps: given, alpha } = attributes;
  const [width, eps, dtype] = [x.shape[x.shape.length - 1], number('eps', given), x.dtype];
  const activation = activations[String(act)];
  if (!activation)
    throw new RangeError(`expected act to be relu, gelu or gelu_tanh, got ${JSON.stringify(act)}`);
  const block = new EncoderBlock({
    ...{ width, hidden: w1.shape[0], heads: number('heads', heads), activation, random: unused() },
    placement: places[String(place)] ?? (String(place) as PlacementName),
    norm: norms(place === 'pre_rms', eps, dtype),
    ...(place === 'pre_qk' && { qkNorm: (features: number): Layer => new LayerNorm(features, { dtype }) }),
    ...(alpha !== undefined && { alpha: number('alpha', alpha) }),
  });
  setAttention(block.attention, inputs);
  setLinear(block.feedForward.first, w1, b1);
  setLinear(block.feedForward.second, w2, b2);
  // Before a sub-layer or on the sum: 1 and 2. After it, on the branch: 3 and 4.
  [block.aroundAttention, block.aroundFeedForward].forEach(({ before, branch, sum }, i) => {
    setNorm(before ?? sum, inputs, i + 1);
    setNorm(branch, inputs, i + 3);
  });
  return block.forward(x, masked(x, causal));
}

function norms(rms: boolean, eps: number, dtype: DType): (features: number) => Layer {
  return (features) =>
    rms ? new RMSNorm(features, { eps, dtype }) : new LayerNorm(features, { eps, dtype });
}

function setAttention(attention: MultiHeadAttention, inputs: ByName): void {
  const { wq, wk, wv, wo, bq, bk, bv, bo, qg, qb, kg, kb } = inputs;
  setLinear(attention.query, wq, bq);
  setLinear(attention.key, wk, bk);
  setLinear(attention.value, wv, bv);
  setLinear(attention.output, wo, bo);
  if (attention.queryNorm) set(attention.queryNorm, { gamma: qg, beta: qb });
  if (attention.keyNorm) set(attention.keyNorm, { gamma: kg, beta: kb });
}

/** The files store a weight as [out, in]. */
function setLinear(layer: Linear, weight: Tensor, bias: Tensor | undefined): void {
  set(layer, { weight: transpose(weight), bias });
}

function setNorm(norm: Layer | undefined, inputs: ByName, i: number): void {
  if (norm) set(norm, { gamma: inputs[`g${i}`], ...('beta' in norm && { beta: inputs[`be${i}`] }) });
}

/** Puts tensors of the case, whose gradients are asked for, in the place of a module's own parameters. */
function set(module: Module, parameters: Readonly<Record<string, Tensor | undefined>>): void {
  Object.assign(module, parameters);
}

function masked(x: Tensor, causal: unknown): { mask?: ReturnType<typeof causalMask> } {
  return causal === true ? { mask: causalMask(x.shape[1]) } : {};
}

/** Initial weights, which the case replaces. */
function unused(): ReturnType<typeof stream> {
  return stream('golden', 0);
}
