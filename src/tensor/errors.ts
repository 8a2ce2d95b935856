import { formatShape } from './shape.js';

/**
 * A shape that cannot be used. The message names the operation, the argument, what was expected and what came,
 * and, where the usual cause is known, says in one sentence what to do.
 *
 * @example
 * new ShapeError('layerNorm', 'beta', '[4]', [1]).message; // 'layerNorm: expected beta of shape [4], got [1]'
 */
export class ShapeError extends RangeError {
  override readonly name = 'ShapeError';

  constructor(op: string, argument: string, expected: string, actual: readonly number[], remedy = '') {
    super(
      `${op}: expected ${argument} of shape ${expected}, got ${formatShape(actual)}${remedy && `. ${remedy}`}`,
    );
  }
}

/**
 * Lists, single numbers and arguments that were left out are told apart from arrays before anything is read from them.
 *
 * @throws {TypeError} if this is no array: it names the argument, and says what came in its place.
 */
export function requireArray(op: string, argument: string, value: unknown): void {
  if (typeof value === 'object' && value !== null && 'data' in value && 'shape' in value && 'dtype' in value)
    return;
  const remedy =
    value === undefined
      ? `It is given by name, ${op}({ ${argument} })`
      : 'tensor(…) makes one of numbers and of lists';
  throw new TypeError(`${op}: expected ${argument} to be a tensor, got ${said(value)}. ${remedy}`);
}

/**
 * @throws {TypeError} if this is no Map, such as the list or the plain object that other libraries take.
 */
export function requireMap(op: string, argument: string, value: unknown, remedy: string): void {
  const { keys, get } = Object(value) as Record<string, unknown>;
  if (typeof keys === 'function' && typeof get === 'function') return;
  throw new TypeError(`${op}: expected ${argument} as a Map by name, got ${said(value)}. ${remedy}`);
}

/** What a value is, in a sentence. */
export function said(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  switch (typeof value) {
    case 'undefined':
      return 'nothing';
    case 'string':
      return `'${value}'`;
    case 'number':
    case 'boolean':
      return String(value);
    case 'object':
      return value === null ? 'null' : `an object (${value.constructor?.name ?? 'plain'})`;
    default:
      return `a ${typeof value}`;
  }
}
