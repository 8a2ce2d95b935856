import { pathToFileURL } from 'node:url';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { derivations } from '../../src/derive/index.js';
import { derivation } from '../../src/notebook/index.js';
import { inChromium, launch, pageIn } from '../browser/chromium.js';

const name = 'layer-norm-dx';
const count = derivations[name].lines.length;
const html = derivation(name).toHTML();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'normlab-derivation-'));
let browser: Promise<Browser> | undefined;
afterAll(async () => {
  await (await browser)?.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

interface Settings {
  readonly scripts?: boolean;
  readonly width?: number;
}

/** A page whose body was written to disk. */
async function pageOf(body: string, { scripts = true, width = 900 }: Settings = {}): Promise<Page> {
  browser ??= launch();
  const file = path.join(folder, 'page.html');
  fs.writeFileSync(file, `<!DOCTYPE html><meta charset="utf-8"><body>${body}</body>`);
  const viewport = { width, height: 800 };
  const page = await pageIn(await browser, { javaScriptEnabled: scripts, viewport });
  await page.goto(pathToFileURL(file).href);
  return page;
}

/** Puts outputs into a page that stands already, as JupyterLab does: their scripts run because they are made anew. */
async function notebookWith(...outputs: readonly string[]): Promise<Page> {
  const page = await pageOf('');
  await page.evaluate(`for (const one of ${JSON.stringify(outputs)}) {
    const output = document.createElement('div');
    output.innerHTML = one;
    document.body.append(output);
    for (const script of output.querySelectorAll('script')) {
      const made = document.createElement('script');
      made.textContent = script.textContent;
      script.replaceWith(made);
    }
  }`);
  return page;
}

const visible = (page: Page): Promise<number> => page.locator('.line:visible').count();
const press = (page: Page, text: string): Promise<void> =>
  page.getByRole('button', { name: text }).first().click({ force: true });

inChromium('every line stands there without scripts, and in a page that is read', async () => {
  expect(await visible(await pageOf(html, { scripts: false }))).toBe(count);
  const page = await pageOf(html);
  expect(await visible(page)).toBe(count);
  expect(await page.locator('.controls').isVisible()).toBe(true);
});

inChromium('in a notebook one line comes after the other, and print has them all', async () => {
  const page = await notebookWith(html);
  const seen = [await visible(page)];
  for (const step of ['next line', 'all', 'back', 'all', 'from the start', 'back']) {
    await press(page, step);
    seen.push(await visible(page));
  }
  expect(seen).toEqual([1, 2, count, count - 1, count, 1, 1]);
  expect(await page.locator('output').textContent()).toBe(`line 1 of ${count}`);
  await page.emulateMedia({ media: 'print' });
  expect(await visible(page)).toBe(count);
  expect(await page.locator('.controls').isVisible()).toBe(false);
});

inChromium('the keyboard steps as well, and keeps its place at the end', async () => {
  const page = await notebookWith(html);
  await page.getByRole('button', { name: 'next line' }).focus();
  const seen: number[] = [];
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft', 'End', 'Home', 'Enter']) {
    await page.keyboard.press(key);
    seen.push(await visible(page));
  }
  expect(seen).toEqual([2, 3, 2, count, 1, 2]);
  for (let i = 0; i < count; i++) await page.keyboard.press('Enter');
  expect(await page.locator(':focus').textContent()).toBe('next line');
  expect(await page.locator(':focus').getAttribute('aria-disabled')).toBe('true');
});

inChromium('two on one page step by themselves', async () => {
  const page = await notebookWith(html, html);
  await press(page, 'next line');
  expect(await visible(page)).toBe(3);
});

inChromium('what was tested appears under the pointer, and where the focus is', async () => {
  const page = await pageOf(html);
  const evidence = page.locator('.evidence').first();
  expect(await evidence.isVisible()).toBe(false);
  await page.locator('.normlab-verdict').first().hover();
  expect(await evidence.isVisible()).toBe(true);
  await page.mouse.move(0, 0);
  await page.locator('.normlab-verdict').first().focus();
  expect(await evidence.isVisible()).toBe(true);
});

inChromium(
  'one of the two forms of a formula is seen: MathML, until something has typeset the TeX',
  async () => {
    const page = await pageOf(html);
    const [tex, mathml] = [
      page.locator('.math .normlab-tex').first(),
      page.locator('.math .normlab-mathml').first(),
    ];
    expect([await tex.isVisible(), await mathml.isVisible()]).toEqual([false, true]);
    await tex.evaluate((node) => Object.assign(node, { innerHTML: '<mjx-container>x</mjx-container>' }));
    expect([await tex.isVisible(), await mathml.isVisible()]).toEqual([true, false]);
  },
);

inChromium('a phone scrolls a long line, not the page', async () => {
  const page = await pageOf(derivation('layer-norm-backward').toHTML(), { width: 390 });
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
});
