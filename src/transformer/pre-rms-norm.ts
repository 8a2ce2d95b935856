import { mean } from '../autograd/ops/mean.js';
import { sub } from '../autograd/ops/sub.js';
import { Tensor } from '../autograd/tensor.js';
import { linear } from '../nn/linear.js';
import type { NDArray } from '../tensor/ndarray.js';

/** What writes to the stream of a `TokenTransformer`. */
const writers = /^(embedding\.weight|position|.*\.(attention\.output|feedForward\.second)\.(weight|bias))$/;

/** The norms of a Pre-LN `TokenTransformer` by the name of their β, and the linear layers that read from each. */
const readers: readonly (readonly [beta: RegExp, layers: readonly string[]])[] = [
  [/^(.*)aroundAttention\.before\.beta$/, ['attention.query', 'attention.key', 'attention.value']],
  [/^(.*)aroundFeedForward\.before\.beta$/, ['feedForward.first']],
  [/^()encoder\.finalNorm\.beta$/, ['readout']],
];

/**
 * The numbers of a Pre-LN `TokenTransformer`, changed so that the same model with RMSNorm gives the same logits.
 *
 * LayerNorm is RMSNorm of x − mean(x). So every layer that writes to the stream is made to write without a mean: then the
 * stream has none, and there is nothing to subtract. RMSNorm has no β: W β joins the bias of each layer that reads.
 *
 * Source: Jiang et al. (2023), "Pre-RMSNorm and Pre-CRMSNorm Transformers", arXiv:2305.14858, for the idea.
 *
 * @param state From `stateDict()` of a model whose norms are LayerNorms with γ and β, placement 'pre'. It is not changed.
 * @returns A state for `loadStateDict` of a model that differs in `norm: (C) => new RMSNorm(C)` alone, with the same ε.
 * @throws {RangeError} if the state is of another model.
 * @example
 * const sizes = { vocabulary: 5, length: 4, width: 8, hidden: 8, heads: 2, depth: 2 };
 * const model = new TokenTransformer({ ...sizes, random: stream('weights', 1) });
 * const converted = preRMSNormState(model.stateDict());
 * model.stateDict().size - converted.size; // 5
 */
export function preRMSNormState(state: ReadonlyMap<string, NDArray>): Map<string, NDArray> {
  const converted = new Map<string, NDArray>();
  for (const [path, value] of state) converted.set(path, writers.test(path) ? centred(value) : value);
  for (const [path, beta] of state)
    for (const [pattern, layers] of readers) {
      const block = pattern.exec(path)?.[1];
      if (block === undefined) continue;
      for (const layer of layers) moveInto(converted, block + layer, beta);
      converted.delete(path);
    }
  if (converted.size === state.size)
    throw new RangeError(
      'preRMSNormState: expected the state of a Pre-LN TokenTransformer, found no β of its norms',
    );
  return converted;
}

/** Each row less its mean: what is written to one position. */
function centred(rows: NDArray): NDArray {
  const x = new Tensor(rows);
  return sub(x, mean(x, { axis: -1, keepdims: true }));
}

/** b + W β in place of a layer's bias b. */
function moveInto(state: Map<string, NDArray>, layer: string, beta: NDArray): void {
  const [weight, bias] = ['weight', 'bias'].map((name) => state.get(`${layer}.${name}`));
  if (!weight || !bias) throw new RangeError(`preRMSNormState: the state lacks ${layer}`);
  const x = new Tensor({ ...beta, shape: [1, beta.data.length] });
  const { data } = linear({ x, weight: new Tensor(weight), bias: new Tensor(bias) });
  state.set(`${layer}.bias`, { data, shape: bias.shape, dtype: bias.dtype });
}
