/** The tape as a reader counts operations: sum and division are one mean, stretching is part of an arrow. */
import { noGrad } from '../autograd/recording.js';
import { Tensor } from '../autograd/tensor.js';
import { outputsFirst } from '../autograd/walk.js';
import { filled } from '../tensor/ndarray.js';
import { sizeOf } from '../tensor/shape.js';

/** A tensor, the operation that made it ('' for an input) and the tensors it came from. */
export interface TapeStep {
  readonly tensor: Tensor;
  readonly op: string;
  readonly sources: readonly Tensor[];
  /** Only of `pow`. */
  readonly exponent?: number;
  /** Only of a mean: over how many numbers. */
  readonly count?: number;
}

/** They hand numbers on as they are. */
const carrying = ['broadcastTo', 'reshape', 'view', 'astype'];

/** Whether a tensor is shown whatever made it: it has a name, or the tape ends there. */
type IsKept = (tensor: Tensor) => boolean;

/**
 * What made `output`, inputs first. Numbers (nameless tensors without a history) are sources, but no steps.
 *
 * @param stopAt Tensors that count as inputs.
 */
export function stepsOf(output: Tensor, isKept: IsKept, stopAt: ReadonlySet<Tensor>): TapeStep[] {
  const step = (tensor: Tensor): TapeStep =>
    stopAt.has(tensor) ? { tensor, op: '', sources: [] } : stepOf(tensor, isKept);
  const wanted = new Map<Tensor, TapeStep>([[output, step(output)]]);
  for (const { sources } of wanted.values())
    for (const source of sources)
      if (!wanted.has(source) && !isNumber(source, isKept)) wanted.set(source, step(source));
  return outputsFirst(output, stopAt)
    .reverse()
    .flatMap((tensor) => wanted.get(tensor) ?? []);
}

/** True for a nameless tensor without a history that holds one number everywhere: the 2 of `mul(2, x)`. */
function isNumber(tensor: Tensor, isKept: IsKept): boolean {
  return (
    tensor.node === undefined &&
    !isKept(tensor) &&
    tensor.data.length > 0 &&
    tensor.data.every((value) => value === tensor.data[0])
  );
}

function stepOf(tensor: Tensor, isKept: IsKept): TapeStep {
  const { node } = tensor;
  if (node === undefined) return { tensor, op: '', sources: [] };
  const source = (input: Tensor): Tensor => carried(input, isKept);
  const mean = meanOf(tensor, isKept);
  if (mean !== undefined) return { tensor, op: 'mean', sources: mean.inputs.map(source), count: mean.count };
  const exponent = node.op === 'pow' ? { exponent: exponentOf(tensor) } : {};
  return { tensor, op: node.op, sources: node.inputs.map(source), ...exponent };
}

/** The tensor itself, or the one whose numbers it hands on. */
function carried(tensor: Tensor, isKept: IsKept): Tensor {
  let at = tensor;
  while (at.node !== undefined && !isKept(at) && carrying.includes(at.node.op)) [at] = at.node.inputs;
  return at;
}

/** The inputs of a mean: of a sum that is divided by how many numbers it summed. */
function meanOf(
  { node }: Tensor,
  isKept: IsKept,
): { readonly inputs: readonly Tensor[]; readonly count: number } | undefined {
  if (node?.op !== 'div') return undefined;
  const [above, below] = node.inputs;
  const sum = carried(above, isKept);
  if (sum.node?.op !== 'sum' || isKept(sum) || !isNumber(below, isKept)) return undefined;
  const count = sizeOf(sum.node.inputs[0].shape) / sizeOf(sum.shape);
  return below.data[0] === count ? { inputs: sum.node.inputs, count } : undefined;
}

/** The tape keeps no exponent, but a power's derivative tells it: p = x · y′ / y. */
function exponentOf(y: Tensor): number {
  const { node } = y;
  if (node === undefined) return NaN;
  const [x] = node.inputs;
  const slope = noGrad(() => node.pullback(new Tensor(filled(y.shape, 1, y.dtype)), false)[0]);
  const all = Array.from(y.data, (value, i) => (x.data[i] * slope.data[i]) / value);
  const known = all.find(Number.isFinite) ?? NaN;
  const halves = Math.round(2 * known) / 2;
  return Math.abs(known - halves) < 1e-5 ? halves : known;
}
