import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { inChromium, launch, pageIn } from '../browser/chromium.js';
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
  await page.locator('.jp-Notebook').waitFor();
  return page.evaluate<CellOfLab[]>(`(async () => {
    await jupyterapp.restored;
    const panel = jupyterapp.shell.currentWidget;
    await panel.context.ready;
    await panel.sessionContext.ready;
    const cells = panel.content.widgets.filter(({ model }) => model.type === 'code');
    // The command ends at the first cell that fails, meant or not; the cells behind it still run.
    jupyterapp.commands.execute('notebook:run-all-cells').catch(() => undefined);
    const { kernel } = panel.sessionContext.session;
    const working = () => kernel.status !== 'idle' || cells.some(({ model }) => model.executionCount === null);
    while (working()) await new Promise((resolve) => setTimeout(resolve, 100));
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
  await figure.locator('.slider-rail-touch-rect').waitFor();
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
  const rail = figure.locator('.slider-rail-touch-rect');
  for (const share of [0.95, 0.03]) {
    const before = await linesOf(figure);
    // Lab may still be scrolling to the cell: a click waits until its place rests.
    const { width, height } = (await rail.boundingBox())!;
    await rail.click({ position: { x: share * width, y: height / 2 } });
    while ((await linesOf(figure)) === before) await page.waitForTimeout(50);
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
    const page = await pageIn(browser, { viewport: { width: 1280, height: 900 } });
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

/** From now on the page remembers how far the training was in each picture that it shows, however briefly. */
async function rememberPictures(page: Page): Promise<void> {
  await page.evaluate(`(() => {
    window.pictures = new Set();
    const look = () => {
      for (const { src } of document.querySelectorAll('.jp-RenderedSVG img')) {
        const done = /(\\d+) of \\d+ steps, about/.exec(decodeURIComponent(src))?.[1];
        if (done !== undefined) pictures.add(done);
      }
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributeFilter: ['src'] });
  })()`);
}

inChromium('the curves of a training grow in JupyterLab while it trains, and end as a figure', async () => {
  const lab = await startLab('notebooks');
  const browser = await launch();
  try {
    const page = await pageIn(browser, { viewport: { width: 1280, height: 900 } });
    await page.goto(lab.address('02-why-normalize.ipynb'));
    await page.locator('.jp-Notebook').waitFor();
    await runCell(page, 'imports');
    await rememberPictures(page);
    await runCell(page, 'rates-live');
    // On a quick machine it is over in three seconds, in which one picture fits.
    expect(await page.evaluate<string[]>('[...pictures]')).not.toEqual([]);
    const title = page.locator('.js-plotly-plot .gtitle').last();
    await title.waitFor();
    expect(await title.textContent()).toMatch(/after\s*120\s*updates/);
    expect(await page.locator('.jp-RenderedSVG').count()).toBe(0);
  } finally {
    await browser.close();
    await lab.stop();
  }
});
