/** The numbers that show a mistake: input, wanted and got, wanted and got one under the other. */
import type { Shown } from '../exercise.js';
import type { Inputs } from './plain.js';

type Table = readonly (readonly number[])[];

const most = 12;

/** `x = [[1, 3]], eps = 0.3`. */
export function inputLine(names: readonly string[], inputs: Inputs): string {
  return inputs.map((value, i) => `${names[i]} = ${text(value)}`).join(', ');
}

/** Wanted and got around the place where they differ most, with as many digits as are needed to see it. */
export function aligned(
  part: string,
  expected: Table,
  got: Table,
  { row, column }: { readonly row: number; readonly column: number },
): Pick<Shown, 'expected' | 'got'> {
  const alike = expected.length === got.length && expected.every((list, n) => list.length === got[n].length);
  const view = alike ? around(expected, row, column) : { where: '', see: firstRows };
  const digits = alike ? digitsFor(expected[row]?.[column], got[row]?.[column]) : 4;
  const write = (table: Table): string[][] =>
    view.see(table).map((list) => list.map((value) => short(value, digits)));
  const [first, second] = [write(expected), write(got)];
  const width = Math.max(...[...first, ...second].flat().map((cell) => cell.length), 0);
  const line = (cells: string[][]): string => {
    const lists = cells.map((list) => `[${list.map((cell) => cell.padStart(width)).join(', ')}]`);
    const whole = lists.length === 1 ? lists[0] : `[${lists.join(', ')}]`;
    return `${part === '' ? '' : `${part} = `}${view.where}${whole}`;
  };
  return { expected: line(first), got: line(second) };
}

interface View {
  readonly where: string;
  see(table: Table): Table;
}

const firstRows = (table: Table): Table => table.slice(0, most).map((list) => list.slice(0, most));

/** The whole table where it is small, else the numbers around the place. */
function around(table: Table, row: number, column: number): View {
  if (table.flat().length <= most) return { where: '', see: (all) => all };
  const start = Math.max(0, Math.min(column - 2, table[row].length - most));
  const columns = table[row].length > most ? ` from column ${start}` : '';
  const rows = table.length > 1 ? `row ${row}` : '';
  const where = `${rows}${columns}`.trim();
  return {
    where: where === '' ? '' : `${where}: `,
    see: (all) => [all[row].slice(start, start + most)],
  };
}

/** Four digits after the point, or as many as tell the two apart. */
function digitsFor(a: number, b: number): number {
  for (const digits of [4, 6, 8, 10, 12]) if (short(a, digits) !== short(b, digits)) return digits;
  return 15;
}

function short(value: number, digits: number): string {
  if (!Number.isFinite(value) || (Number.isInteger(value) && Math.abs(value) < 1e9)) return String(value);
  const size = Math.abs(value);
  return size < 1e-3 || size >= 1e9 ? value.toExponential(digits) : value.toFixed(digits);
}

function text(value: unknown): string {
  if (typeof value === 'number') return String(Number(value.toPrecision(Math.abs(value) > 1e4 ? 12 : 5)));
  if (Array.isArray(value)) {
    const items: unknown[] = value;
    return `[${items.slice(0, most).map(text).join(', ')}${items.length > most ? ', …' : ''}]`;
  }
  if (typeof value !== 'object' || value === null) return String(value);
  const parts = Object.entries(value).map(([key, item]) => `${key}: ${text(item)}`);
  return `{ ${parts.join(', ')} }`;
}
