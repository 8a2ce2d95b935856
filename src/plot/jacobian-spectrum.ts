/** The eigenvalues of a Jacobian as dots beside its picture. */
import { eigenvalues } from './eigenvalues.js';
import type { PlotlyObject } from './figure.js';
import { findingOf, short } from './jacobian-finding.js';
import type { JacobianRecord } from './jacobian-finding.js';
import { readable } from './number.js';
import { ink, okabeIto } from './palette.js';

/** Eigenvalues as dots, and in words what (1, 1, …), x̂ and the others are multiplied by. */
export function spectrum(record: JacobianRecord, scaled: readonly (readonly number[])[]): PlotlyObject[] {
  const values = eigenvalues(scaled);
  const { one, along, passed } = findingOf(record);
  const marks = [
    // Begins left of its dot, so that it ends before the axis on a phone too.
    { rank: 0.3, y: values[0] - 0.03, text: `×${short(one)}: (1, 1, …)`, at: 'bottom right' },
    { rank: 2, y: (values[1] ?? values[0]) + 0.03, text: `×${short(along)}: x̂`, at: 'top right' },
    {
      rank: values.length,
      y: values[values.length - 1] + 0.03,
      text: `×1: ${passed} others`,
      at: 'top left',
    },
  ].filter(({ rank }) => rank < values.length || passed > 0);
  const placed = { type: 'scatter', xaxis: 'x2', yaxis: 'y2', showlegend: false, cliponaxis: false };
  return [
    {
      ...placed,
      name: 'eigenvalues',
      mode: 'markers',
      x: values.map((_, n) => n + 1),
      y: values,
      marker: { color: okabeIto[2], size: 8, opacity: 1, line: { width: 0 } },
      hoverinfo: 'text',
      hovertext: values.map((value, n) => `<b>eigenvalue ${n + 1}</b><br>${readable(value)}`),
    },
    {
      ...placed,
      name: 'directions',
      mode: 'text',
      x: marks.map(({ rank }) => rank),
      y: marks.map(({ y }) => y),
      text: marks.map(({ text }) => text),
      textposition: marks.map(({ at }) => at),
      textfont: { size: 13, color: ink },
      hoverinfo: 'skip',
    },
  ];
}
