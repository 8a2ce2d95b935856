import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** A tensor as a golden file stores it: its shape, then its numbers row after row. */
export type Packed = readonly [readonly number[], readonly number[]];
/** Tensors by name. */
export type PackedByName = Readonly<Record<string, Packed>>;

/** One call of an operation with everything PyTorch says about it. */
export interface Case {
  readonly id: string;
  readonly op: string;
  readonly attrs: Readonly<Record<string, unknown>>;
  readonly in: PackedByName;
  readonly out: PackedByName;
  /** The cotangent of each output that is differentiated. */
  readonly gy: PackedByName;
  /** The gradient of Σ ⟨out, gy⟩ for each differentiable input. */
  readonly grad: PackedByName;
  readonly tol: number;
}

/** A whole training run: where it started, what it was fed, and what PyTorch had at each step. */
export interface Run {
  readonly name: string;
  readonly sizes: Readonly<Record<'d' | 'ff' | 'h' | 'L' | 'T' | 'V', number>>;
  readonly place: string;
  readonly norm: string;
  /** LayerNorm on each head of q and k. */
  readonly qk: boolean;
  readonly opt: string;
  readonly hyper: Readonly<Record<'lr' | 'momentum' | 'warm' | 'clip', number>>;
  readonly betas: readonly [number, number];
  readonly init: PackedByName;
  /** For each step the tokens and the targets, both [B][T]. */
  readonly batches: readonly (readonly [number[][], number[][]])[];
  /** Loss and joint gradient norm of each step, before its update. */
  readonly steps: readonly (readonly [number, number])[];
  readonly finalNorms: Readonly<Record<string, number>>;
  readonly tol: number;
}

/** What a golden file holds: calls of operations, or whole training runs. */
export type Golden = { readonly cases: readonly Case[] } | { readonly runs: readonly Run[] };

/** A file that cannot be used, in one sentence. */
export class GoldenError extends Error {
  override readonly name = 'GoldenError';
}

/**
 * Reads a golden file of either format.
 *
 * @throws {GoldenError} one sentence that names the file, if it is missing, is not JSON, or has another format.
 */
export function readGolden(path: string): Golden {
  const file = basename(path);
  const found = parsed(file, textOf(path));
  if (!isRecord(found) || !(Array.isArray(found.cases) || Array.isArray(found.runs)))
    throw new GoldenError(`${file}: expected a golden file with a list "cases" or a list "runs"`);
  if (Array.isArray(found.runs))
    return { runs: found.runs.map((run: unknown, i) => asRun(`${file}, run ${i}`, run)) };
  return { cases: (found.cases as unknown[]).map((one, i) => asCase(file, one, i)) };
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new GoldenError(
      `${path}: ${missing ? 'there is no such file' : 'this cannot be read as a file'}; give the path of a golden JSON file`,
    );
  }
}

/** JSON; where Python wrote its bare NaN and Infinity, which JSON does not know, they are taken as meant. */
function parsed(file: string, text: string): unknown {
  for (const attempt of [text, text.replace(/(?<=[[,:\s])(NaN|-?Infinity)(?=[\],}\s])/g, '"$1"')])
    try {
      return JSON.parse(attempt);
    } catch {
      // Tried again, then said.
    }
  throw new GoldenError(`${file}: expected JSON, and this is not; was the file cut off?`);
}

function asCase(file: string, value: unknown, i: number): Case {
  const where = `${file}, case ${i}`;
  if (!isRecord(value) || typeof value.id !== 'string' || typeof value.op !== 'string')
    throw new GoldenError(`${where}: expected an object with "id" and "op"`);
  const named = `${file}, case ${value.id}`;
  if (typeof value.tol !== 'number' || !(value.tol >= 0))
    throw new GoldenError(`${named}: expected "tol" to be a number that is not negative`);
  const tensors = (key: 'in' | 'out' | 'gy' | 'grad'): PackedByName =>
    byName(`${named}, "${key}"`, value[key] ?? {});
  return {
    id: value.id,
    op: value.op,
    attrs: isRecord(value.attrs) ? value.attrs : {},
    in: tensors('in'),
    out: tensors('out'),
    gy: tensors('gy'),
    grad: tensors('grad'),
    tol: value.tol,
  };
}

function asRun(where: string, value: unknown): Run {
  if (!isRecord(value) || !isRecord(value.cfg) || !isRecord(value.init))
    throw new GoldenError(`${where}: expected an object with "cfg" and "init"`);
  const { cfg } = value;
  const numbers = <K extends string>(from: Record<string, unknown>, keys: readonly K[]): Record<K, number> =>
    Object.fromEntries(keys.map((key) => [key, quantity(where, key, from[key])])) as Record<K, number>;
  const lists = ['batches', 'loss_gradnorm_by_step', 'betas'].filter((key) => !Array.isArray(value[key]));
  if (lists.length > 0) throw new GoldenError(`${where}: expected a list "${lists[0]}"`);
  const none = { momentum: value.momentum ?? 0, warm: value.warm ?? 0, clip: value.clip ?? 0 };
  return {
    name: String(value.name),
    sizes: numbers(cfg, ['d', 'ff', 'h', 'L', 'T', 'V']),
    place: String(cfg.place),
    norm: typeof cfg.norm === 'string' ? cfg.norm : 'ln',
    qk: cfg.qk === true,
    opt: String(value.opt),
    hyper: numbers({ ...value, ...none }, ['lr', 'momentum', 'warm', 'clip']),
    betas: value.betas as [number, number],
    init: byName(where, value.init),
    batches: value.batches as Run['batches'],
    steps: value.loss_gradnorm_by_step as Run['steps'],
    finalNorms: (value.final_param_norm ?? {}) as Record<string, number>,
    tol: quantity(where, 'tol', value.tol),
  };
}

function quantity(where: string, key: string, value: unknown): number {
  if (typeof value === 'number') return value;
  throw new GoldenError(`${where}: expected "${key}" to be a number, got ${JSON.stringify(value)}`);
}

function byName(where: string, value: unknown): PackedByName {
  if (!isRecord(value)) throw new GoldenError(`${where}: expected tensors by name`);
  return Object.fromEntries(
    Object.entries(value).map(([name, tensor]) => [name, packed(`${where}, "${name}"`, tensor)]),
  );
}

function packed(where: string, value: unknown): Packed {
  const [shape, data] = Array.isArray(value) ? (value as unknown[]) : [];
  if (!Array.isArray(shape) || !Array.isArray(data) || !shape.every(Number.isInteger))
    throw new GoldenError(`${where}: expected [shape, numbers]`);
  const numbers = data.map(asNumber);
  const size = (shape as number[]).reduce((product, length) => product * length, 1);
  const wrong = numbers.indexOf(undefined);
  if (wrong >= 0) throw new GoldenError(`${where}: expected numbers, got ${JSON.stringify(data[wrong])}`);
  if (numbers.length !== size)
    throw new GoldenError(
      `${where}: expected ${size} numbers for shape [${shape.join(', ')}], got ${numbers.length}`,
    );
  return [shape as number[], numbers as number[]];
}

function asNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  return value === 'NaN' || value === 'Infinity' || value === '-Infinity' ? Number(value) : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
