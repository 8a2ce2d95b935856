/** How a block of numbers lies in memory: one row after another. */
import { cells } from './cells.js';
import type { Grid, GridCell } from './cells.js';
import type { Figure } from './figure.js';
import { okabeIto } from './palette.js';
import { withSlider } from './with-slider.js';

/**
 * A tensor of three axes as grids; each cell holds its place in the flat array, the pointer says how index and strides
 * give it. The slider is the axis: coloured is the walk along it from the first entry.
 *
 * @param shape Three sizes from 1; at most 6 grids of 12 × 12.
 * @throws RangeError for another shape.
 * @example
 * strides([2, 3, 4]); // entry [1, 2, 3] is number 23
 */
export function strides(shape: readonly [number, number, number]): Figure {
  if (
    shape.some((size) => !Number.isInteger(size) || size < 1) ||
    shape[0] > 6 ||
    shape[1] > 12 ||
    shape[2] > 12
  ) {
    throw new RangeError(
      `strides: expected a shape of at most [6, 12, 12] with sizes from 1, got [${shape.join(', ')}].`,
    );
  }
  const steps = [shape[1] * shape[2], shape[2], 1];
  const positions = steps.map((_, axis) => ({ value: String(axis), figure: alongAxis(shape, steps, axis) }));
  return withSlider(positions, {
    label: 'axis',
    initial: '2',
    alt:
      `A tensor of shape [${shape.join(', ')}] lies in memory as ${shape[0] * steps[0]} numbers in a row: one step along ` +
      `axis 0 skips ${steps[0]}, along axis 1 ${steps[1]}, along axis 2 ${steps[2]}.`,
  });
}

function alongAxis(shape: readonly number[], steps: readonly number[], axis: number): Figure {
  const [blocks, rows, columns] = shape.map((size) => Array.from({ length: size }, (_, i) => i));
  const offset = (at: readonly number[]): number => at.reduce((sum, i, k) => sum + i * steps[k], 0);
  const cell = (...at: number[]): GridCell => ({
    text: String(offset(at)),
    colour: at.every((i, k) => k === axis || i === 0) ? okabeIto[axis] : null,
    hover:
      `<b>x[${at.join(', ')}]</b> is number ${offset(at)} of the data<br>` +
      `${at.map((i, k) => `${i}·${steps[k]}`).join(' + ')} = ${offset(at)}`,
  });
  const grids: Grid[] = blocks.map((i) => ({
    name: `x[${i}]`,
    cells: rows.map((j) => columns.map((k) => cell(i, j, k))),
  }));
  const all = blocks.flatMap((i) => rows.flatMap((j) => columns.map((k) => [i, j, k])));
  return cells({
    title: `Shape [${shape.join(', ')}]: ${all.length} numbers in a row, read by strides`,
    subtitle: `axis ${axis}: one step along it skips ${steps[axis]} in the flat array`,
    alt: '',
    x: { label: 'Axis 2', unit: 'index' },
    y: { label: 'Axis 1', unit: 'index' },
    grids,
    records: {
      columns: ['axis 0', 'axis 1', 'axis 2', 'flat offset'],
      rows: all.map((at) => [...at, offset(at)]),
    },
  });
}
