import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

const root = path.resolve(__dirname, '..', '..');

/** The Chromium that `environment/chromium.mjs` finds on this machine; that file is an ES module, which jest does not load. */
function found(): { file?: string; advice: string } {
  const ask = `import { findChromium, howToGetChromium as advice } from './environment/chromium.mjs';
    console.log(JSON.stringify({ file: findChromium(), advice }));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', ask], {
    cwd: root,
    encoding: 'utf8',
  });
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout) as { file?: string; advice: string };
}

const { file, advice } = found();
if (!file) process.stderr.write(`${advice}\n`);

/** `test` where there is a Chromium; elsewhere it counts as skipped, and how to get one has been said. */
export const inChromium: jest.It = file ? test : test['skip'];

/** Playwright gives up after half a minute, in which a busy machine may not even start a browser. */
const patience = 300_000;

/** A fresh Chromium with a profile of its own. */
export function launch(): Promise<Browser> {
  return chromium.launch({
    ...(file && { executablePath: file }),
    timeout: patience,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A page in a context of its own. */
export async function pageIn(browser: Browser, options?: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(patience);
  return context.newPage();
}
