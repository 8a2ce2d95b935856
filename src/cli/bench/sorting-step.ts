import {
  Adam,
  crossEntropy,
  LayerNorm,
  ndarray,
  sorting,
  streams,
  TokenTransformer,
  training,
} from '../../index.js';
import type { DType, NDArray, TokenTransformerOptions } from '../../index.js';

/** The sizes of a model of the notebook presets, and the depth that is varied. */
export interface SortingSizes {
  readonly width: number;
  readonly hidden: number;
  readonly heads: number;
  readonly depth: number;
  readonly length: number;
  readonly vocabulary: number;
  /** Strings in a batch. */
  readonly batch: number;
}

/** The preset `notebook` of the experiments. */
export const notebookSizes: Omit<SortingSizes, 'depth'> = {
  ...{ width: 16, hidden: 32, heads: 2, length: 6, vocabulary: 6, batch: 16 },
};

/** A model with its initial values and its batches, as every engine reads it. */
export interface SortingModel {
  readonly cfg: SortingSizes;
  readonly dtype: DType;
  readonly init: Readonly<Record<string, readonly [readonly number[], readonly number[]]>>;
  readonly batches: readonly (readonly [number[][], number[][]])[];
}

/** A Post-LN model that is to sort, with 16 batches to go through in turn. */
export function sortingModel(cfg: SortingSizes, dtype: DType): SortingModel {
  const random = streams(1);
  const model = new TokenTransformer(optionsOf(cfg, 'float64'));
  const task = sorting({ length: cfg.length, symbols: cfg.vocabulary, random: random('data') });
  const rows = ({ data, shape: [N, T] }: NDArray): number[][] =>
    Array.from({ length: N }, (_, n) => [...data.slice(n * T, (n + 1) * T)]);
  const init = [...model.namedParameters()].map(([name, p]) => [name, [p.shape, [...p.data]]] as const);
  return {
    ...{ cfg, dtype, init: Object.fromEntries(init) },
    batches: Array.from({ length: 16 }, (_, step) => {
      const { tokens, targets } = task.batch(step, cfg.batch);
      return [rows(tokens), rows(targets)] as const;
    }),
  };
}

/** One step of Adam at 1e-3 on batch i; its loss before the step. */
export function sortingStep({ cfg, dtype, init, batches }: SortingModel): (i: number) => number {
  const model = new TokenTransformer(optionsOf(cfg, dtype));
  model.loadStateDict(
    new Map(Object.entries(init).map(([name, [shape, data]]) => [name, ndarray(data, shape, dtype)])),
  );
  const optimizer = new Adam(model.namedParameters(), { learningRate: 1e-3, betas: [0.9, 0.98] });
  const arrays = batches.map((pair) =>
    pair.map((rows) => ndarray(rows.flat(), [rows.length, rows[0].length])),
  );
  const steps = training({
    optimizer,
    steps: Number.MAX_SAFE_INTEGER,
    loss: (i) => {
      const [tokens, targets] = arrays[i % arrays.length];
      return crossEntropy({ logits: model.forward(tokens), targets });
    },
  });
  return () => steps.next().value?.loss ?? NaN;
}

function optionsOf({ batch: _batch, ...sizes }: SortingSizes, dtype: DType): TokenTransformerOptions {
  const norm = (features: number): LayerNorm => new LayerNorm(features, { dtype });
  return { ...sizes, placement: 'post', norm, dtype, random: streams(1)('weights') };
}
