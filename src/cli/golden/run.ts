import { resolve } from 'node:path';
import { gradient, ndarray, Tensor } from '../../index.js';
import type { DType } from '../../index.js';
import { compare } from './compare.js';
import type { Comparison } from './compare.js';
import { GoldenError, readGolden } from './file.js';
import type { Case, Packed, PackedByName, Run } from './file.js';
import { operations } from './operations/index.js';
import type { ByName, Operation } from './operations/operation.js';
import { trainingDifferences } from './training-run.js';

type Verdict = 'passed' | 'failed' | 'skipped';
type Results = ReadonlyMap<string, Tensor>;

/** Half the distance from 1 to the next float32: the relative error of one rounding. */
const roundoff = 1 / 16777216;
const usage = 'golden: give it at least one file: npm run golden -- FILE… [--dtype float32]';

/**
 * Compares the library with golden files and says what it found, a line for each case.
 *
 * @param words What stands after the command: files, and perhaps `--dtype float32`.
 * @param from The folder that relative paths start from.
 * @param say Called with each line; the last is `N passed, N failed, N skipped`.
 * @returns The exit code: 0 where nothing failed.
 */
export function runGolden(words: readonly string[], from: string, say: (line: string) => void): number {
  const request = understood(words);
  if (typeof request === 'string') {
    say(request);
    return 1;
  }
  const counts: Record<Verdict, number> = { passed: 0, failed: 0, skipped: 0 };
  const note = (verdict: Verdict, line: string): void => {
    counts[verdict]++;
    say(`${verdict}  ${line}`);
  };
  for (const file of request.files)
    try {
      const golden = readGolden(resolve(from, file));
      if ('runs' in golden) for (const run of golden.runs) note(...judgedRun(run, request.dtype));
      else for (const one of golden.cases) note(...judged(one, request.dtype));
    } catch (error) {
      if (!(error instanceof GoldenError)) throw error;
      note('failed', error.message);
    }
  say(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  return counts.failed > 0 ? 1 : 0;
}

function understood(words: readonly string[]): { files: readonly string[]; dtype: DType } | string {
  const at = words.indexOf('--dtype');
  const dtype = at < 0 ? 'float64' : words[at + 1];
  const files = at < 0 ? words : words.filter((_, i) => i !== at && i !== at + 1);
  if (dtype !== 'float64' && dtype !== 'float32')
    return `golden: expected --dtype to be float64 or float32, got ${dtype ?? 'nothing'}`;
  const unknown = files.find((word) => word.startsWith('-'));
  if (unknown) return `golden: there is no option ${unknown}; the only one is --dtype`;
  return files.length === 0 ? usage : { files, dtype };
}

function judged(one: Case, dtype: DType): [Verdict, string] {
  const operation = Object.hasOwn(operations, one.op) ? operations[one.op] : undefined;
  const label = `${one.id} (${one.op})`;
  if (!operation) return ['skipped', `${label}: the library does not have this operation yet`];
  const unknown = Object.keys(one.attrs).find((name) => !operation.attributes.includes(name));
  if (unknown) return ['failed', `${label}: ${one.op} has no attribute "${unknown}"`];
  const lacking = operation.lacks?.(one.in, one.attrs);
  if (lacking) return ['skipped', `${label}: ${lacking}`];
  const missing = operation.needs.find((name) => !Object.hasOwn(one.in, name));
  if (missing) return ['failed', `${label}: ${one.op} needs an input "${missing}"`];
  try {
    const comparisons = dtype === 'float64' ? againstFile(one, operation) : againstFloat64(one, operation);
    const wrong = comparisons.filter(({ finding }) => finding !== '');
    if (wrong.length > 0)
      return ['failed', `${label}: ${wrong.map(({ name, finding }) => `${name}: ${finding}`).join('; ')}`];
    const worst = Math.max(0, ...comparisons.map(({ error }) => error));
    return ['passed', `${label}: ${(100 * worst).toPrecision(2)} % of the tolerance used`];
  } catch (error) {
    return ['failed', `${label}: ${error instanceof Error ? error.message : String(error)}`];
  }
}

function judgedRun(run: Run, dtype: DType): [Verdict, string] {
  if (dtype === 'float32')
    return ['skipped', `${run.name}: training runs are compared in float64; rounding moves every later step`];
  try {
    const { worst, findings } = trainingDifferences(run);
    if (findings.length > 0) return ['failed', `${run.name}: ${findings.slice(0, 3).join('; ')}`];
    const used = (100 * worst).toPrecision(2);
    return ['passed', `${run.name}: ${run.steps.length} steps, ${used} % of the tolerance used`];
  } catch (error) {
    return ['failed', `${run.name}: ${error instanceof Error ? error.message : String(error)}`];
  }
}

type Named = Comparison & { readonly name: string };

function againstFile(one: Case, operation: Operation): Named[] {
  const got = computed(one, operation, one, 'float64');
  const wanted: [string, Packed][] = [
    ...Object.entries(one.out),
    ...Object.entries(one.grad).map(([name, packed]): [string, Packed] => [`d${name}`, packed]),
  ];
  return wanted.map(([name, [shape, data]]) => {
    const tensor = got.get(name);
    return tensor
      ? { name, ...compare(tensor, { shape, data }, one.tol) }
      : { name, error: Infinity, finding: 'the operation gives no such result' };
  });
}

/** float32 against our own float64 on the same rounded inputs: rounding those alone may cost far more than the tolerance. */
function againstFloat64(one: Case, operation: Operation): Named[] {
  const rounded = { in: mapPacked(one.in, Math.fround), gy: mapPacked(one.gy, Math.fround) };
  const want = computed(one, operation, rounded, 'float64');
  const got = computed(one, operation, rounded, 'float32');
  return [...want].map(([name, tensor]) => ({
    name,
    ...compare(got.get(name) as Tensor, tensor, operation.k * roundoff),
  }));
}

/** Every output by its name, and every gradient the case asks for, as `d` and the name of the input. */
function computed(
  one: Case,
  operation: Operation,
  numbers: { readonly in: PackedByName; readonly gy: PackedByName },
  dtype: DType,
): Results {
  const tensors = (from: PackedByName): ByName =>
    Object.fromEntries(
      Object.entries(from).map(([name, [shape, data]]) => [name, new Tensor(ndarray(data, shape, dtype))]),
    );
  const [inputs, cotangents] = [tensors(numbers.in), tensors(numbers.gy)];
  const outputs = operation.run(inputs, one.attrs);
  const results = new Map(Object.entries(outputs));
  for (const name of Object.keys(one.grad)) {
    const input = inputs[name];
    if (!input) throw new RangeError(`expected a gradient for an input, but there is no input "${name}"`);
    const [dy, ...others] = Object.entries(cotangents);
    if (others.length > 0 || !outputs[dy?.[0]])
      throw new RangeError(`expected "gy" for the one output "${Object.keys(outputs).join('", "')}"`);
    results.set(`d${name}`, gradient(outputs[dy[0]], [input], { dy: dy[1] })[0]);
  }
  return results;
}

function mapPacked(tensors: PackedByName, f: (value: number) => number): PackedByName {
  return Object.fromEntries(
    Object.entries(tensors).map(([name, [shape, data]]) => [name, [shape, data.map(f)] as const]),
  );
}
