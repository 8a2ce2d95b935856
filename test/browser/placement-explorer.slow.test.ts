import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { libraryInPage } from '../../src/cli/export/library.js';
import { placementProfile } from '../../src/experiments/placement-profile.js';
import { placementPicture } from '../../src/plot/index.js';
import { rangesOf } from '../../src/plot/explorer/picture.js';
import { inChromium, launch, pageIn } from './chromium.js';

const root = path.resolve(__dirname, '..', '..');
const run = (script: string): string =>
  execFileSync(process.execPath, ['-r', './src/kernel/typescript.cjs', '-e', script], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });

const states = [2, 6].flatMap((depth) => [
  placementProfile({ sum: true, depth }),
  placementProfile({ before: true, depth }),
]);
/** The piece of a page, and the library for it, made by Node as the kernel and the export make them. */
const piece = run(`const { placementExplorer } = require('./src/plot/index.ts');
  process.stdout.write(placementExplorer(${JSON.stringify(states)}).html);`);
const library = run(`const { libraryInPage } = require('./src/cli/export/library.ts');
  process.stdout.write(libraryInPage(process.cwd()));`);

let browser: Browser | undefined;
afterAll(() => browser?.close());

async function open({ withLibrary = true, javaScriptEnabled = true } = {}): Promise<{
  page: Page;
  errors: string[];
}> {
  browser ??= await launch();
  const viewport = { width: 390, height: 800 };
  const page = await pageIn(browser, { viewport, hasTouch: true, javaScriptEnabled });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('request', (request) => {
    if (!/^(data|about):/.test(request.url())) errors.push(request.url());
  });
  const script = withLibrary ? `<script>${library.replace(/<\/script/g, '<\\/script')}</script>` : '';
  await page.setContent(`<body style="margin:8px">${piece}${script}</body>`);
  return { page, errors };
}

/** A tap becomes a click in a moment of its own, after which the button is pressed. */
async function tap(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).tap();
  await page.getByRole('button', { name, pressed: true }).waitFor();
}

const picture = (page: Page, n: number): Promise<string> =>
  page.locator('.normlab-explorer svg').nth(n).innerHTML();
/** As the page itself writes it. */
const asWritten = (page: Page, svg: string): Promise<string> =>
  page.evaluate<string>(
    `(() => { const s = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
      s.innerHTML = ${JSON.stringify(svg)}; return s.innerHTML; })()`,
  );
const ranges = rangesOf(states);

inChromium('what is computed in the page is what was computed when the cell ran, bit for bit', async () => {
  const { page, errors } = await open();
  const asked = [
    { sum: true, depth: 2 },
    { before: true, after: true, sum: true, alpha: true, gate: true, depth: 6 },
  ];
  for (const sockets of asked) {
    const inPage = await page.evaluate<unknown>(`normlab.placementProfile(${JSON.stringify(sockets)})`);
    expect(inPage).toEqual(JSON.parse(JSON.stringify(placementProfile(sockets))));
  }
  await tap(page, 'norm before');
  await page.getByText('Pre-LN, 2 blocks of two sub-layers:').waitFor();
  expect(await picture(page, 1)).toBe(await asWritten(page, placementPicture(states[1], ranges)));
  await tap(page, 'Pre-LN');
  expect(await picture(page, 0)).toBe(await picture(page, 1));
  expect(errors).toEqual([]);
});

inChromium('a finger and the keyboard change placement and depth', async () => {
  const { page, errors } = await open({ withLibrary: false });
  await tap(page, 'Pre-LN');
  expect(await picture(page, 0)).toBe(await asWritten(page, placementPicture(states[1], ranges)));
  await page.getByRole('button', { name: '6', exact: true }).focus();
  await page.keyboard.press('Enter');
  expect(await picture(page, 0)).toBe(await asWritten(page, placementPicture(states[3], ranges)));
  expect(await page.getByRole('button', { name: 'norm on the sum' }).isVisible()).toBe(false);
  expect(await page.getByText('there the library is in the page').isVisible()).toBe(true);
  const overflow = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect(overflow).toBe(0);
  expect(errors).toEqual([]);
});

inChromium('without script the still picture stands there', async () => {
  const { page } = await open({ javaScriptEnabled: false });
  expect(await page.locator('.normlab-explorer img').isVisible()).toBe(true);
  expect(await page.locator('.normlab-explorer svg').count()).toBe(0);
});

test('the library for a page is small and needs no module of Node', () => {
  expect(typeof libraryInPage).toBe('function');
  expect(library.length).toBeLessThan(300_000);
  expect(library).not.toMatch(/require\("node:|from"node:/);
});
