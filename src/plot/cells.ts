/** A tensor as grids of cells: one grid for each entry of its first axis, cells coloured by what they belong to. */
import { Figure } from './figure.js';
import type { PlotlyObject, Records } from './figure.js';
import { axisTitle, indexTicks, plotlyAxis } from './axis.js';
import type { Axis } from './axis.js';
import { ink, textOn } from './palette.js';
import { headingHeight } from './theme.js';

/** One cell: what stands in it, its colour, and what it says under the pointer. */
export interface GridCell {
  readonly text: string;
  /** A colour as #RRGGBB, or null for a cell that is not meant. */
  readonly colour: string | null;
  readonly hover: string;
}

/** A named grid; all grids of a picture have the same number of rows and columns. */
export interface Grid {
  readonly name: string;
  /** cells[row][column]. */
  readonly cells: readonly (readonly GridCell[])[];
}

/** What `cells` needs. */
export interface CellsOptions {
  readonly title: string;
  readonly subtitle?: string;
  readonly alt: string;
  /** Along the columns, and down the rows. */
  readonly x: Axis;
  readonly y: Axis;
  readonly grids: readonly Grid[];
  readonly records: Records;
  /** Height of a row in px. */
  readonly rowHeight?: number;
  /** How many grids stand side by side; the others stand below them. All of them unless said otherwise. */
  readonly perLine?: number;
}

/**
 * Grids side by side. Cells are bars, so that they are sharp at every size and need no canvas.
 *
 * @throws RangeError where there is no cell.
 * @example
 * cells({ title: 'One cell', alt: 'One cell, red.', x, y, records, grids: [{ name: 'a', cells: [[cell]] }] });
 */
export function cells(options: CellsOptions): Figure {
  const [first] = options.grids;
  if (first === undefined || first.cells.length === 0 || first.cells[0].length === 0) {
    throw new RangeError('cells: needs at least one grid with one cell.');
  }
  const named = options.grids.some(({ name }) => name !== '');
  const top = headingHeight(options.title, options.subtitle ?? '') + (named ? 28 : 6);
  const lineHeight = first.cells.length * (options.rowHeight ?? 46);
  const height = linesOf(options) * (lineHeight + between) - between;
  return new Figure({
    title: options.title,
    ...(options.subtitle === undefined ? {} : { subtitle: options.subtitle }),
    alt: options.alt,
    data: options.grids.map(gridTrace),
    layout: {
      height: top + height + 64,
      margin: { l: 64, r: 20, t: top, b: 64 },
      bargap: 0,
      barmode: 'overlay',
      ...Object.fromEntries(options.grids.flatMap((_, n) => gridAxes(options, n))),
      annotations: named ? options.grids.map(gridName) : [],
    },
    records: options.records,
  });
}

/** Room between two lines of grids, in px: for what stands under the upper ones and over the lower ones. */
const between = 84;

const linesOf = ({ grids, perLine = grids.length }: CellsOptions): number =>
  Math.ceil(grids.length / perLine);

/** The suffix of plotly's names for the n-th pair of axes. */
function axisNumber(n: number): string {
  return n === 0 ? '' : String(n + 1);
}

function gridTrace({ name, cells: rows }: Grid, n: number): PlotlyObject {
  const all = rows.flatMap((row, r) => row.map((cell, c) => ({ ...cell, r, c })));
  return {
    type: 'bar',
    name,
    xaxis: `x${axisNumber(n)}`,
    yaxis: `y${axisNumber(n)}`,
    x: all.map(({ c }) => c),
    y: all.map(() => 0.9),
    base: all.map(({ r }) => r - 0.45),
    width: 0.92,
    marker: { color: all.map(({ colour }) => colour ?? 'rgba(128,128,128,0.14)'), line: { width: 0 } },
    text: all.map(({ text, colour }) =>
      text === '' ? '' : inColour(text, colour === null ? ink : textOn(colour)),
    ),
    textposition: 'inside',
    insidetextanchor: 'middle',
    textangle: 0,
    constraintext: 'none',
    insidetextfont: { size: 13 },
    hoverinfo: 'text',
    hovertext: all.map(({ hover }) => hover),
  };
}

/** Said in the text itself: plotly forgets an array of text colours when a slider moves. */
function inColour(text: string, colour: string): string {
  return `<span style="color:${colour}">${text}</span>`;
}

function gridAxes(options: CellsOptions, n: number): [string, PlotlyObject][] {
  const { x, y, grids, perLine = grids.length } = options;
  const { cells: rows } = grids[n];
  const column = n % perLine;
  const across = plotlyAxis(
    { ...x, ticks: x.ticks ?? indexTicks(rows[0].length) },
    [-0.5, rows[0].length - 0.5],
    0,
  );
  const down = plotlyAxis(numbered(y, rows.length), [rows.length - 0.5, -0.5], 0);
  // Said once where it is too long to be said under each grid on a phone.
  const titled = column === 0 || (perLine <= 3 && axisTitle(x).length <= 16);
  const bare = { showgrid: false, ticks: '', linewidth: 0, showline: false };
  return [
    [
      `xaxis${axisNumber(n)}`,
      {
        ...across,
        ...bare,
        ...(titled ? {} : { title: { text: '' } }),
        tickangle: 0,
        domain: acrossDomain(column, perLine),
        anchor: `y${axisNumber(n)}`,
      },
    ],
    [
      `yaxis${axisNumber(n)}`,
      {
        ...down,
        ...bare,
        domain: downDomain(options, Math.floor(n / perLine)),
        anchor: `x${axisNumber(n)}`,
        ...(column === 0 ? {} : { title: { text: '' }, showticklabels: false }),
      },
    ],
  ];
}

function acrossDomain(column: number, perLine: number): [number, number] {
  const gap = 0.06;
  const width = (1 - gap * (perLine - 1)) / perLine;
  return [column * (width + gap), column * (width + gap) + width];
}

function downDomain(options: CellsOptions, line: number): [number, number] {
  const height = options.grids[0].cells.length * (options.rowHeight ?? 46);
  const whole = linesOf(options) * (height + between) - between;
  const top = 1 - (line * (height + between)) / whole;
  return [Math.max(0, top - height / whole), top];
}

function numbered(axis: Axis, count: number): Axis {
  const values = Array.from({ length: count }, (_, i) => i);
  return { ...axis, ticks: axis.ticks ?? { values, labels: values.map(String) } };
}

function gridName({ name, cells: rows }: Grid, n: number): PlotlyObject {
  return {
    text: `<b>${name}</b>`,
    x: (rows[0].length - 1) / 2,
    xref: `x${axisNumber(n)}`,
    y: 1,
    yref: `y${axisNumber(n)} domain`,
    yanchor: 'bottom',
    yshift: 2,
    showarrow: false,
    font: { size: 13, color: ink },
  };
}
