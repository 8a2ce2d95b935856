import path from 'node:path';
import { readJson } from './files.mjs';
import { quietly, whyStopped } from './say.mjs';

/** npm writes what it has installed into node_modules/.package-lock.json, last of all: compare that with what is locked. */
export function packagesMatch({ root }) {
  const locked = readJson(path.join(root, 'package-lock.json'))?.packages;
  const installed = readJson(path.join(root, 'node_modules', '.package-lock.json'))?.packages;
  if (!locked || !installed) return false;
  const same = (name, { version, integrity }) =>
    installed[name]?.version === version && installed[name]?.integrity === integrity;
  return Object.entries(locked).every(
    ([name, wanted]) => name === '' || wanted.optional || wanted.devOptional || same(name, wanted),
  );
}

export async function installPackages({ root, platform, env }) {
  const flags = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const options = { cwd: root, env, shell: platform.npmNeedsShell, progress: () => '' };
  const { code, output } = await quietly([...platform.npm, 'ci', ...flags], options);
  if (code !== 0) throw whyStopped('npm packages', output);
}
