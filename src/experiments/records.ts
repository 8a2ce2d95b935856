/** Records as plain JSON, the same from every machine but for their seconds, and back. */
import type { Judged } from './claims.js';
import type { Experiment, PresetName, Result } from './experiment.js';
import { idOf, runs } from './runs.js';

/** JSON has no number for these. */
export type PlainNumber = number | 'Infinity' | '-Infinity' | 'NaN';

type PlainNumbers = Readonly<Record<string, PlainNumber | readonly PlainNumber[]>>;

/** A record as it stands in a file. */
export interface PlainRecord extends Omit<Result, 'setting' | 'metrics'> {
  readonly setting: PlainNumbers;
  readonly metrics: PlainNumbers;
}

/** All that one command found out, as it stands in a file. */
export interface Report {
  readonly experiment: string;
  readonly preset: PresetName;
  /** Of the library. */
  readonly version: string;
  readonly records: readonly PlainRecord[];
  readonly claims: readonly (Omit<Judged, 'value'> & { readonly value: PlainNumber })[];
}

/** Records in the order in which their runs are planned, then by seed, whatever the order in which they came. */
export function inOrder(experiment: Experiment, preset: PresetName, results: readonly Result[]): Result[] {
  const seeds = [...new Set(results.map(({ seed }) => seed))].sort((a, b) => a - b);
  const found = new Map(results.map((result) => [idOf(result), result]));
  return runs(experiment, preset, seeds).flatMap(({ id }) => found.get(id) ?? []);
}

/** A record for a file: always the same keys in the same order. */
export function toPlain(result: Result): PlainRecord {
  const { experiment, seed, arm, setting, metrics, dtype, backend, seconds } = result;
  return {
    ...{ experiment, seed, arm, setting: mapped(setting, plain), metrics: mapped(metrics, plain) },
    ...{ dtype, backend, seconds },
  };
}

/**
 * A record from a file.
 *
 * @throws {TypeError} if something else than a number, or the name of one, stands among its numbers.
 */
export function fromPlain(record: PlainRecord): Result {
  return { ...record, setting: mapped(record.setting, number), metrics: mapped(record.metrics, number) };
}

/** A number as JSON can hold it: `plain(1 / 0)` is `'Infinity'`. */
export function plain(value: number): PlainNumber {
  return Number.isFinite(value) ? value : (String(value) as PlainNumber);
}

const named: Readonly<Record<string, number>> = { Infinity: Infinity, '-Infinity': -Infinity, NaN: NaN };

function number(value: PlainNumber): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string' && Object.hasOwn(named, value)) return named[value];
  throw new TypeError(
    `record: expected a number, 'Infinity', '-Infinity' or 'NaN', got ${JSON.stringify(value)}`,
  );
}

/** Each number of some, alone or in an array, turned into something else. */
function mapped<From, To>(
  numbers: Readonly<Record<string, From | readonly From[]>>,
  turn: (value: From) => To,
): Record<string, To | readonly To[]> {
  const one = (value: From | readonly From[]): To | readonly To[] =>
    isMany(value) ? value.map(turn) : turn(value);
  return Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, one(value)]));
}

const isMany = <T>(value: T | readonly T[]): value is readonly T[] => Array.isArray(value);
