/** Fusions that are right, each written in its own way; and the lines of one that a wrong version can exchange. */
import { transposed } from '../../arrays/inputs.js';
import type { RightVersion } from '../../exercise.js';
import type { FuseFunction, NormInUse } from './inputs.js';

/** The numbers of one output. */
interface Output {
  readonly b: number;
  readonly gamma: number;
  readonly beta: number;
  readonly mean: number;
  readonly variance: number;
  readonly eps: number;
}

/** What a fusion is made of. */
export interface Lines {
  factor(output: Output): number;
  bias(output: Output, factor: number): number;
  /** The number of the output that a weight belongs to. */
  owner(row: number, column: number, outputs: 'columns' | 'rows'): number;
}

const rightLines: Lines = {
  factor: ({ gamma, variance, eps }) => gamma / Math.sqrt(variance + eps),
  bias: ({ b, mean, beta }, factor) => (b - mean) * factor + beta,
  owner: (row, column, outputs) => (outputs === 'columns' ? column : row),
};

const outputOf = (b: number, c: number, { gamma, beta, mean, variance, eps }: NormInUse): Output => ({
  ...{ b, gamma: gamma[c], beta: beta[c], mean: mean[c], variance: variance[c], eps },
});

/** A fusion from lines, those that are left out as they should be. */
export function fuseWith(changes: Partial<Lines>): FuseFunction {
  const lines = { ...rightLines, ...changes };
  return (weight, bias, norm, outputs) => {
    const each = bias.map((b, c) => outputOf(b, c, norm));
    const factors = each.map(lines.factor);
    return {
      weight: weight.map((row, r) => row.map((value, k) => value * factors[lines.owner(r, k, outputs)])),
      bias: each.map((output, c) => lines.bias(output, factors[c])),
    };
  };
}

/** By the two equations. */
export const fuse: FuseFunction = fuseWith({});

/** Kernels turned, so that outputs are always columns. */
const turned: FuseFunction = (weight, bias, norm, outputs) => {
  const columns = outputs === 'columns' ? weight : transposed(weight);
  const scaled = columns.map((row) =>
    row.map((value, c) => (value * norm.gamma[c]) / Math.sqrt(norm.variance[c] + norm.eps)),
  );
  const moved = bias.map((b, c) => {
    const rstd = 1 / Math.sqrt(norm.variance[c] + norm.eps);
    return norm.gamma[c] * rstd * b - norm.gamma[c] * rstd * norm.mean[c] + norm.beta[c];
  });
  return { weight: outputs === 'columns' ? scaled : transposed(scaled), bias: moved };
};

/** By what the norm makes of 0 and of 1. */
const byAsking: FuseFunction = (weight, bias, { gamma, beta, mean, variance, eps }, outputs) => {
  const norm = (z: number, c: number): number =>
    (gamma[c] * (z - mean[c])) / Math.sqrt(variance[c] + eps) + beta[c];
  const scale = gamma.map((_, c) => norm(mean[c] + 1, c) - norm(mean[c], c));
  return {
    weight: weight.map((row, r) => row.map((value, k) => value * scale[outputs === 'rows' ? r : k])),
    bias: bias.map(norm),
  };
};

/** In loops. */
const loops: FuseFunction = (weight, bias, norm, outputs) => {
  const fused = { weight: weight.map((row) => [...row]), bias: [...bias] };
  for (let c = 0; c < bias.length; c++) {
    const s = norm.gamma[c] * (norm.variance[c] + norm.eps) ** -0.5;
    if (outputs === 'rows') fused.weight[c] = fused.weight[c].map((value) => s * value);
    else for (const row of fused.weight) row[c] *= s;
    fused.bias[c] = s * (bias[c] - norm.mean[c]) + norm.beta[c];
  }
  return fused;
};

/** Four right ones. */
export const rightFusions: readonly RightVersion<FuseFunction>[] = [
  { name: 'two equations', candidate: fuse },
  { name: 'kernels turned', candidate: turned },
  { name: 'by what the norm makes of two numbers', candidate: byAsking },
  { name: 'loops', candidate: loops },
];
