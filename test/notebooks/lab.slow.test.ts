import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { inChromium, launch } from '../browser/chromium.js';
import { root } from './execute.js';
import { startLab } from './lab.js';

const screenshots = path.join(root, 'build', 'screenshots');

/** What JupyterLab's own parts write to the console of a healthy page. */
const harmless: readonly RegExp[] = [
  // A first visit: there is no stored workspace yet.
  /status of 404 .*\/lab\/api\/workspaces\//,
];

/** Collects what page and console complain of from now on. */
function complaintsOf(page: Page): string[] {
  const found: string[] = [];
  page.on('pageerror', (error) => found.push(`page: ${error.message}`));
  page.on('console', (message) => {
    const words = `${message.text()} ${message.location().url}`;
    if (message.type() === 'error' && !harmless.some((known) => known.test(words))) found.push(`console: ${words}`);
  });
  return found;
}

interface CellOfLab {
  readonly meant: boolean;
  readonly ran: boolean;
  readonly outputs: readonly { output_type: string; ename?: string; evalue?: string; data?: object }[];
}

/** Runs all cells as the menu does and gives what Lab then holds, once the kernel rests. */
async function runAll(page: Page): Promise<CellOfLab[]> {
  await page.locator('.jp-Notebook').waitFor({ timeout: 60_000 });
  return page.evaluate<CellOfLab[]>(`(async () => {
    await jupyterapp.restored;
    const panel = jupyterapp.shell.currentWidget;
    await panel.context.ready;
    await panel.sessionContext.ready;
    const cells = panel.content.widgets.filter(({ model }) => model.type === 'code');
    // The command ends at the first cell that fails, meant or not; the cells behind it still run.
    jupyterapp.commands.execute('notebook:run-all-cells').catch(() => undefined);
    const { kernel } = panel.sessionContext.session;
    const until = Date.now() + 120000;
    const working = () => kernel.status !== 'idle' || cells.some(({ model }) => model.executionCount === null);
    while (working() && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 100));
    return cells.map(({ model }) => ({
      meant: (model.getMetadata('tags') ?? []).includes('raises-exception'),
      ran: model.executionCount !== null,
      outputs: model.outputs.toJSON(),
    }));
  })()`);
}

/** Brings the nth figure that moves into view. Lab keeps only what is near the view in the page. */
async function figureThatMoves(page: Page): Promise<Locator> {
  await page.evaluate(`(async () => {
    const { content } = jupyterapp.shell.currentWidget;
    const moves = (output) => output.data?.['application/vnd.plotly.v1+json']?.layout?.sliders;
    const at = content.widgets.findIndex(({ model }) => model.outputs?.toJSON().some(moves));
    content.activeCellIndex = at;
    await content.scrollToItem(at, 'center');
  })()`);
  const figure = page.locator('.js-plotly-plot:has(.slider-container)').first();
  await figure.locator('.slider-rail-touch-rect').waitFor({ timeout: 30_000 });
  await figure.scrollIntoViewIfNeeded();
  return figure;
}

/** The lines a figure draws, as the page has them. */
function linesOf(figure: Locator): Promise<string> {
  return figure
    .locator('.cartesianlayer .trace .js-line')
    .evaluateAll((paths) => paths.map((one) => one.getAttribute('d')).join(' '));
}

/** Clicks the slider's rail near its end, then near its start, and gives the lines after each. */
async function moveSlider(page: Page, figure: Locator): Promise<string[]> {
  const seen: string[] = [];
  for (const share of [0.95, 0.03]) {
    const before = await linesOf(figure);
    // Lab may still be scrolling to the cell: a click that met nothing is tried again.
    for (let tries = 0; tries < 10 && (await linesOf(figure)) === before; tries++) {
      const rail = await figure.locator('.slider-rail-touch-rect').boundingBox();
      if (rail) await page.mouse.click(rail.x + share * rail.width, rail.y + rail.height / 2);
      await page.waitForTimeout(500);
    }
    seen.push(await linesOf(figure));
  }
  return seen;
}

async function picture(page: Page, theme: 'Light' | 'Dark', of: string): Promise<void> {
  await page.evaluate(`jupyterapp.commands.execute('apputils:change-theme', { theme: 'JupyterLab ${theme}' })`);
  await page.locator(`body[data-jp-theme-name="JupyterLab ${theme}"]`).waitFor({ state: "attached" });
  await page.waitForTimeout(500);
  await page.screenshot({ path: path.join(screenshots, `lab-${theme.toLowerCase()}-${of}.png`) });
}

inChromium('notebook 01 runs in JupyterLab, its slider moves the figure, and nothing complains', async () => {
  mkdirSync(screenshots, { recursive: true });
  const lab = await startLab('notebooks');
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const complaints = complaintsOf(page);
    await page.goto(lab.address('01-layer-norm.ipynb'));
    const cells = await runAll(page);
    expect(cells.filter((cell) => !cell.ran)).toEqual([]);
    const errors = cells.filter((cell) => !cell.meant).flatMap((cell) => cell.outputs);
    expect(errors.filter((output) => output.output_type === 'error')).toEqual([]);
    const figure = await figureThatMoves(page);
    const before = await linesOf(figure);
    const height = (await figure.boundingBox())?.height;
    const [far, near] = await moveSlider(page, figure);
    expect((await figure.boundingBox())?.height).toBe(height);
    expect(before).not.toBe('');
    expect(far).not.toBe(before);
    expect(near).not.toBe(far);
    await picture(page, 'Light', 'figure');
    await picture(page, 'Dark', 'figure');
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
    await lab.stop();
  }
});

/** Runs the cell of this name and waits until it has ended. */
async function runCell(page: Page, id: string): Promise<void> {
  await page.evaluate(`(async () => {
    await jupyterapp.restored;
    const { content, context, sessionContext } = jupyterapp.shell.currentWidget;
    await context.ready;
    await sessionContext.ready;
    content.activeCellIndex = content.widgets.findIndex(({ model }) => model.id === '${id}');
    await content.scrollToItem(content.activeCellIndex, 'center');
    await jupyterapp.commands.execute('notebook:run-cell');
  })()`);
}

inChromium('the curves of a training grow in JupyterLab while it trains, and end as a figure', async () => {
  const lab = await startLab('notebooks');
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(lab.address('02-why-normalize.ipynb'));
    await page.locator('.jp-Notebook').waitFor({ timeout: 60_000 });
    await runCell(page, 'imports');
    const ended = runCell(page, 'rates-live');
    const seen = new Set<string>();
    const picture = page.locator('.jp-RenderedSVG img').last();
    for (let over = false; !over; ) {
      over = await Promise.race([ended.then(() => true), page.waitForTimeout(300).then(() => false)]);
      const source = (await picture.count()) > 0 ? await picture.getAttribute('src') : '';
      const done = /(\d+) of \d+ steps, about/.exec(decodeURIComponent(source ?? ''))?.[1];
      if (done !== undefined) seen.add(done);
    }
    // On a quick machine it is over in three seconds, in which one picture fits.
    expect(seen.size).toBeGreaterThan(0);
    const title = page.locator('.js-plotly-plot .gtitle').last();
    await title.waitFor({ timeout: 30_000 });
    expect(await title.textContent()).toMatch(/after\s*120\s*updates/);
    expect(await page.locator('.jp-RenderedSVG').count()).toBe(0);
  } finally {
    await browser.close();
    await lab.stop();
  }
});
