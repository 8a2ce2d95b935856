/** Boxes of SVG elements, which jsdom does not compute: what plotly asks of a browser when it places text. */
import { ascent, descent } from './metrics.js';
import type { Measure } from './metrics.js';

/** What this file needs of a DOM element. */
export interface SvgElement {
  readonly tagName: string;
  readonly textContent: string | null;
  readonly children: ArrayLike<SvgElement>;
  readonly parentElement: SvgElement | null;
  getAttribute(name: string): string | null;
}

/** Left, top, right and bottom, in px. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** a, b, c, d, e, f of SVG's matrix(…). */
type Matrix = readonly [number, number, number, number, number, number];
const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** The box of an element in its own coordinates, before its own transform; null where it draws nothing. */
export function boxOf(element: SvgElement, measure: Measure): Box | null {
  if (/(^|;)\s*display:\s*none/.test(element.getAttribute('style') ?? '')) return null;
  const tag = element.tagName.toLowerCase();
  if (tag === 'text') return textBox(element, measure);
  if (tag === 'path') return pathBox(element.getAttribute('d') ?? '');
  if (tag === 'g' || tag === 'svg' || tag === 'a')
    return union(Array.from(element.children, (child) => placed(child, measure)));
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => number(element, name));
  if (tag === 'rect' || tag === 'image') return { left: x, top: y, right: x + width, bottom: y + height };
  if (tag === 'circle') {
    const [cx, cy, r] = ['cx', 'cy', 'r'].map((name) => number(element, name));
    return { left: cx - r, top: cy - r, right: cx + r, bottom: cy + r };
  }
  return null;
}

/** The box of an element in the coordinates of the outermost picture. */
export function boxOnPage(element: SvgElement, measure: Measure): Box | null {
  let box = placed(element, measure);
  for (let parent = element.parentElement; parent !== null && box !== null; parent = parent.parentElement) {
    box = transformed(box, matrixOf(parent));
  }
  return box;
}

function placed(element: SvgElement, measure: Measure): Box | null {
  const box = boxOf(element, measure);
  return box === null ? null : transformed(box, matrixOf(element));
}

function union(boxes: readonly (Box | null)[]): Box | null {
  return boxes.reduce(
    (all, box) =>
      all === null || box === null
        ? (all ?? box)
        : {
            left: Math.min(all.left, box.left),
            top: Math.min(all.top, box.top),
            right: Math.max(all.right, box.right),
            bottom: Math.max(all.bottom, box.bottom),
          },
    null,
  );
}

/** Text of one line, or of one line per `<tspan class="line">`, whose dy says how many em further down it stands. */
function textBox(text: SvgElement, measure: Measure): Box | null {
  if ((text.textContent ?? '') === '') return null;
  const lines = Array.from(text.children).filter((child) => child.getAttribute('class') === 'line');
  return union((lines.length > 0 ? lines : [text]).map((line) => lineBox(text, line, measure)));
}

function lineBox(text: SvgElement, line: SvgElement, measure: Measure): Box {
  const size = fontSize(line);
  const width = runWidth(line, measure);
  const anchor = style(text, 'text-anchor') ?? 'start';
  const x = number(line.getAttribute('x') === null ? text : line, 'x');
  const y = number(line.getAttribute('y') === null ? text : line, 'y') + shift(line, size);
  const left = x - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0);
  return { left, top: y - ascent * size, right: left + width, bottom: y + descent * size };
}

/** dy is given in em of the element, or in px. */
function shift(line: SvgElement, size: number): number {
  const dy = line.getAttribute('dy') ?? '0';
  return parseFloat(dy) * (dy.endsWith('em') ? size : 1);
}

function runWidth(run: SvgElement, measure: Measure): number {
  const parts = Array.from(run.children).filter((child) => /^(tspan|a)$/i.test(child.tagName));
  if (parts.length === 0) return measure(run.textContent ?? '', fontSize(run), isBold(run));
  const inside = parts.reduce((sum, part) => sum + runWidth(part, measure), 0);
  const inner = parts.map((part) => part.textContent ?? '').join('');
  const own = (run.textContent ?? '').length - inner.length;
  return inside + (own > 0 ? measure(outside(run, parts), fontSize(run), isBold(run)) : 0);
}

