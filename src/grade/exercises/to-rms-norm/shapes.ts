import { Tensor } from '../../../autograd/tensor.js';
import { formatShape } from '../../../tensor/shape.js';

/** The shapes in a tower as words, and whether its norms have a β; what is no tensor has no shape. */
export function shapesOf(tower: unknown): Readonly<Record<string, string | undefined>> {
  const listOf = (name: string): unknown[] => {
    const list: unknown = typeof tower === 'object' && tower !== null ? Reflect.get(tower, name) : undefined;
    return Array.isArray(list) ? list : [];
  };
  const shapes = (name: string, parts: readonly string[]): string =>
    listOf(name)
      .map((one) => parts.map((part) => shapeOf(partOf(one, part))).join(' '))
      .join(', ');
  return {
    writers: shapes('writers', ['W', 'b']),
    norms: shapes('norms', ['gamma']),
    readers: shapes('readers', ['W', 'b']),
    beta:
      tower instanceof Object && listOf('norms').some((one) => partOf(one, 'beta') instanceof Tensor)
        ? 'β'
        : undefined,
  };
}

const partOf = (one: unknown, part: string): unknown =>
  typeof one === 'object' && one !== null ? Reflect.get(one, part) : undefined;
const shapeOf = (value: unknown): string => (value instanceof Tensor ? formatShape(value.shape) : 'nothing');
