/** Small pictures of numbers, in lines below each other: what goes in, and what comes out. */
import { cells } from './cells.js';
import type { Figure } from './figure.js';
import { readable } from './number.js';
import { viridisAt } from './palette.js';

/** Pictures that are looked at together, and so have one scale of brightness. */
export interface PictureLine {
  /** What they have in common: "before". */
  readonly name: string;
  /** values[row][column] of each picture. */
  readonly pictures: readonly (readonly (readonly number[])[])[];
}

/** What `pictures` needs. */
export interface PicturesOptions {
  readonly title: string;
  readonly subtitle?: string;
  readonly alt: string;
  /** The name of each column of pictures: "contrast 0.5". */
  readonly names: readonly string[];
  readonly lines: readonly PictureLine[];
}

/**
 * Pictures of one size in lines, dark for the smallest number of a line and light for the largest.
 *
 * @throws RangeError where lines differ in their number of pictures, or there is none.
 * @example
 * pictures({ title: 'Twice', alt: '…', names: ['one'], lines: [{ name: 'x', pictures: [[[0, 1], [1, 0]]] }] });
 */
export function pictures({ title, subtitle, alt, names, lines }: PicturesOptions): Figure {
  if (names.length === 0 || lines.length === 0 || lines.some((line) => line.pictures.length !== names.length))
    throw new RangeError('pictures: needs a picture for each name in every line.');
  const said = 'in each line dark is its smallest number, light its largest';
  return cells({
    title,
    subtitle: subtitle === undefined ? said : `${subtitle}\n${said}`,
    alt,
    x: { label: 'Column', unit: 'pixel' },
    y: { label: 'Row', unit: 'pixel' },
    perLine: names.length,
    rowHeight: 16,
    grids: lines.flatMap((line) => {
      const share = brightness(line);
      return line.pictures.map((rows, n) => ({
        name: `${line.name}, ${names[n]}`,
        cells: rows.map((row, r) =>
          row.map((value, c) => ({
            text: '',
            colour: viridisAt(share(value)),
            hover: `<b>${readable(value)}</b><br>row ${r}, column ${c}`,
          })),
        ),
      }));
    }),
    records: {
      columns: ['line', 'picture', 'row', 'column', 'value'],
      rows: lines.flatMap(({ name, pictures: all }) =>
        all.flatMap((rows, n) =>
          rows.flatMap((row, r) => row.map((value, c) => [name, names[n], r, c, value])),
        ),
      ),
    },
  });
}

/** Where a number lies between the smallest and the largest of its line. */
function brightness(line: PictureLine): (value: number) => number {
  const all = line.pictures.flat(2);
  const [low, high] = [all.reduce((a, b) => Math.min(a, b)), all.reduce((a, b) => Math.max(a, b))];
  return (value) => (high === low ? 0.5 : (value - low) / (high - low));
}
