/**
 * The still picture of a figure, drawn in a thread: plotly and the page it draws on take 80 MB, which V8 would search
 * again and again while cells train.
 */
import { join, parse } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Figure } from '../plot/index.js';
import type { StillFigure } from '../plot/static/index.js';

/** From the thread, one for each figure in order. */
export type Drawn = { svg: string } | { failure: string };

interface Waiting {
  resolve(svg: string): void;
  reject(reason: Error): void;
}

let thread: Worker | undefined;
const waiting: Waiting[] = [];

/**
 * A figure as SVG text, as `renderSvg` of plot/static gives it. The first takes about two seconds: its thread has to begin.
 *
 * @throws {Error} if the figure cannot be drawn.
 * @example
 * await stillPicture(figure); // '<svg xmlns=…'
 */
export function stillPicture(figure: Figure): Promise<string> {
  const { title, subtitle, alt, data, layout, position } = figure;
  const still: StillFigure = { title, subtitle, alt, data, layout, position };
  const drawing = (thread ??= begin());
  return new Promise((resolve, reject) => {
    drawing.postMessage(still);
    // A program waits for its pictures, and not for a thread that has none to draw.
    drawing.ref();
    waiting.push({ resolve, reject });
  });
}

/**
 * Begins the thread before there is a figure. A program need not wait for it.
 *
 * @example
 * beginDrawing();
 */
export function beginDrawing(): void {
  thread ??= begin();
  if (waiting.length === 0) thread.unref();
}

function begin(): Worker {
  const { dir, ext } = parse(__filename);
  // The sources need the hook by which Node reads them.
  const execArgv = ext === '.ts' ? ['-r', join(dir, '../kernel/typescript.cjs')] : [];
  // Within a limit V8 clears up earlier.
  const begun = new Worker(join(dir, `picture-thread${ext}`), {
    execArgv,
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  });
  begun.on('message', (drawn: Drawn) => {
    const { resolve, reject } = waiting.shift()!;
    if (waiting.length === 0) begun.unref();
    if ('svg' in drawn) resolve(drawn.svg);
    else reject(new Error(drawn.failure));
  });
  begun.on('error', (error) => {
    thread = undefined;
    for (const { reject } of waiting.splice(0)) reject(error);
  });
  return begun;
}
