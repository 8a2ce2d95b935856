/**
 * Text in the colour of the page it stands on. Plotly knows one colour for a text; a span with CSS's `currentColor`
 * makes it follow the page instead: dark on a light page, light on a dark one, without drawing anew.
 */
import type { PlotlyObject } from './figure.js';

const [open, close] = ['<span style="color:currentColor">', '</span>'];

/** A text that takes the page's colour. */
function inPageInk(text: unknown): unknown {
  return typeof text === 'string' && text !== ''
    ? open + text.split('<br>').join(`${close}<br>${open}`) + close
    : text;
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

/** The traces with their legend names and the numbers outside their bars in the page's colour. */
export function traceInPageInk(trace: PlotlyObject): PlotlyObject {
  const named = 'name' in trace ? { name: inPageInk(trace.name) } : {};
  const outside = trace.textposition === 'outside' || trace.textposition === undefined;
  const text = Array.isArray(trace.text) && outside ? { text: trace.text.map(inPageInk) } : {};
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
  const value = part.currentvalue as PlotlyObject;
  return {
    ...part,
    currentvalue: {
      ...value,
      prefix: `${open}${String(value.prefix)}`,
      suffix: `${String(value.suffix)}${close}`,
    },
  };
}
