import { gradient, ndarray, norms, sizeOf, Tensor } from '../../index.js';
import type { DType } from '../../index.js';
import type { Decimal } from '../../derive/mathjs.js';
import { distance, Exact } from './exact.js';
import { givenOf, measured } from './formulas.js';

/** The name of a normalization of the registry. */
export type NormName = keyof typeof norms;

/** Rows of ordinary numbers, the same at an offset of 10⁴, and rows of a millionth. */
export const kinds = ['ordinary', 'offset', 'tiny'] as const;
export type Kind = (typeof kinds)[number];

/** y, dx and the gradients of parameters, each as `d` and its name. */
type Results = Readonly<Record<string, ArrayLike<number>>>;

/** What `test/golden/exactness.json` holds: rows, and what PyTorch made of them in float32. */
export interface Rows {
  readonly torch: string;
  readonly made: string;
  readonly factors: readonly number[];
  readonly shifts: readonly number[];
  readonly dy: readonly number[];
  readonly rows: Readonly<Record<Kind, readonly number[]>>;
  readonly pytorch: Readonly<Partial<Record<NormName, Readonly<Record<Kind, Results>>>>>;
}

/** The largest error, in units of the largest number of its array, of y and of the gradients. */
export interface Errors {
  readonly forward: number;
  readonly backward: number;
}

/** The inputs of a normalization by name, rounded to the dtype; the cotangent is called dy. */
function inputsOf(name: NormName, data: Rows, kind: Kind, dtype: DType): Record<string, Tensor> {
  const { shape } = measured[name] ?? missing(name);
  const parameters = Object.entries(norms[name].parameters).map(
    ([parameter, { around, shape: shapeFor }]) => {
      const lengths = shapeFor(shape);
      const numbers = (around === 0 ? data.shifts : data.factors).slice(0, sizeOf(lengths));
      return [parameter, new Tensor(ndarray(numbers, lengths, dtype))] as const;
    },
  );
  const [x, dy] = [data.rows[kind], data.dy].map((numbers) => new Tensor(ndarray(numbers, shape, dtype)));
  return { x, ...Object.fromEntries(parameters), dy };
}

const missing = (name: string): never => {
  throw new RangeError(`exactness: there is no formula for ${name}`);
};

function ours(name: NormName, { dy, ...inputs }: Record<string, Tensor>): Results {
  const { eps } = measured[name] ?? missing(name);
  const y = norms[name].apply({ ...inputs, x: inputs.x }, { eps });
  const names = Object.keys(inputs);
  const gradients = gradient(
    y,
    names.map((input) => inputs[input]),
    { dy },
  );
  return {
    y: y.data,
    ...Object.fromEntries(names.map((input, i) => [`d${input}`, gradients[i].data] as const)),
  };
}

function exactly(
  name: NormName,
  given: Record<string, Tensor>,
): Readonly<Record<string, readonly Decimal[]>> {
  const { shape, eps, formula } = measured[name] ?? missing(name);
  const { dy, ...numbers } = Object.fromEntries(
    Object.entries(given).map(([input, { data }]) => [input, Array.from(data, Exact.of)]),
  );
  const y = formula(givenOf(norms[name], shape, eps, numbers));
  const gradients = Exact.gradients(y, dy, Object.values(numbers).flat());
  const results: Record<string, readonly Decimal[]> = { y: y.map(({ value }) => value) };
  let start = 0;
  for (const [input, { length }] of Object.entries(numbers))
    results[`d${input}`] = gradients.slice(start, (start += length));
  return results;
}

/** The smallest number that keeps all its digits: what is smaller counts as nothing. */
const smallest: Readonly<Record<DType, number>> = {
  float64: 2.2250738585072014e-308,
  float32: 1.1754943508222875e-38,
};

function errorOf(got: ArrayLike<number>, want: readonly Decimal[], dtype: DType): number {
  const size = want.reduce<number>(
    (most, value) => Math.max(most, Math.abs(value.toNumber())),
    smallest[dtype],
  );
  return want.reduce<number>((worst, value, i) => Math.max(worst, distance(got[i], value)), 0) / size;
}

function errors(got: Results, want: ReturnType<typeof exactly>, dtype: DType): Errors {
  const each = (name: string): number => errorOf(got[name], want[name], dtype);
  const gradients = Object.keys(want).filter((name) => name !== 'y');
  return { forward: each('y'), backward: Math.max(...gradients.map(each)) };
}

/** The errors of one normalization on one kind of rows: ours in both precisions, and PyTorch's where it has it. */
export function errorsOf(
  name: NormName,
  data: Rows,
  kind: Kind,
): Readonly<Record<DType, Errors>> & { readonly pytorch: Errors | undefined } {
  const of = (dtype: DType): [Record<string, Tensor>, ReturnType<typeof exactly>] => {
    const inputs = inputsOf(name, data, kind, dtype);
    return [inputs, exactly(name, inputs)];
  };
  const [[double, wantDouble], [single, wantSingle]] = [of('float64'), of('float32')];
  const theirs = data.pytorch[name]?.[kind];
  return {
    float64: errors(ours(name, double), wantDouble, 'float64'),
    float32: errors(ours(name, single), wantSingle, 'float32'),
    pytorch: theirs && errors(theirs, wantSingle, 'float32'),
  };
}
