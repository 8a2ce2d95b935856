import type { Tensor } from '../autograd/tensor.js';
import { formatNumber } from '../tensor/format.js';
import { formatShape } from '../tensor/shape.js';
import { escaped } from './card.js';

const mostRows = 4;
const mostColumns = 8;

interface Line {
  readonly name: string;
  readonly shape: string;
  /** One line of numbers for each row. */
  readonly rows: readonly string[];
}

/** A small table of named tensors: name, shape, numbers. */
export class Trace {
  readonly lines: readonly Line[];

  constructor(lines: readonly Line[]) {
    this.lines = lines;
  }

  toString(): string {
    const head: Line = { name: 'name', shape: 'shape', rows: ['values'] };
    const all = [head, ...this.lines];
    const [names, shapes] = [all.map(({ name }) => name.length), all.map(({ shape }) => shape.length)];
    return all
      .flatMap(({ name, shape, rows }) =>
        rows.map((row, i) =>
          `${(i === 0 ? name : '').padEnd(Math.max(...names))}  ${(i === 0 ? shape : '').padEnd(Math.max(...shapes))}  ${row}`.trimEnd(),
        ),
      )
      .join('\n');
  }

  toHTML(): string {
    const left = 'text-align:left;vertical-align:top';
    const head = ['name', 'shape', 'values'].map((title) => `<th scope="col" style="${left}">${title}</th>`);
    const body = this.lines.map(
      ({ name, shape, rows }) =>
        `<tr><th scope="row" style="${left}">${escaped(name)}</th><td style="${left};white-space:nowrap">${escaped(shape)}</td>` +
        `<td style="${left};white-space:pre;font-family:monospace">${escaped(rows.join('\n'))}</td></tr>`,
    );
    return `<table style="color:inherit;font-size:inherit"><thead><tr>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`;
  }

  _repr_mimebundle_(): Record<string, string> {
    return { 'text/plain': this.toString(), 'text/html': this.toHTML() };
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}

/**
 * Every intermediate with its shape and numbers, as a small table; long tensors are shortened.
 *
 * @param x What it starts from.
 * @param steps The intermediates by name, in order: tensors or plain numbers.
 * @example
 * trace(x, { mean, variance, xhat });
 */
export function trace(x: Tensor | number, steps: Readonly<Record<string, Tensor | number>> = {}): Trace {
  return new Trace([line('x', x), ...Object.entries(steps).map(([name, value]) => line(name, value))]);
}

function line(name: string, value: Tensor | number): Line {
  if (typeof value === 'number') return { name, shape: 'number', rows: [formatNumber(value)] };
  const shape = `${formatShape(value.shape)}${value.dtype === 'float32' ? ' float32' : ''}`;
  if (value.data.length === 0) return { name, shape, rows: ['(empty)'] };
  const columns = value.shape[value.shape.length - 1] ?? 1;
  const count = value.data.length / columns;
  const shown = Array.from({ length: Math.min(count, mostRows) }, (_, n) =>
    Array.from(value.data.subarray(n * columns, n * columns + Math.min(columns, mostColumns))),
  );
  const size = Math.max(...shown.flat().map(Math.abs).filter(Number.isFinite), 0);
  const cells = shown.map((row) => row.map((entry) => formatNumber(entry, size)));
  const width = Math.max(...cells.flat().map((cell) => cell.length));
  const rest = columns > mostColumns ? `  … ${columns - mostColumns} more` : '';
  const rows = cells.map((row) => row.map((cell) => cell.padStart(width)).join('  ') + rest);
  return { name, shape, rows: count > mostRows ? [...rows, `… ${count - mostRows} more rows`] : rows };
}
