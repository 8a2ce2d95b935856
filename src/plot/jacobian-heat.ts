/** The Jacobian of a normalization as a picture: its entries, and beside them its eigenvalues. */
import { indexTicks, plotlyAxis } from './axis.js';
import type { Axis } from './axis.js';
import { eigenvalues } from './eigenvalues.js';
import { sayEps } from './epsilon-dial.js';
import { Figure } from './figure.js';
import type { PlotlyObject } from './figure.js';
import { altOf, scaledOf, titleOf } from './jacobian-finding.js';
import type { JacobianRecord } from './jacobian-finding.js';
import { spectrum } from './jacobian-spectrum.js';
import { readable } from './number.js';
import { grid, ink, okabeIto, textOn, transparent } from './palette.js';
import { headingHeight } from './theme.js';
import { withSlider } from './with-slider.js';

/** Columns that still can be told apart on a phone, and columns whose numbers can be read in their cells. */
const [mostColumns, mostWritten] = [16, 4];
const height = 280;
const xAxis: Axis = { label: 'Input j', unit: 'index' };
const yAxis: Axis = { label: 'Output i', unit: 'index' };
const rankAxis: Axis = { label: 'Rank', unit: 'order' };
const valueAxis: Axis = { label: 'Eigenvalue', unit: 'pure number' };

/**
 * √(σ² + ε)·J as cells, blue below 0 and orange above, with its eigenvalues; a slider over ε where there are several
 * records. The factor takes the size of the word out: what is left says which directions pass.
 *
 * @throws RangeError for no record, more than 16 columns, or a Jacobian that is not square and symmetric (as one of
 * y = γ ⊙ x̂ + β need not be).
 * @example
 * jacobianHeat([{ eps: 0, variance: 1, xhat: [-1, 1], jacobian: [[0, 0], [0, 0]] }]);
 */
export function jacobianHeat(
  records: readonly JacobianRecord[],
  options: { readonly initial?: number } = {},
): Figure {
  if (records.length === 0) throw new RangeError('jacobianHeat: needs at least one record.');
  for (const { jacobian } of records) requireSymmetric(jacobian);
  const sorted = [...records].sort((a, b) => a.eps - b.eps);
  const words = { title: titleOf(sorted), alt: altOf(sorted) };
  if (sorted.length === 1) return oneEps(sorted[0], words);
  const positions = sorted.map((record) => ({ value: sayEps(record.eps), figure: oneEps(record, words) }));
  return withSlider(positions, { label: 'ε', initial: sayEps(options.initial ?? sorted[0].eps), ...words });
}

function requireSymmetric(matrix: readonly (readonly number[])[]): void {
  if (
    matrix.length === 0 ||
    matrix.length > mostColumns ||
    matrix.some((row) => row.length !== matrix.length)
  ) {
    throw new RangeError(`jacobianHeat: expected a square Jacobian of at most ${mostColumns} columns.`);
  }
  const largest = Math.max(...matrix.flat().map(Math.abs));
  for (const [i, row] of matrix.entries())
    for (const [j, value] of row.entries())
      if (!(Math.abs(value - matrix[j][i]) <= 1e-6 * largest)) {
        throw new RangeError(
          `jacobianHeat: expected a symmetric Jacobian, but [${i}, ${j}] is ${readable(value)} and [${j}, ${i}] is ` +
            `${readable(matrix[j][i])}. Take that of x̂, before γ and β.`,
        );
      }
}

function oneEps(record: JacobianRecord, { title, alt }: { title: string; alt: string }): Figure {
  const { eps, variance } = record;
  const scaled = scaledOf(record);
  const C = scaled.length;
  const subtitle = `ε = ${sayEps(eps)}, σ² = ${readable(variance)}. Blue is below 0, orange above; colour grows with √|entry|`;
  const top = headingHeight(title, subtitle) + 6;
  return new Figure({
    title,
    subtitle,
    alt,
    data: [cellsOf(scaled), ...spectrum(record, scaled)],
    layout: {
      height: top + height + 64,
      margin: { l: 56, r: 62, t: top, b: 64 },
      bargap: 0,
      barmode: 'overlay',
      ...axesOf(C),
    },
    records: {
      columns: ['what', 'row i, or rank', 'column j', 'value'],
      rows: [
        ...eigenvalues(scaled).map((value, n) => ['eigenvalue', n + 1, null, value]),
        ...scaled.flatMap((row, i) => row.map((value, j) => ['entry', i, j, value])),
      ],
    },
  });
}

/** Two pairs of axes beside each other, in shares that suit a phone. */
function axesOf(C: number): PlotlyObject {
  const bare = { showgrid: false, ticks: '', showline: false };
  return {
    xaxis: {
      ...plotlyAxis({ ...xAxis, ticks: indexTicks(C) }, [-0.5, C - 0.5], 0),
      ...bare,
      domain: [0, 0.62],
    },
    yaxis: { ...plotlyAxis({ ...yAxis, ticks: indexTicks(C) }, [C - 0.5, -0.5], 0), ...bare },
    xaxis2: {
      ...plotlyAxis({ ...rankAxis, ticks: { values: [1, C], labels: ['1', String(C)] } }, [0, C + 1], 0),
      domain: [0.68, 1],
      anchor: 'y2',
      showgrid: false,
      ticks: '',
    },
    yaxis2: { ...plotlyAxis(valueAxis, [-0.16, 1.16], 0), nticks: 4, anchor: 'x2', side: 'right' },
  };
}

/** The entries as bars one high. Colours let the page through, so that 0 is empty on a light and on a dark one. */
function cellsOf(scaled: readonly (readonly number[])[]): PlotlyObject {
  const all = scaled.flatMap((row, i) => row.map((value, j) => ({ i, j, value, share: shareOf(value) })));
  const hue = (value: number): string => okabeIto[value < 0 ? 0 : 1];
  const written = (value: number, share: number): string => {
    const text = String(Number(value.toFixed(2))).replace('-', '−');
    return `<span style="color:${share > 0.6 ? textOn(hue(value)) : ink}">${text}</span>`;
  };
  return {
    type: 'bar',
    name: 'entries',
    x: all.map(({ j }) => j),
    y: all.map(() => 1),
    base: all.map(({ i }) => i - 0.5),
    width: 1,
    marker: {
      color: all.map(({ value, share }) => transparent(hue(value), share)),
      line: { width: 0.5, color: grid },
    },
    text: all.map(({ value, share }) => (scaled.length > mostWritten ? '' : written(value, share))),
    textposition: 'inside',
    insidetextanchor: 'middle',
    textangle: 0,
    constraintext: 'none',
    insidetextfont: { size: 12 },
    hoverinfo: 'text',
    hovertext: all.map(
      ({ i, j, value }) => `<b>√(σ² + ε) · ∂x̂${lowered(i)}/∂x${lowered(j)}</b><br>${readable(value)}`,
    ),
  };
}

function shareOf(value: number): number {
  return Number(Math.min(1, Math.sqrt(Math.abs(value))).toFixed(2));
}

function lowered(index: number): string {
  return Array.from(String(index), (digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]).join('');
}
