/** The thread in which still pictures are drawn, one after another. Who started it listens. */
import { parentPort } from 'node:worker_threads';
import { openedPage, renderSvg } from '../plot/static/index.js';
import type { StillFigure } from '../plot/static/index.js';
import type { Drawn } from './still-picture.js';

const say = (drawn: Drawn): void => parentPort?.postMessage(drawn);

parentPort?.on('message', (figure: StillFigure) => void draw(figure));
// If it fails, the first figure says so.
openedPage().catch(() => undefined);

async function draw(figure: StillFigure): Promise<void> {
  try {
    say({ svg: await renderSvg(figure) });
  } catch (error) {
    say({ failure: error instanceof Error ? error.message : String(error) });
  }
}
