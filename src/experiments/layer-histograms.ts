/**
 * What goes through each hidden layer of a plain network while it trains: what reaches its ReLU, the gradient that comes
 * back to its output, how many of its units are dead, and how far its weights move.
 *
 * Network, data and steps are those of `rate-and-scale`.
 */
import type { Tensor } from '../autograd/tensor.js';
import { watch } from '../autograd/watch.js';
import { crossEntropy } from '../nn/cross-entropy.js';
import { kaimingDeviation } from '../nn/initialization.js';
import { log, pow } from '../tensor/elementary.js';
import type { NDArray } from '../tensor/ndarray.js';
import { streams } from '../tensor/random.js';
import { meanSquare } from '../tensor/rows.js';
import { badlyScaled } from '../train/badly-scaled.js';
import { SGD } from '../train/sgd.js';
import { deadShare, updateToData } from '../train/statistics.js';
import { training } from '../train/training.js';
import { hiddenNorms, Perceptron } from './perceptron.js';

/** One layer; each list has an entry for each frame. */
export interface LayerRecord {
  readonly name: string;
  /** Shares, by bin, of the numbers that reach the ReLU: behind the norm, where there is one. */
  readonly activations: number[][];
  /** Shares, by bin, of the entries of the gradient for the layer's output. */
  readonly gradients: number[][];
  /** √mean square of what reaches the ReLU. */
  readonly size: number[];
  /** The share of units that are 0 for the whole batch. */
  readonly dead: number[];
  /** ‖step‖ / ‖weights‖ of the update that follows the frame. */
  readonly updateToData: number[];
}

/** A network from its first update to its last. */
export interface LayerRecords {
  /** Updates done at each frame. */
  readonly steps: readonly number[];
  readonly losses: readonly number[];
  /** Of the bins; what lies outside is counted in the first and the last. */
  readonly activationEdges: readonly number[];
  /** Of log₁₀ |gradient|. */
  readonly gradientEdges: readonly number[];
  readonly layers: readonly LayerRecord[];
}

/** Which network, and when it is looked at. */
export interface LayerHistogramOptions {
  readonly norm: keyof typeof hiddenNorms;
  readonly seed: number;
  readonly learningRate: number;
  /** The deviation of the first weights; √(2/64), He's, unless said otherwise. */
  readonly initScale?: number;
  /** Updates in all; 60 unless said otherwise. */
  readonly steps?: number;
  /** Updates between two frames; 20 unless said otherwise. */
  readonly every?: number;
  /** Bins reach from −range to range; 4 unless said otherwise. */
  readonly range?: number;
}

const depth = 10;
const width = 64;
const features = 32;
const batch = 32;
const bins = 16;
const edges = (low: number, high: number): number[] =>
  Array.from({ length: bins + 1 }, (_, i) => low + ((high - low) * i) / bins);

/**
 * Trains ten layers of 64 and notes, every so many updates, what goes through each of them.
 *
 * @example
 * layerHistograms({ norm: 'batch-norm', seed: 1, learningRate: 0.05, steps: 2, every: 2 }).steps; // [0, 2]
 */
export function layerHistograms(options: LayerHistogramOptions): LayerRecords {
  const { norm, seed, learningRate, initScale = kaimingDeviation(width), range = 4 } = options;
  const { steps = 60, every = 20 } = options;
  const random = streams(seed);
  const net = new Perceptron([features, ...new Array<number>(depth).fill(width), 10], {
    ...{ random: random('weights'), norm: hiddenNorms[norm], deviation: () => initScale },
  });
  const data = badlyScaled({ random: random('data'), features });
  const film = new Film(net, range);
  const loss = (step: number): Tensor => {
    const { x, targets } = data(step, batch);
    if (step % every === 0) film.open(step);
    return crossEntropy({ logits: net.forward(x), targets });
  };
  const optimizer = new SGD(net.namedParameters(), { learningRate });
  // One update more than there are to see: the last frame too is followed by one.
  for (const { step, loss: now } of training({ optimizer, loss, steps: steps + 1 }))
    if (step % every === 0) film.close(now);
  return film;
}

class Film implements LayerRecords {
  readonly steps: number[] = [];
  readonly losses: number[] = [];
  readonly activationEdges: readonly number[];
  readonly gradientEdges: readonly number[] = edges(-10, 0);
  readonly layers: readonly LayerRecord[];
  readonly #net: Perceptron;
  /** What was heard in this frame, by path. */
  readonly #heard = new Map<string, Tensor>();
  #before: ReadonlyMap<string, NDArray> = new Map();
  #stop: (() => void) | undefined;

  constructor(net: Perceptron, range: number) {
    this.#net = net;
    this.activationEdges = edges(-range, range);
    this.layers = net.hidden.map((_, l) => {
      const name = `layer ${l + 1}`;
      return { name, activations: [], gradients: [], size: [], dead: [], updateToData: [] };
    });
  }

  /** Before the forward pass of a frame. */
  open(step: number): void {
    this.steps.push(step);
    this.#before = this.#net.stateDict();
    this.#stop = watch(this.#net, ({ path, output }) => this.#heard.set(path, output));
  }

  /** After its update. */
  close(loss: number): void {
    this.#stop?.();
    this.losses.push(loss);
    this.layers.forEach((layer, l) => this.#note(layer, l));
  }

  #note(layer: LayerRecord, l: number): void {
    const path = `hidden.${l}`;
    const z = (this.#heard.get(`${path}.norm`) ?? this.#heard.get(`${path}.linear`)) as Tensor;
    const h = this.#heard.get(path) as Tensor;
    layer.activations.push(shares(z.data, this.activationEdges));
    layer.gradients.push(
      shares(
        Array.from(h.grad?.data ?? [], (value) => log(Math.abs(value)) / log(10)),
        this.gradientEdges,
      ),
    );
    layer.size.push(Math.sqrt(meanSquare(z.data)));
    layer.dead.push(deadShare(h));
    const before = this.#before.get(`${path}.linear.weight`) as NDArray;
    layer.updateToData.push(pow(10, updateToData(before, this.#net.hidden[l].linear.weight)));
  }
}

/** By bin; what is no number is in none. */
function shares(values: ArrayLike<number>, edges: readonly number[]): number[] {
  const counts = new Array<number>(edges.length - 1).fill(0);
  const [low, high] = [edges[0], edges[edges.length - 1]];
  for (let i = 0; i < values.length; i++) {
    const bin = Math.floor(((values[i] - low) / (high - low)) * counts.length);
    if (!Number.isNaN(bin)) counts[Math.max(0, Math.min(counts.length - 1, bin))] += 1 / values.length;
  }
  return counts;
}
