import type { Shown } from './exercise.js';

/** Rows of numbers. */
type Table = readonly (readonly number[])[];

const most = 12;

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
  const size = Math.max(0, ...[...expected, ...got].flat().filter(Number.isFinite).map(Math.abs));
  const write = (table: Table): string[][] =>
    view.see(table).map((list) => list.map((value) => short(withoutRounding(value, size), digits)));
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

/** Beside numbers near 1, a rounding error of 1e-16 is nothing. */
function withoutRounding(value: number, size: number): number {
  return Math.abs(value) < 1e-15 * size ? 0 : value;
}

function short(value: number, digits: number): string {
  if (!Number.isFinite(value) || (Number.isInteger(value) && Math.abs(value) < 1e9)) return String(value);
  const size = Math.abs(value);
  return size < 1e-3 || size >= 1e9 ? value.toExponential(digits) : value.toFixed(digits);
}
