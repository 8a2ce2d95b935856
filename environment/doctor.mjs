import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { isWritable } from './files.mjs';
import { freePort, usualPort } from './lab.mjs';
import { kernelMatches } from './kernelspec.mjs';
import { packagesMatch } from './packages.mjs';
import { probeKernel } from './probe.mjs';
import { findPython } from './python.mjs';
import { Stop, say } from './say.mjs';
import { venvMatches } from './venv.mjs';

const setUpAgain = 'run `npm start`, which makes what is missing';
const good = (text) => ({ ok: true, text });
const bad = (text, remedy) => ({ ok: false, text, remedy });

/** Says one line for each fact that notebooks depend on, each failure with its remedy; installs and changes nothing. */
export async function doctor(place) {
  const found = [];
  for (const [name, look] of facts) found.push(report(name, await look(place)));
  const kernel = found.every(Boolean) ? await probeKernel(place) : [];
  for (const [name, fact] of kernel) found.push(report(name, fact));
  if (kernel.length === 0) say('- kernel, library and figures: looked at once the lines above are mended');
  const failed = found.filter((ok) => !ok).length;
  say(`${found.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

function report(name, { ok, text, remedy }) {
  say(ok ? `✓ ${name}: ${text}` : `✗ ${name}: ${text}; ${remedy}`);
  return ok;
}

const facts = [
  ['Node', () => good(`${process.versions.node} (20.19 or newer)`)],
  ['npm', lookAtNpm],
  ['Python', lookAtPython],
  ['folder', lookAtFolder],
  ['disk', lookAtDisk],
  ['port', lookAtPort],
  ['npm packages', (place) => (packagesMatch(place) ? good('as locked') : bad('not as locked', setUpAgain))],
  ['.venv', lookAtVenv],
  [
    'kernelspec',
    (place) => (kernelMatches(place) ? good('tslab, of this folder') : bad('not of this folder', setUpAgain)),
  ],
];

function lookAtNpm({ platform: { npm, npmNeedsShell } }) {
  const { status, stdout } = spawnSync(npm[0], [...npm.slice(1), '--version'], {
    encoding: 'utf8',
    shell: npmNeedsShell,
  });
  return status === 0
    ? good(stdout.trim())
    : bad('not found', 'install Node again from https://nodejs.org, npm comes with it');
}

function lookAtPython({ platform }) {
  try {
    const { command, version } = findPython(platform);
    return good(`${version} (${command.join(' ')})`);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return bad('not usable', error.message);
  }
}

function lookAtFolder({ root }) {
  return isWritable(root)
    ? good(root)
    : bad(`${root} cannot be written to`, 'copy it to a folder of your own');
}

function lookAtDisk({ root }) {
  const { bavail, bsize } = fs.statfsSync(root);
  const gigabytes = (bavail * bsize) / 1e9;
  const text = `${gigabytes.toFixed(1)} GB free`;
  return gigabytes >= 1 ? good(text) : bad(text, 'free about 1 GB');
}

async function lookAtPort() {
  const port = await freePort();
  if (port === undefined)
    return bad(`${usualPort} and the next ones are taken`, 'choose one with `npm start -- --port 9999`');
  return good(
    port === usualPort ? `${port} is free` : `${usualPort} is taken, ${port} is free and will be used`,
  );
}

function lookAtVenv(place) {
  if (!venvMatches(place)) return bad('not made for this folder and these requirements', setUpAgain);
  const { status, stdout } = spawnSync(place.platform.python, ['-m', 'jupyterlab', '--version'], {
    encoding: 'utf8',
  });
  return status === 0
    ? good(`JupyterLab ${stdout.trim()}`)
    : bad('JupyterLab does not start', 'delete the folder .venv and run `npm start`');
}
