/** A small table of numbers, shown as text or HTML. */
import { readable } from './number.js';

/** One entry of a table. */
export type Cell = string | number | null;

/**
 * Named columns and rows, of which at most `most` are shown; a sentence says how many more there are.
 *
 * @example
 * new Table(['layer', 'size'], [[0, 1], [1, 0.35]]);
 */
export class Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly most: number;

  constructor(columns: readonly string[], rows: readonly (readonly Cell[])[], most = 10) {
    this.columns = columns;
    this.rows = rows;
    this.most = most;
  }

  /** Columns aligned by spaces. */
  toString(): string {
    const lines = [this.columns, ...this.shown()];
    const widths = this.columns.map((_, c) => Math.max(...lines.map((line) => line[c].length)));
    const text = lines.map((line) =>
      line
        .map((cell, c) => (this.isNumeric(c) ? cell.padStart(widths[c]) : cell.padEnd(widths[c])))
        .join('  ')
        .trimEnd(),
    );
    return [...text, ...this.remainder()].join('\n');
  }

  /** The same as an HTML table with a header row. */
  toHTML(): string {
    const side = (c: number): string => (this.isNumeric(c) ? 'right' : 'left');
    const row = (cells: readonly string[], tag: string, scope = ''): string =>
      `<tr>${cells.map((cell, c) => `<${tag}${scope} style="text-align:${side(c)}">${escape(cell)}</${tag}>`).join('')}</tr>`;
    const body = this.shown().map((cells) => row(cells, 'td'));
    const after = this.remainder().map((sentence) => `<p>${sentence}</p>`);
    return `<table><thead>${row(this.columns, 'th', ' scope="col"')}</thead><tbody>${body.join('')}</tbody></table>${after.join('')}`;
  }

  _repr_mimebundle_(): Record<string, string> {
    return { 'text/plain': this.toString(), 'text/html': this.toHTML() };
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }

  private shown(): string[][] {
    return this.rows
      .slice(0, this.most)
      .map((row) => row.map((cell) => (typeof cell === 'number' ? readable(cell) : (cell ?? ''))));
  }

  private remainder(): string[] {
    const more = this.rows.length - this.most;
    return more > 0
      ? [
          `… ${more} more ${more === 1 ? 'row' : 'rows'}: with ${this.rows.length} as last argument it shows all.`,
        ]
      : [];
  }

  private isNumeric(column: number): boolean {
    return this.rows.every((row) => typeof row[column] !== 'string');
  }
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
