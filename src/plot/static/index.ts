/** Figures as still pictures: SVG that needs no script, for GitHub, print and pages kept on disk. Node only. */
import type { Figure, PlotlyObject } from '../figure.js';
import { ink } from '../palette.js';
import { legendHeight, legendNames } from '../legend.js';
import { fontFamily, heading, headingHeight, wrap } from '../theme.js';
import { buttonHeight } from '../with-toggle.js';
import { sliderHeight } from '../with-slider.js';
import { openPage } from './page.js';
import type { Draw } from './page.js';

/** What of a figure a still picture shows: not its other frames, nor its numbers. */
export type StillFigure = Pick<Figure, 'title' | 'subtitle' | 'alt' | 'data' | 'layout' | 'position'>;

/** Size of the picture in px; the figure's own height unless told. */
export interface PictureSize {
  readonly width?: number;
  readonly height?: number;
}

/** Dark grey on the white card: 10 to 1. */
const darkInk = '#3C4043';
const captionLine = 18;

let page: Promise<Draw> | undefined;
let queue: Promise<unknown> = Promise.resolve();

/**
 * The figure as SVG text: the same bytes every time, with its title, its finding for screen readers, and, where the
 * figure has a control, a line that says where the control stands. A white card, so it reads on any page.
 *
 * @example
 * const svg = await renderSvg(signalByDepth(records), { width: 720 });
 */
export function renderSvg(figure: StillFigure, size: PictureSize = {}): Promise<string> {
  const drawn = queue.then(() => render(figure, size));
  queue = drawn.catch(() => undefined);
  return drawn;
}

/**
 * The page on which figures are drawn; whoever asks for it early has a first picture that takes no longer than the others.
 *
 * @example
 * void openedPage(); // two seconds of work, now
 */
export function openedPage(): Promise<Draw> {
  page ??= openPage();
  page.catch(() => (page = undefined));
  return page;
}

async function render(figure: StillFigure, { width = 720, height }: PictureSize): Promise<string> {
  const draw = await openedPage();
  const layout = stillLayout(figure, width, height);
  const svg = await draw(inDarkInk(figure.data), inDarkInk(layout), { width, height: Number(layout.height) });
  return card(svg, figure, width, Number(layout.height));
}

/** The layout without controls, its title wrapped to the width, and room for the caption in place of the control. */
function stillLayout(figure: StillFigure, width: number, height: number | undefined): PlotlyObject {
  const { sliders, updatemenus, ...layout } = figure.layout;
  const margin = layout.margin as { l: number; r: number; t: number; b: number };
  const columns = Math.floor((width - 32) / 8.8);
  const caption = captionOf(figure, width).length * captionLine;
  const names = legendNames(figure.data);
  const saved =
    headingHeight(figure.title, figure.subtitle) -
    headingHeight(figure.title, figure.subtitle, columns) +
    (layout.showlegend === true ? legendHeight(names) - legendHeight(names, width - margin.l - margin.r) : 0);
  const above = saved + (updatemenus === undefined ? 0 : buttonHeight);
  const below = (sliders === undefined ? 0 : sliderHeight) - caption;
  return {
    ...layout,
    title: heading(figure.title, figure.subtitle, columns),
    height: height ?? Number(layout.height) - above - below,
    margin: { ...margin, t: margin.t - above, b: margin.b - below },
  };
}

/** Where the control stands, in lines that fit the width; none where there is no control. */
function captionOf({ position }: StillFigure, width: number): string[] {
  if (position === '') return [];
  return wrap(
    `Shown at ${position}; move the control in the notebook to see the others.`,
    Math.floor((width - 32) / 6.6),
  );
}

function inDarkInk<T>(value: T): T {
  return JSON.parse(JSON.stringify(value).replaceAll(ink, darkInk)) as T;
}

function card(svg: string, figure: StillFigure, width: number, height: number): string {
  const content = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'));
  const label = escape(figure.alt);
  const caption = captionOf(figure, width).map(
    (text, line, { length }) =>
      `<text x="16" y="${height - 14 - (length - 1 - line) * captionLine}" fill="${darkInk}" ` +
      `style="font-family: ${fontFamily}; font-size: 13px; font-style: italic">${escape(text)}</text>`,
  );
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ',
    `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">`,
    `<title>${escape(figure.title)}</title><desc>${label}</desc>`,
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8" fill="#FFFFFF" stroke="#D5D8DB"/>`,
    content,
    ...caption,
    '</svg>',
  ].join('');
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
