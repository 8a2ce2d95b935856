/** Where a gradient is wrong: the error of every entry as a coloured cell, on one scale for all gradients compared. */
import { axisTitle } from './axis.js';
import type { Axis } from './axis.js';
import { cells } from './cells.js';
import type { Figure } from './figure.js';
import { readable } from './number.js';
import { viridisAt } from './palette.js';
import { withSlider } from './with-slider.js';

/** The errors of one gradient. */
export interface ErrorRecord {
  /** Whose gradient it is: 'without γ'. */
  readonly name: string;
  /** errors[word][feature], ≥ 0. */
  readonly errors: readonly (readonly number[])[];
}

/** Colours go from here, dark, … */
const least = 1e-12;
/** … to here, light. */
const most = 1;
const value: Axis = { label: 'Error', unit: 'absolute', log: true };

/**
 * A grid of words by features with the error of each entry; a slider over the gradients.
 *
 * @throws RangeError where there is no gradient, or no entry in one.
 * @example
 * errorCells([{ name: 'right', errors: [[1e-11, 2e-11]] }, { name: 'zeros', errors: [[0.3, 1.2]] }]);
 */
export function errorCells(
  records: readonly ErrorRecord[],
  options: { readonly initial?: string } = {},
): Figure {
  if (records.length === 0) throw new RangeError('errorCells: needs at least one gradient.');
  const told = records.map((one) => `${one.name} ${short(largest(one))}`);
  return withSlider(
    records.map((record) => ({ value: record.name, figure: oneGradient(record) })),
    {
      label: 'way back',
      initial: options.initial ?? records[0].name,
      alt: `The error of each entry of dx as coloured cells. Largest error of each way back: ${told.join(', ')}.`,
    },
  );
}

function oneGradient(record: ErrorRecord): Figure {
  const [x, y]: Axis[] = [
    { label: 'Feature', unit: 'counted from 0' },
    { label: 'Word', unit: 'counted from 1', ticks: countedFrom1(record.errors.length) },
  ];
  return cells({
    title: 'Entry by entry, a mistake cannot hide',
    subtitle: `${record.name}: largest error ${short(largest(record))}\neach shade is a power of ten: dark is 10⁻¹² or less, light is 1 or more`,
    alt: '',
    x,
    y,
    grids: [
      {
        name: '',
        cells: record.errors.map((row, r) =>
          row.map((error, c) => ({
            text: short(error),
            colour: Number.isFinite(error) ? viridisAt(share(error)) : null,
            hover: `<b>Error: ${readable(error)}</b><br>word ${r + 1}, feature ${c}`,
          })),
        ),
      },
    ],
    records: {
      columns: ['word', 'feature', axisTitle(value)],
      rows: record.errors.flatMap((row, r) => row.map((error, c) => [r + 1, c, error])),
    },
    rowHeight: Math.max(40, 160 / record.errors.length), // The name of the axis needs its height too.
  });
}

/** Words are named as in the text: the first row is word 1. */
function countedFrom1(count: number): NonNullable<Axis['ticks']> {
  const values = Array.from({ length: count }, (_, row) => row);
  return { values, labels: values.map((row) => String(row + 1)) };
}

function largest({ errors }: ErrorRecord): number {
  return errors.flat().reduce((a, b) => Math.max(a, b), 0);
}

/** Where an error stands between the two ends of the colours, by its logarithm. */
function share(error: number): number {
  return (Math.log10(Math.max(error, least)) - Math.log10(least)) / (Math.log10(most) - Math.log10(least));
}

function short(error: number): string {
  return readable(Number(error.toPrecision(1)));
}
