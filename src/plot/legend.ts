/** The legend over a picture: in reading order, in as many rows as a narrow page needs. */
import type { PlotlyObject } from './figure.js';
import { ink } from './palette.js';

/** Width of the plot in a page on a phone of 390 px, and height of a row of the legend, in px. */
const phoneWidth = 255;
const rowHeight = 21;

/** Legend above the plot's upper edge. */
export const legend: PlotlyObject = {
  orientation: 'h',
  x: 0,
  xanchor: 'left',
  y: 1,
  yanchor: 'bottom',
  maxheight: 1,
  itemwidth: 42,
  font: { size: 13, color: ink },
};

/** Px that the legend takes above a plot of this width: plotly gives every entry the width of the widest. */
export function legendHeight(names: readonly string[], width: number = phoneWidth): number {
  if (names.length < 2) return 6;
  const widths = names.map((name) => name.length * 6.8 + 60);
  const widest = Math.max(...widths);
  const total = widths.reduce((sum, one) => sum + one, 0);
  const rows = total <= width ? 1 : Math.ceil(names.length / Math.max(1, Math.floor(width / widest)));
  return 10 + rows * rowHeight;
}

/** The names that a figure's legend shows. */
export function legendNames(data: readonly PlotlyObject[]): string[] {
  return data.filter((trace) => trace.showlegend !== false).map((trace) => String(trace.name));
}
