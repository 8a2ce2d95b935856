import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const usualPlaces = {
  darwin: ({ HOME }) => [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    `${HOME}/Applications/Google Chrome.app/Contents/MacOS/Google Chrome`,
  ],
  win32: (env) =>
    ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
      .filter((name) => env[name])
      .map((name) => path.win32.join(env[name], 'Google', 'Chrome', 'Application', 'chrome.exe')),
};

export const howToGetChromium =
  'No Chromium was found: install one (on Debian or Ubuntu: `sudo apt install chromium`) or name yours with CHROMIUM=/path/to/it.';

/** The path of a Chromium or Chrome of this machine: CHROMIUM, then PATH, then the usual places; undefined where there is none. */
export function findChromium({ env, platform, isFile = fs.existsSync } = process) {
  if (env.CHROMIUM) return isFile(env.CHROMIUM) ? env.CHROMIUM : undefined;
  const { join, delimiter } = platform === 'win32' ? path.win32 : path.posix;
  const ending = platform === 'win32' ? '.exe' : '';
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter(Boolean);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name + ending)));
  return [...onPath, ...(usualPlaces[platform]?.(env) ?? [])].find((file) => isFile(file));
}

/** What it says its version is, or undefined where it does not start. */
export function chromiumVersion(file) {
  const { status, stdout } = spawnSync(file, ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}
