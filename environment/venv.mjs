import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { jsonText, readJson, writeText } from './files.mjs';
import { findPython } from './python.mjs';
import { quietly, say, whyStopped } from './say.mjs';

/** The locked packages: those of Lab and the kernel, unless the place names others. */
const requirementsOf = ({ root, requirements = 'requirements.txt' }) =>
  path.join(root, 'environment', requirements);
const stampOf = (platform) => path.join(platform.venv, 'normlab.json');
const hashOf = (file) => createHash('sha256').update(fs.readFileSync(file)).digest('hex');

/** A virtual environment holds absolute paths: it is good only for the folder and the requirements it was made for. */
export function venvMatches(place) {
  const { root, platform } = place;
  const stamp = readJson(stampOf(platform));
  const wanted = { root, requirements: hashOf(requirementsOf(place)) };
  return jsonText(stamp) === jsonText(wanted) && fs.existsSync(platform.python);
}

/** Makes what is missing: the environment, then its packages. The stamp names the folder from the beginning, the requirements at the end. */
export async function installPython(place) {
  const { root, platform, env } = place;
  const clean = pythonEnvironment(env);
  dropIfMoved(root, platform);
  if (!(await hasPip(platform, clean))) await makeVenv(root, platform, clean);
  writeText(stampOf(platform), jsonText({ root, requirements: 'unfinished' }));
  await installRequirements(place, clean);
  writeText(stampOf(platform), jsonText({ root, requirements: hashOf(requirementsOf(place)) }));
}

/** The environment without what would lead Python to packages of somewhere else. */
export function pythonEnvironment(env) {
  const kept = Object.entries(env).filter(([name]) => name !== 'PYTHONHOME' && name !== 'PYTHONPATH');
  return { ...Object.fromEntries(kept), PIP_USER: '0', PYTHONNOUSERSITE: '1' };
}

function dropIfMoved(root, platform) {
  const stamp = readJson(stampOf(platform));
  if (!stamp || stamp.root === root) return;
  say(`      This folder was moved or copied from ${stamp.root}: its Python part is made anew.`);
  fs.rmSync(platform.venv, { recursive: true, force: true });
}

const hasPip = async (platform, env) =>
  fs.existsSync(platform.python) &&
  (await quietly([platform.python, '-m', 'pip', '--version'], { env })).code === 0;

async function makeVenv(root, platform, env) {
  const { command } = findPython(platform);
  const { code, output } = await quietly([...command, '-m', 'venv', '--clear', platform.venv], {
    cwd: root,
    env,
  });
  if (code !== 0) throw whyStopped('Python packages', output);
}

async function installRequirements(place, env) {
  const { root, platform } = place;
  const requirements = requirementsOf(place);
  const total = fs.readFileSync(requirements, 'utf8').match(/^[\w.-]+==/gm)?.length ?? 0;
  const seen = (output) => Math.min(total, output.match(/^Collecting |^Requirement already/gm)?.length ?? 0);
  const flags = ['--require-hashes', '--disable-pip-version-check', '--no-input', '--progress-bar=off'];
  const { code, output } = await quietly(
    [platform.python, '-m', 'pip', 'install', ...flags, '-r', requirements],
    {
      cwd: root,
      env,
      progress: (printed) => `, ${seen(printed)} of ${total} packages`,
    },
  );
  if (code !== 0) throw whyStopped('Python packages', output);
}
