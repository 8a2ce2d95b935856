/**
 * Text in the colour of the page it stands on. Plotly knows one colour for a text; a span with CSS's `currentColor`
 * makes it follow the page instead: dark on a light page, light on a dark one, without drawing anew.
 */
import type { PlotlyObject } from './plotly-object.js';
import { ink } from './palette.js';

const [open, close] = ['<span style="color:currentColor">', '</span>'];

/** A text that takes the page's colour. */
function inPageInk(text: unknown): unknown {
  return typeof text === 'string' && text !== ''
    ? open + text.split('<br>').join(`${close}<br>${open}`) + close
    : text;
}

/** A text that has its own colour keeps it, unless that is the neutral grey. */
function coloured(text: unknown): unknown {
  return typeof text === 'string' && text.includes('<span')
    ? text.replace(ink, 'currentColor')
    : inPageInk(text);
}

/** The layout with its title, axis, mark and slider texts in the page's colour. */
export function layoutInPageInk(layout: PlotlyObject): PlotlyObject {
  return Object.fromEntries(
    Object.entries(layout).map(([key, value]) => {
      if (key === 'title') return [key, titled(value as PlotlyObject)];
      if (/^[xy]axis\d*$/.test(key)) return [key, axis(value as PlotlyObject)];
      if (key === 'annotations') return [key, (value as PlotlyObject[]).map(titled)];
      if (key === 'sliders') return [key, (value as PlotlyObject[]).map(slider)];
      return [key, value];
    }),
  );
}

/** The traces with their legend names and their numbers in the page's colour. */
export function traceInPageInk(trace: PlotlyObject): PlotlyObject {
  const named = 'name' in trace ? { name: inPageInk(trace.name) } : {};
  const text = Array.isArray(trace.text) ? { text: trace.text.map(coloured) } : {};
  return { ...trace, ...named, ...text };
}

function titled(part: PlotlyObject): PlotlyObject {
  return { ...part, text: inPageInk(part.text) };
}

function axis(part: PlotlyObject): PlotlyObject {
  const title = part.title === undefined ? {} : { title: titled(part.title as PlotlyObject) };
  const ticks = Array.isArray(part.ticktext)
    ? { ticktext: part.ticktext.map(inPageInk) }
    : { tickprefix: open, ticksuffix: close };
  return { ...part, ...title, ...ticks };
}

function slider(part: PlotlyObject): PlotlyObject {
  const { prefix, suffix, ...value } = part.currentvalue as PlotlyObject;
  const steps = (part.steps as PlotlyObject[]).map((step) => ({ ...step, label: inPageInk(step.label) }));
  const currentvalue = { ...value, prefix: `${open}${String(prefix)}`, suffix: `${String(suffix)}${close}` };
  return { ...part, currentvalue, steps };
}
