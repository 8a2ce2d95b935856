/** A matrix of numbers as coloured cells, dark for small and light for large. */
import { axisTitle } from './axis.js';
import type { Axis } from './axis.js';
import { cells } from './cells.js';
import type { Figure } from './figure.js';
import { readable } from './number.js';
import { viridisAt } from './palette.js';

/** What `heat` needs. */
export interface HeatOptions {
  readonly title: string;
  readonly subtitle?: string;
  readonly alt: string;
  /** Along the columns, and down the rows. */
  readonly x: Axis;
  readonly y: Axis;
  /** What the numbers are, and their unit; where it has a range, colours run over that: from 0, say, so that what is not 0 looks so. */
  readonly value: Axis;
  /** values[row][column]; NaN leaves a cell without colour. */
  readonly values: readonly (readonly number[])[];
}

/**
 * Numbers in viridis' colours, each printed in its cell; on a logarithmic value axis colours follow the logarithm.
 *
 * @throws RangeError for no numbers, or more than 24 columns: they could not be read.
 * @example
 * heat({ title: 'Twice', alt: '…', x, y, value: { label: 'Size', unit: 'px' }, values: [[1, 2], [2, 4]] });
 */
export function heat(options: HeatOptions): Figure {
  const { values, x, y, value } = options;
  if (values.length === 0 || values[0].length === 0 || values[0].length > 24) {
    throw new RangeError('heat: needs from 1 to 24 columns and at least one row.');
  }
  const scaled = (one: number): number => (value.log === true ? Math.log10(one) : one);
  const finite = (value.range ?? values.flat()).map(scaled).filter(Number.isFinite);
  const [low, high] = [Math.min(...finite), Math.max(...finite)];
  const share = (one: number): number => (high === low ? 0.5 : (scaled(one) - low) / (high - low));
  const said = `${axisTitle(value)}: dark is small, light is large`;
  return cells({
    title: options.title,
    subtitle: options.subtitle === undefined ? said : `${options.subtitle}\n${said}`,
    alt: options.alt,
    x,
    y,
    grids: [
      {
        name: '',
        cells: values.map((row, r) =>
          row.map((one, c) => ({
            text: row.length > 12 ? '' : readable(Number(one.toPrecision(2))),
            colour: Number.isFinite(scaled(one)) ? viridisAt(share(one)) : null,
            hover: `<b>${value.label}: ${readable(one)}</b><br>${y.label} ${r}, ${x.label} ${c}`,
          })),
        ),
      },
    ],
    records: {
      columns: [axisTitle(y), axisTitle(x), axisTitle(value)],
      rows: values.flatMap((row, r) => row.map((one, c) => [r, c, one])),
    },
    rowHeight: 34,
  });
}
