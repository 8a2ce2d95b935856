import { cotangents } from '../autograd/tensor.js';
import type { Tensor } from '../autograd/tensor.js';
import type { GraphNode, GraphRecords } from '../plot/index.js';
import type { Nested } from '../tensor/ndarray.js';
import { formatShape } from '../tensor/shape.js';
import { bracketed, derivativeOf, formulaOf, symbolOf } from './local-derivative.js';
import type { Step } from './local-derivative.js';
import { stepsOf } from './tape-steps.js';
import type { TapeStep } from './tape-steps.js';

/** How the tape is read. */
export interface TapeOptions {
  /** What you call your tensors, and your numbers: `{ x, mu, c, variance, 'ε': 1e-5 }`. */
  readonly names?: Readonly<Record<string, Tensor | number>>;
  /** The cotangent of the output; may be left out where that is a single number. */
  readonly dy?: Tensor | Nested;
  /** The tape is followed no further than these. */
  readonly inputs?: readonly Tensor[];
}

/** A longer formula is written as the number of its node. */
const longest = 28;
/** Operations that make a number of the result from several numbers of an input. */
const mixing = ['mean', 'sum', 'max', 'matmul'];

/**
 * The operations that made a tensor, read off its tape: what each computed, its local derivatives, and the gradient that
 * reached it. Plain JSON, for `computationGraph`.
 *
 * @throws {ShapeError} and {TypeError} as `Tensor.backward` does.
 * @example
 * const x = tensor([1, 2, 6]);
 * const mu = mean(x);
 * const c = sub(x, mu);
 * show(computationGraph(tape(c, { names: { x, mu, c }, dy: [1, 0, 0] })));
 */
export function tape(output: Tensor, { names = {}, dy, inputs = [] }: TapeOptions = {}): GraphRecords {
  const stopAt = new Set(inputs);
  const gradients = cotangents(output, dy, {}, stopAt);
  const nameOf = new Map(Object.entries(names).map(([name, value]) => [value, name]));
  const isKept = (tensor: Tensor): boolean => nameOf.has(tensor) || stopAt.has(tensor);
  const steps = stepsOf(output, isKept, stopAt);
  const ids = new Map(steps.map(({ tensor }, n) => [tensor, nameOf.get(tensor) ?? `#${n + 1}`]));
  const idOf = (tensor: Tensor): string => ids.get(tensor) ?? '';
  const written = new Map<Tensor, string>();
  const nodes = steps.map((step): GraphNode => {
    const { tensor } = step;
    const inputs = step.sources.map(
      (source) => written.get(source) ?? nameOf.get(source.data[0]) ?? String(source.data[0]),
    );
    const called = { id: idOf(tensor), name: nameOf.get(tensor) ?? '' };
    const node = nodeOf({ ...step, inputs }, called, (n) => !ids.has(step.sources[n]));
    const formula = node.formula.length > longest ? '' : node.formula;
    written.set(tensor, node.name || formula || node.id);
    return { ...node, upstream: Array.from(gradients.get(tensor)?.data ?? []) };
  });
  const edges = steps.flatMap(({ tensor, sources }) =>
    [...new Set(sources)]
      .filter((source) => ids.has(source))
      .map((source) => ({ from: idOf(source), to: idOf(tensor) })),
  );
  return { nodes, edges };
}

function nodeOf(
  step: TapeStep & Step,
  called: { readonly id: string; readonly name: string },
  isNumber: (n: number) => boolean,
): Omit<GraphNode, 'upstream'> {
  const { tensor, op, sources, inputs } = step;
  const base = { ...called, shape: [...tensor.shape], value: Array.from(tensor.data) };
  if (op === '') return { ...base, kind: 'input', op: '', formula: '', local: [] };
  const formula = formulaOf(step);
  const y = called.name || formula;
  const local = sources.flatMap((source, n) =>
    isNumber(n) || sources.indexOf(source) !== n
      ? []
      : [`∂${bracketed(y)}/∂${bracketed(inputs[n])} = ${derivativeOf(step, n, y)}${summed(step, source)}`],
  );
  const kind = mixing.includes(op) ? 'mixing' : 'elementwise';
  return { ...base, kind, op: symbolOf(step, isNumber), formula, local };
}

/** Numbers that were stretched on the way get the sum of what comes back. */
function summed({ tensor, op }: TapeStep, source: Tensor): string {
  const isStretched = !mixing.includes(op) && source.data.length < tensor.data.length;
  return isStretched
    ? `, summed: ${formatShape(source.shape)} was stretched to ${formatShape(tensor.shape)}`
    : '';
}
