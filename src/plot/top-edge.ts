/** What leaves a picture at the top: losses too large to be shown, and those that are no finite number. */
import type { Axis } from './axis.js';
import type { PlotlyObject } from './figure.js';
import { logTicks } from './log-ticks.js';
import { readable } from './number.js';
import { ink } from './palette.js';

/** A point that stands at the upper edge in place of its own. */
export interface Beyond {
  readonly x: number;
  /** 0 at the edge; further ones at the same x stand in rows below it. */
  readonly row: number;
  readonly colour: string;
  /** What its true value is, in words. */
  readonly hover: string;
}

/** Where the picture ends: its largest y, whether y is logarithmic, and the smallest y. */
export interface Edge {
  readonly top: number;
  readonly bottom: number;
  readonly log: boolean;
}

/** The words for the triangles, for a line under the title. */
export const beyondInWords = '▲ too large to show, or no finite number';

/** A loss in words, three digits of it. */
export function lossInWords(loss: number): string {
  return Number.isFinite(loss) ? readable(Number(loss.toPrecision(3))) : 'no finite number';
}

/** A loss as a table holds it: JSON has no infinity. */
export function lossInTable(loss: number): number | string {
  // Plus 0, for there is a −0, which JSON does not keep.
  if (Number.isFinite(loss)) return loss + 0;
  return Number.isNaN(loss) ? 'not a number' : 'infinite';
}

/** True for what does not fit under the edge. */
export function isBeyond(value: number, { top }: Edge): boolean {
  return !(value <= top);
}

/** The axis of a loss that ends there. */
export function lossAxis(label: string, { top, bottom, log }: Edge): Axis {
  const axis = { label, unit: 'nats', range: [bottom, top] as const };
  return log ? { ...axis, log, ticks: logTicks([bottom, top]) } : axis;
}

/**
 * A curve that ends at the edge where it leaves the picture and starts there where it comes back; in between it is not
 * drawn (NaN).
 */
export function underEdge(values: readonly number[], edge: Edge): number[] {
  const inside = (i: number): boolean => i >= 0 && i < values.length && !isBeyond(values[i], edge);
  return values.map((value, i) => {
    if (inside(i)) return value;
    return inside(i - 1) || inside(i + 1) ? edge.top : NaN;
  });
}

/** The curve of this name says under the pointer what it is, not where at the edge it was drawn. */
export function sayingTruth(trace: PlotlyObject, name: string, hovers: readonly string[]): PlotlyObject {
  return trace.name === name ? { ...trace, hovertext: hovers } : trace;
}

/** The points at the edge as triangles. */
export function beyondTrace(points: readonly Beyond[], { top, bottom, log }: Edge): PlotlyObject[] {
  if (points.length === 0) return [];
  const step = 0.045;
  const height = (row: number): number =>
    log ? top * Math.pow(bottom / top, step * row) : top - (top - bottom) * step * row;
  return [
    {
      type: 'scatter',
      mode: 'markers',
      name: 'beyond the picture',
      x: points.map(({ x }) => x),
      y: points.map(({ row }) => height(row)),
      marker: {
        symbol: 'triangle-up',
        size: 11,
        color: points.map(({ colour }) => colour),
        opacity: 1,
        line: { width: 1, color: ink },
      },
      hoverinfo: 'text',
      hovertext: points.map(({ hover }) => hover),
      showlegend: false,
      cliponaxis: false,
    },
  ];
}
