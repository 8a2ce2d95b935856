/** What exercises over plain arrays hand over: numbers, lists, tables and objects of these. */

/** One row for each example. */
export type Matrix = number[][];

/** Arguments of an exercise: plain data only. */
export type Inputs = readonly unknown[];

/** The same data, sharing nothing. */
export function copyOf<T>(data: T): T {
  return mapNumbers(data, (value) => value) as T;
}

/** The same structure with every number replaced. */
export function mapNumbers(data: unknown, f: (value: number) => number): unknown {
  if (typeof data === 'number') return f(data);
  if (Array.isArray(data)) return data.map((item) => mapNumbers(item, f));
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, item]) => [key, mapNumbers(item, f)]));
}

/** Tells whether two pieces of plain data hold the same numbers in the same places. */
export function same(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return Object.is(a, b);
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  return keys.length === others.length && keys.every((key) => same(Reflect.get(a, key), Reflect.get(b, key)));
}

/** A table of numbers, as opposed to a list. */
export function isMatrix(data: unknown): data is Matrix {
  return Array.isArray(data) && data.length > 0 && Array.isArray(data[0]);
}
