import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { inChromium, launch, pageIn } from '../browser/chromium.js';

const root = path.resolve(__dirname, '..', '..');
const screenshots = path.join(root, 'build', 'screenshots');

let home: string;
beforeAll(() => void (home = mkdtempSync(path.join(tmpdir(), 'normlab-test-'))));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** The command as npm runs it: from the project's folder, with INIT_CWD saying where it was typed. */
function run(...words: string[]): { code: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['-r', './src/kernel/typescript.cjs', 'src/cli/export.ts', ...words],
    { cwd: root, env: { ...process.env, INIT_CWD: home }, encoding: 'utf8' },
  );
  return { code: status, said: stdout + stderr };
}

test('a mistake in the words is answered with one sentence and the exit code 2', () => {
  mkdirSync(path.join(home, 'thesis'));
  writeFileSync(path.join(home, 'thesis', 'chapter.tex'), '');
  const fixture = path.join(root, 'test', 'notebooks', 'fixtures', 'every-kind.ipynb');
  for (const [words, sentence] of [
    [['nowhere.ipynb'], /^There is no notebook nowhere\.ipynb: name one/],
    [['--compare', 'thesis'], /^thesis is not an export/],
    [[fixture, '--out', 'thesis'], /^thesis is not empty and was not made by an export/],
  ] as const) {
    const { code, said } = run(...words);
    expect(said).toMatch(sentence);
    expect(said).not.toMatch(/\n\s+at /);
    expect(code).toBe(2);
  }
});

test('a cell that takes too long ends it with a sentence, and the option it names is there', () => {
  const source = 'for (;;);';
  const cell = { cell_type: 'code', id: 'long', execution_count: null, metadata: {}, outputs: [], source };
  const notebook = { cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 };
  writeFileSync(path.join(home, 'long.ipynb'), JSON.stringify(notebook));
  const { code, said } = run('long.ipynb', '--out', 'never', '--timeout', '1');
  expect(said).toMatch(/long\.ipynb: a cell took longer than 1 s: give more with --timeout/);
  expect(code).toBe(2);
});

/** Opens the page from disk; what asks for a network or complains is remembered. */
async function open(page: Page, address: string): Promise<string[]> {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('request', (request) => /^(file|data|blob):/.test(request.url()) || complaints.push(request.url()));
  await page.goto(address);
  return complaints;
}

const places: Record<string, BrowserContextOptions> = {
  desktop: { viewport: { width: 1400, height: 1000 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  dark: { viewport: { width: 1400, height: 1000 }, colorScheme: 'dark' },
  plain: { viewport: { width: 1000, height: 900 }, javaScriptEnabled: false },
};

inChromium(
  'the page opens from disk: its figure moves by keyboard, fits a phone, and shows without scripts',
  async () => {
    const { code, said } = run(
      path.join(root, 'test', 'notebooks', 'fixtures', 'every-kind.ipynb'),
      '--out',
      'page',
    );
    expect(said).toContain(`The page is ${path.join('page', 'index.html')}`);
    expect(code).toBe(0);
    mkdirSync(screenshots, { recursive: true });
    const browser = await launch();
    try {
      for (const [place, options] of Object.entries(places)) {
        const page = await pageIn(browser, options);
        const complaints = await open(page, pathToFileURL(path.join(home, 'page', 'index.html')).href);
        if (options.javaScriptEnabled === false) await expectStill(page);
        else await expectMoving(page);
        await page.screenshot({ path: path.join(screenshots, `page-${place}.png`) });
        expect(complaints).toEqual([]);
      }
    } finally {
      await browser.close();
    }
  },
);

async function expectStill(page: Page): Promise<void> {
  const picture = page.locator('figure img');
  expect(await picture.getAttribute('alt')).toBe('Powers of s: flat at s = 1, steep at s = 3.');
  expect((await picture.boundingBox())?.height).toBeGreaterThan(100);
}

async function expectMoving(page: Page): Promise<void> {
  const lines = (): Promise<string | null> => page.locator('.drawing .js-line').first().getAttribute('d');
  await page.locator('figure').scrollIntoViewIfNeeded();
  await page.locator('.drawing .js-line').first().waitFor({ state: 'attached' });
  const slider = page.getByRole('slider', { name: 's' });
  await slider.waitFor();
  const before = await lines();
  await slider.press('ArrowRight');
  const moved = `document.querySelector('.drawing .js-line')?.getAttribute('d') !== ${JSON.stringify(before)}`;
  await page.waitForFunction(moved);
  expect(await slider.getAttribute('aria-valuetext')).toBe('s = 2');
  const widths = await page.evaluate<number[]>('[document.documentElement.scrollWidth, window.innerWidth]');
  expect(widths[0]).toBeLessThanOrEqual(widths[1]);
}
