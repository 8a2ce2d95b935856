import { escapeHtml } from './mathematics.js';

/** A data table: a row for each point of a figure. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** The parts of a plotly figure that an export reads. */
export interface Plotly {
  readonly data: readonly Trace[];
  readonly layout?: Readonly<Record<string, unknown>>;
  readonly frames?: readonly unknown[];
  readonly config?: Readonly<Record<string, unknown>>;
}

interface Trace {
  readonly name?: string;
  readonly x?: readonly unknown[];
  readonly y?: readonly unknown[];
  readonly z?: readonly (readonly unknown[])[];
  readonly visible?: boolean | 'legendonly';
  readonly hoverinfo?: string;
}

/** How many rows a page shows; the file beside it holds them all. */
const ROWS = 100;

/**
 * The numbers that came along with a figure of ours, for every position of its control. For any other figure: every
 * point drawn, as rows: its series, where it stands on each axis, and its value where the figure is a grid.
 * Traces that only decorate (hoverinfo `skip`) and hidden ones are left out.
 *
 * @example
 * tableOf({ data: [{ name: 'a', x: [1, 2], y: [3, 4] }] }).rows; // [['a', 1, 3], ['a', 2, 4]]
 */
export function tableOf({ data, layout = {} }: Plotly): Table {
  const { records } = (layout.meta ?? {}) as { readonly records?: Table };
  if (records) return records;
  const traces = data.filter((trace) => trace.hoverinfo !== 'skip' && trace.visible !== false);
  const grid = traces.some((trace) => trace.z);
  const axes = [axisTitle(layout, 'xaxis', 'x'), axisTitle(layout, 'yaxis', 'y')];
  return {
    columns: ['series', ...axes, ...(grid ? ['value'] : [])],
    rows: traces.flatMap((trace, i) => rowsOf(trace, trace.name ?? String(i + 1))),
  };
}

function rowsOf({ x, y, z }: Trace, series: string): (string | number | null)[][] {
  if (z)
    return z.flatMap((row, i) =>
      row.map((value, j) => [series, cell(x?.[j] ?? j), cell(y?.[i] ?? i), cell(value)]),
    );
  const longest = Array.isArray(x) ? x : Array.isArray(y) ? y : [];
  return longest.map((_, i) => [series, cell(x?.[i] ?? i), cell(y?.[i] ?? i)]);
}

function cell(value: unknown): string | number | null {
  return typeof value === 'number' || typeof value === 'string' ? value : null;
}

function axisTitle(layout: Readonly<Record<string, unknown>>, axis: string, otherwise: string): string {
  const title = (layout[axis] as { title?: string | { text?: string } } | undefined)?.title;
  return plain(typeof title === 'string' ? title : (title?.text ?? otherwise));
}

/** Plotly's labels may carry a few tags: `<b>x</b>` → `x`. */
export function plain(label: string): string {
  return label
    .replace(/<br\s*\/?>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .trim();
}

/** The table as HTML; above a hundred rows the rest is said, and where it stands. */
export function tableHtml({ columns, rows }: Table, file: string): string {
  const line = (cells: readonly unknown[], tag: string): string =>
    `<tr>${cells.map((value) => `<${tag}>${escapeHtml(shown(value))}</${tag}>`).join('')}</tr>`;
  const body = rows.slice(0, ROWS).map((row) => line(row, 'td'));
  const rest =
    rows.length > ROWS ? `<p>The other ${rows.length - ROWS} rows are in ${escapeHtml(file)}.</p>` : '';
  return `<div class="scroll"><table><thead>${line(columns, 'th')}</thead><tbody>${body.join('\n')}</tbody></table></div>${rest}`;
}

function shown(value: unknown): string {
  return typeof value === 'number'
    ? String(Number(value.toPrecision(6)))
    : typeof value === 'string'
      ? plain(value)
      : '';
}
