import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { inChromium, launch, pageIn } from './chromium.js';

const root = path.resolve(__dirname, '..', '..');

/** The piece of a page as the kernel makes it: its script is source text that the kernel's own translation left. */
const script = `const { widgets } = require('./test/plot/examples.ts');
  process.stdout.write(widgets.projection3d().html);`;
const piece = execFileSync(process.execPath, ['-r', './src/kernel/typescript.cjs', '-e', script], {
  cwd: root,
  encoding: 'utf8',
});

let browser: Browser | undefined;
afterAll(() => browser?.close());

interface Opened {
  readonly page: Page;
  readonly errors: readonly string[];
  readonly drawn: () => Promise<string>;
}

/** Two of the pieces on one page, 390 px wide as a phone. */
async function open(javaScriptEnabled = true): Promise<Opened> {
  browser ??= await launch();
  const viewport = { width: 390, height: 800 };
  const page = await pageIn(browser, { viewport, hasTouch: true, javaScriptEnabled });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('request', (request) => {
    if (!/^(data|about):/.test(request.url())) errors.push(request.url());
  });
  await page.setContent(`<body style="margin:8px">${piece}${piece}</body>`);
  return { page, errors, drawn: () => page.locator('.normlab-turning svg').first().innerHTML() };
}

inChromium('a mouse, keys and buttons turn the picture, each picture for itself', async () => {
  const { page, errors, drawn } = await open();
  const first = page.locator('.normlab-turning svg').first();
  const seen = [await drawn()];
  const box = (await first.boundingBox())!;
  await page.mouse.move(box.x + 100, box.y + 100);
  await page.mouse.down();
  await page.mouse.move(box.x + 160, box.y + 120, { steps: 4 });
  await page.mouse.up();
  seen.push(await drawn());
  await page.mouse.move(box.x + 10, box.y + 10);
  expect(await drawn()).toBe(seen[1]);
  await first.focus();
  await page.keyboard.press('ArrowLeft');
  seen.push(await drawn());
  await page.getByRole('button', { name: 'along 1' }).first().click();
  seen.push(await drawn());
  expect(new Set(seen).size).toBe(4);
  await page.getByRole('button', { name: 'from the side' }).first().click();
  expect(await drawn()).toBe(seen[0]);
  expect(await page.locator('.normlab-turning svg').nth(1).innerHTML()).toBe(seen[0]);
  expect(errors).toEqual([]);
});

inChromium('a finger that goes sideways turns it', async () => {
  const { page, errors, drawn } = await open();
  const before = await drawn();
  const box = (await page.locator('.normlab-turning svg').first().boundingBox())!;
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number): Promise<unknown> =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: x === undefined ? [] : [{ x: box.x + x, y: box.y + 150 }],
    });
  await touch('touchStart', 100);
  for (const x of [110, 130, 150, 170]) await touch('touchMove', x);
  await touch('touchEnd');
  expect(await drawn()).not.toBe(before);
  expect(errors).toEqual([]);
});

inChromium('it fits a phone, and takes the text colour of the page', async () => {
  const { page } = await open();
  const { width, overflow } = await page.evaluate<{ width: number; overflow: number }>(
    `({ width: document.querySelector('.normlab-turning svg').getBoundingClientRect().width,
        overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth })`,
  );
  expect(width).toBeGreaterThan(340);
  expect(overflow).toBe(0);
  const colour = await page.evaluate<string>(
    `document.body.style.color = 'rgb(221, 221, 221)';
     getComputedStyle(document.querySelector('.normlab-turning text')).fill`,
  );
  expect(colour).toBe('rgb(221, 221, 221)');
});

inChromium('without script the still picture stands there', async () => {
  const { page } = await open(false);
  const image = page.locator('.normlab-turning img').first();
  expect(await image.isVisible()).toBe(true);
  expect((await image.boundingBox())!.height).toBeGreaterThan(300);
  expect(await page.locator('.normlab-turning svg').count()).toBe(0);
});
