/** A page without a browser: plotly in jsdom, with text measured by real font metrics and random ids that are seeded. */
import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import type { PlotlyObject } from '../figure.js';
import { boxOf, boxOnPage } from './geometry.js';
import type { Box, SvgElement } from './geometry.js';
import { arimo } from './metrics.js';
import type { Measure } from './metrics.js';

interface Plotly {
  newPlot(at: unknown, data: unknown, layout: unknown, config: unknown): Promise<unknown>;
  Snapshot: { toSVG(at: unknown, format: 'svg'): string };
  purge(at: unknown): void;
}

/** Draws plotly's data and layout as SVG text. */
export type Draw = (
  data: unknown,
  layout: PlotlyObject,
  size: { width: number; height: number },
) => Promise<string>;

/** Starts the page; takes about two seconds. */
export async function openPage(): Promise<Draw> {
  const [{ JSDOM }, measure] = await Promise.all([import('jsdom'), arimo()]);
  const page = new JSDOM('<!doctype html><body></body>', {
    runScripts: 'outside-only',
    pretendToBeVisual: true,
  });
  const window = page.window as unknown as PageWindow;
  fillGaps(window, measure);
  const file = require.resolve('plotly.js-dist/plotly.js');
  new Script(readFileSync(file, 'utf8'), { filename: file }).runInContext(page.getInternalVMContext());
  return async (data, layout, { width, height }) => {
    const text = JSON.stringify({ data, layout: { ...layout, width, height } });
    const copy = JSON.parse(text) as { data: unknown; layout: object };
    window.Math.random = seeded(text);
    const place = window.document.createElement('div');
    window.document.body.appendChild(place);
    try {
      await window.Plotly.newPlot(place, copy.data, copy.layout, { staticPlot: true });
      return window.Plotly.Snapshot.toSVG(place, 'svg');
    } finally {
      window.Plotly.purge(place);
      place.remove();
    }
  };
}

interface PageWindow {
  Plotly: Plotly;
  Math: { random: () => number };
  URL: { createObjectURL: () => string };
  matchMedia: () => object;
  HTMLCanvasElement: { prototype: { getContext: () => null } };
  SVGElement: { prototype: object };
  document: {
    createElement(tag: string): { remove(): void };
    body: { appendChild(child: unknown): void };
  };
}

/** What plotly asks of a browser and jsdom does not have. */
function fillGaps(window: PageWindow, measure: Measure): void {
  window.URL.createObjectURL = () => '';
  window.matchMedia = () => ({ matches: false, addListener: nothing, addEventListener: nothing });
  window.HTMLCanvasElement.prototype.getContext = () => null;
  Object.assign(window.SVGElement.prototype, {
    getBBox(this: SvgElement) {
      return rectangle(boxOf(this, measure));
    },
    getBoundingClientRect(this: SvgElement) {
      return rectangle(boxOnPage(this, measure));
    },
    getComputedTextLength(this: SvgElement) {
      return rectangle(boxOf(this, measure)).width;
    },
  });
}

function nothing(): void {}

function rectangle(box: Box | null): Box & { x: number; y: number; width: number; height: number } {
  const { left, top, right, bottom } = box ?? { left: 0, top: 0, right: 0, bottom: 0 };
  return { left, top, right, bottom, x: left, y: top, width: right - left, height: bottom - top };
}

/**
 * "Random" numbers that a picture's content decides (FNV-1a, mulberry32): its ids are the same every time, and differ
 * from those of another picture on the same page, whose clipping they would otherwise take over.
 */
function seeded(content: string): () => number {
  let state = 0x811c9dc5;
  for (let i = 0; i < content.length; i += 1) state = Math.imul(state ^ content.charCodeAt(i), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