/** The text of a run that none of its parts holds. */
function outside(run: SvgElement, parts: readonly SvgElement[]): string {
  return parts.reduce((text, part) => text.replace(part.textContent ?? '', ''), run.textContent ?? '');
}

function style(element: SvgElement, name: string): string | null {
  const own = new RegExp(`(?:^|;)\\s*${name}:\\s*([^;]+)`).exec(element.getAttribute('style') ?? '')?.[1];
  return own?.trim() ?? element.getAttribute(name);
}

function fontSize(element: SvgElement): number {
  const own = style(element, 'font-size');
  if (own !== null && !own.endsWith('%')) return parseFloat(own);
  const outer = element.parentElement === null ? 12 : fontSize(element.parentElement);
  return own === null ? outer : (outer * parseFloat(own)) / 100;
}

function isBold(element: SvgElement): boolean {
  const own = style(element, 'font-weight');
  if (own !== null) return own === 'bold' || Number(own) >= 600;
  return element.parentElement !== null && isBold(element.parentElement);
}

/** Corners of a path; a curve is taken by its end points and an arc by its radius about them. */
function pathBox(d: string): Box | null {
  let [x, y] = [0, 0];
  const seen: Box[] = [];
  for (const [, command, rest] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const numbers = (rest.match(/-?\d*\.?\d+(?:e[-+]?\d+)?/g) ?? []).map(Number);
    const width = { h: 1, v: 1, a: 7, c: 6, q: 4, s: 4 }[command.toLowerCase()] ?? 2;
    for (let at = 0; at + width <= numbers.length; at += width) {
      const relative = command === command.toLowerCase() ? [x, y] : [0, 0];
      const tail = numbers.slice(at, at + width);
      if (command.toLowerCase() === 'h') x = relative[0] + tail[0];
      else if (command.toLowerCase() === 'v') y = relative[1] + tail[0];
      else [x, y] = [relative[0] + tail[width - 2], relative[1] + tail[width - 1]];
      seen.push({ left: x, top: y, right: x, bottom: y });
    }
  }
  return union(seen);
}

function number(element: SvgElement, name: string): number {
  return parseFloat(element.getAttribute(name) ?? '') || 0;
}

function transformed({ left, top, right, bottom }: Box, m: Matrix): Box {
  const corners = [
    [left, top],
    [right, top],
    [left, bottom],
    [right, bottom],
  ];
  const xs = corners.map(([x, y]) => m[0] * x + m[2] * y + m[4]);
  const ys = corners.map(([x, y]) => m[1] * x + m[3] * y + m[5]);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

/** The transform attribute: translate, rotate (about a point), scale, matrix, in any order. */
function matrixOf(element: SvgElement): Matrix {
  const text = element.getAttribute('transform') ?? '';
  return [...text.matchAll(/(\w+)\(([^)]*)\)/g)].reduce<Matrix>((all, [, name, list]) => {
    const v = list
      .split(/[\s,]+/)
      .filter((part) => part !== '')
      .map(Number);
    return times(all, single(name, v));
  }, identity);
}

function single(name: string, v: readonly number[]): Matrix {
  if (name === 'translate') return [1, 0, 0, 1, v[0], v[1] ?? 0];
  if (name === 'scale') return [v[0], 0, 0, v[1] ?? v[0], 0, 0];
  if (name === 'matrix') return [v[0], v[1], v[2], v[3], v[4], v[5]];
  if (name !== 'rotate') return identity;
  const [cos, sin] = [Math.cos((v[0] * Math.PI) / 180), Math.sin((v[0] * Math.PI) / 180)];
  const about: Matrix = [1, 0, 0, 1, v[1] ?? 0, v[2] ?? 0];
  const back: Matrix = [1, 0, 0, 1, -(v[1] ?? 0), -(v[2] ?? 0)];
  return times(times(about, [cos, sin, -sin, cos, 0, 0]), back);
}

function times(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}
