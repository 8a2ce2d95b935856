import {
  Adam,
  crossEntropy,
  LayerNorm,
  ndarray,
  RMSNorm,
  SGD,
  stream,
  TokenTransformer,
  training,
  warmUp,
} from '../../index.js';
import type { NDArray, Optimizer, PlacementName, Tensor } from '../../index.js';
import { compare } from './compare.js';
import { GoldenError } from './file.js';
import type { Run } from './file.js';

/** How far our run is from PyTorch's: `worst` of 1 is just within the tolerance. */
export interface TrainingDifferences {
  readonly worst: number;
  /** What is wrong, in words; none where the run agrees. */
  readonly findings: readonly string[];
}

/**
 * Trains as the run says and compares each step's loss and gradient norm, and the norm of every parameter at the end.
 *
 * @throws {GoldenError} if the run asks for a model or an optimizer that the library does not have.
 */
export function trainingDifferences(run: Run): TrainingDifferences {
  const model = modelOf(run);
  const parameters = renamed(model.namedParameters());
  start(run, parameters);
  const { clip, warm } = run.hyper;
  const steps = training({
    optimizer: optimizerOf(run, parameters),
    steps: run.steps.length,
    schedule: warmUp(warm),
    ...(clip > 0 && { clip }),
    loss: (step) => {
      const [tokens, targets] = run.batches[step].map(asArray);
      return crossEntropy({ logits: model.forward(tokens), targets });
    },
  });
  const found: { error: number; finding: string }[] = [];
  const note = (what: string, got: number, want: number): void => {
    const { error, finding } = compare(ndarray([got], []), { data: [want], shape: [] }, run.tol);
    found.push({ error, finding: finding && `${what}: expected ${want}, got ${got}` });
  };
  for (const { step, loss, gradientNorm } of steps) {
    note(`loss of step ${step}`, loss, run.steps[step][0]);
    note(`gradient norm of step ${step}`, gradientNorm, run.steps[step][1]);
  }
  for (const [name, want] of Object.entries(run.finalNorms))
    note(`norm of ${name}`, normOf(partsOf(name, parameters)), want);
  return {
    worst: Math.max(...found.map(({ error }) => error)),
    findings: found.map(({ finding }) => finding).filter((finding) => finding !== ''),
  };
}

function modelOf({ sizes, place, norm, qk }: Run): TokenTransformer {
  const makers = {
    ln: (features: number) => new LayerNorm(features),
    rms: (features: number) => new RMSNorm(features),
  };
  if (norm !== 'ln' && norm !== 'rms') throw new GoldenError(`expected norm to be ln or rms, got ${norm}`);
  return new TokenTransformer({
    ...{
      width: sizes.d,
      hidden: sizes.ff,
      heads: sizes.h,
      depth: sizes.L,
      length: sizes.T,
      vocabulary: sizes.V,
    },
    ...{ placement: place as PlacementName, norm: makers[norm], random: stream('golden', 0) },
    ...(qk && { qkNorm: makers.ln }),
  });
}

/** Our names on the left, those of the files on the right. */
const names: readonly [RegExp, string][] = [
  [/^embedding\.weight$/, 'emb'],
  [/^position$/, 'pos'],
  [/^readout\.weight$/, 'out'],
  [/^readout\.bias$/, 'outb'],
  [/^encoder\.finalNorm\./, 'fin.'],
  [/^encoder\.blocks\./, ''],
  [/\.attention\.(q|k|v|o)\w+\.weight$/, '.$1'],
  [/\.attention\.(q|k|v|o)\w+\.bias$/, '.$1b'],
  [/\.attention\.(q|k)\w+Norm\./, '.$1n.'],
  [/\.feedForward\.first\.weight$/, '.f1'],
  [/\.feedForward\.first\.bias$/, '.f1b'],
  [/\.feedForward\.second\.weight$/, '.f2'],
  [/\.feedForward\.second\.bias$/, '.f2b'],
  [/\.aroundAttention\.(before|sum)\./, '.n1.'],
  [/\.aroundFeedForward\.(before|sum)\./, '.n2.'],
  [/\.aroundAttention\.branch\./, '.m1.'],
  [/\.aroundFeedForward\.branch\./, '.m2.'],
  [/\.gamma$/, 'g'],
  [/\.beta$/, 'b'],
];

/** The parameters by the names of the files; the two gates of a block are called al.0 and al.1. */
function renamed(parameters: ReadonlyMap<string, Tensor>): Map<string, Tensor> {
  return new Map(
    [...parameters].map(([path, parameter]) => {
      const short = names.reduce((name, [ours, theirs]) => name.replace(ours, theirs), path);
      return [
        short.replace('.aroundAttention.gate', '.al.0').replace('.aroundFeedForward.gate', '.al.1'),
        parameter,
      ];
    }),
  );
}

/** Copies the initial values of the run into the parameters. */
function start({ init }: Run, parameters: ReadonlyMap<string, Tensor>): void {
  const left = new Set(parameters.keys());
  for (const [name, [shape, data]] of Object.entries(init)) {
    const parts = partsOf(name, parameters);
    if (parts.length === 0) throw new GoldenError(`the model has no parameter ${name}`);
    const size = parts.reduce((sum, part) => sum + part.data.length, 0);
    if (size !== data.length)
      throw new GoldenError(
        `expected ${size} numbers for ${name}, got ${data.length} of shape [${shape.join(', ')}]`,
      );
    parts.forEach((part, i) => part.data.set(data.slice(i * part.data.length, (i + 1) * part.data.length)));
    for (const each of [name, `${name}.0`, `${name}.1`]) left.delete(each);
  }
  const [missing] = left;
  if (missing !== undefined) throw new GoldenError(`the run gives no initial value of ${missing}`);
}

/** The tensors behind a name of the file: one, or the two gates of a block. */
function partsOf(name: string, parameters: ReadonlyMap<string, Tensor>): Tensor[] {
  return [name, `${name}.0`, `${name}.1`].flatMap((each) => parameters.get(each) ?? []);
}

function optimizerOf({ opt, hyper, betas }: Run, parameters: ReadonlyMap<string, Tensor>): Optimizer {
  const { lr: learningRate, momentum } = hyper;
  if (opt === 'adam') return new Adam(parameters, { learningRate, betas, eps: 1e-8 });
  if (opt === 'sgd') return new SGD(parameters, { learningRate, momentum });
  throw new GoldenError(`expected opt to be adam or sgd, got ${opt}`);
}

function asArray(rows: readonly (readonly number[])[]): NDArray {
  return ndarray(rows.flat(), [rows.length, rows[0].length]);
}

function normOf(parts: readonly Tensor[]): number {
  return Math.sqrt(parts.flatMap(({ data }) => [...data]).reduce((sum, value) => sum + value * value, 0));
}
