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
