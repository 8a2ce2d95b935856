import type { Module } from '../autograd/module.js';
import type { Tensor } from '../autograd/tensor.js';
import { watch } from '../autograd/watch.js';
import type { Call } from '../autograd/watch.js';
import type { NDArray } from '../tensor/ndarray.js';
import { AttentionScores, AttentionWeights } from '../transformer/scores.js';
import { attentionEntropy, deadShare, histogram, largestLogit, moments, updateToData } from './statistics.js';
import type { Histogram } from './statistics.js';

/** What one array looks like. */
export interface Summary {
  readonly mean: number;
  readonly deviation: number;
  readonly histogram: Histogram;
}

/** How a layer fares: its output, and the gradient of the loss for that output. */
export interface LayerStatistics {
  readonly activation: Summary;
  /** undefined before `backward`, or where no gradient reaches it. */
  readonly gradient: Summary | undefined;
  /** The share of features that are 0 for every row of the batch. */
  readonly dead: number;
}

/** How a parameter fares. */
export interface ParameterStatistics {
  readonly value: Summary;
  readonly gradient: Summary | undefined;
  /** log₁₀ of ‖step‖ / ‖parameter‖ since the reading before: about −3 is healthy. */
  readonly updateToData: number;
}

/** How an attention fares. */
export interface AttentionStatistics {
  /** Mean over batch, heads and queries, in nats. */
  readonly entropy: number;
  /** The largest |q·k| / √D. */
  readonly largestLogit: number;
}

/** A network at one step, by the paths of its parts. Plain JSON, but for NaN and ±∞. */
export interface Statistics {
  readonly layers: Readonly<Record<string, LayerStatistics>>;
  readonly parameters: Readonly<Record<string, ParameterStatistics>>;
  readonly attention: Readonly<Record<string, AttentionStatistics>>;
}

/** Someone who listens to a network while it is trained. */
export interface Observer {
  /** How it was in the last forward and backward pass, and how far the parameters went since the reading before. */
  readonly read: () => Statistics;
  /** Ends the listening. */
  readonly stop: () => void;
}

/**
 * Listens to every part of a network. What is computed is not changed: the losses are the same, bit for bit.
 *
 * A part that is called more than once in a pass is described by its last call.
 *
 * @example
 * const random = stream('weights', 1);
 * const net = new Sequential([new Linear(2, 3, { random }), new ReLU()]);
 * const { read, stop } = observe(net, { bins: 10 });
 * sum(net.forward(tensor([[1, 2]]))).backward();
 * Object.keys(read().layers); // ["layers.0", "layers.1"]
 * stop();
 */
export function observe(model: Module, { bins = 30 }: { readonly bins?: number } = {}): Observer {
  const calls = new Map<string, Call>();
  const stop = watch(model, (call) => calls.set(call.path, call));
  const parameters = model.namedParameters();
  const before = model.stateDict();
  const summary = (array: NDArray): Summary => ({ ...moments(array), histogram: histogram(array, { bins }) });
  const layer = ({ path, output }: Call): [string, LayerStatistics] => [
    path,
    {
      activation: summary(output),
      gradient: output.grad && summary(output.grad),
      dead: deadShare(output),
    },
  ];
  const parameter = ([path, now]: [string, Tensor]): [string, ParameterStatistics] => {
    const earlier = before.get(path) as NDArray;
    const ratio = updateToData(earlier, now);
    earlier.data.set(now.data);
    return [path, { value: summary(now), gradient: now.grad && summary(now.grad), updateToData: ratio }];
  };
  return {
    stop,
    read: () => ({
      layers: Object.fromEntries([...calls.values()].filter(isLayer).map(layer)),
      parameters: Object.fromEntries([...parameters].map(parameter)),
      attention: attentionOf(calls.values()),
    }),
  };
}

function isLayer({ path, module }: Call): boolean {
  return path !== '' && !(module instanceof AttentionScores || module instanceof AttentionWeights);
}

/** Scores and weights of one attention are two parts of it: they are told together, by its path. */
function attentionOf(calls: Iterable<Call>): Record<string, AttentionStatistics> {
  const found: Record<string, AttentionStatistics> = {};
  for (const { path, module, output } of calls) {
    const parent = path.split('.').slice(0, -1).join('.');
    const known = found[parent] ?? { entropy: NaN, largestLogit: NaN };
    if (module instanceof AttentionScores) found[parent] = { ...known, largestLogit: largestLogit(output) };
    if (module instanceof AttentionWeights) found[parent] = { ...known, entropy: attentionEntropy(output) };
  }
  return found;
}
