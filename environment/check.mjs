import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readJson } from './files.mjs';
import { quietly, say } from './say.mjs';
import { pythonEnvironment } from './venv.mjs';

const notebooks = ['00-start-here', '01-layer-norm'];

/** Runs the first two notebooks through the kernel, without a browser; says `N passed, N failed`. */
export async function checkNotebooks(place) {
  const folder = path.join(place.root, 'notebooks');
  let failed = 0;
  for (const name of notebooks) {
    say(`Running ${name}: usually ten seconds`);
    const result = await execute(place, path.join(folder, `${name}.ipynb`));
    if (result.failures.length > 0) failed++;
    for (const failure of result.failures) say(`  ✗ ${failure}`);
    if (result.failures.length === 0) say(`  ✓ ${result.seconds.toFixed(1)} s`);
  }
  say(`${notebooks.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** Executes one notebook into a temporary file: `{ seconds, failures, notebook }`; the notebook itself stays as it is. */
export async function execute({ root, platform, env }, notebook, options = []) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'normlab-'));
  const executed = path.join(folder, 'executed.ipynb');
  try {
    const script = path.join(root, 'environment', 'execute.py');
    const command = [platform.python, script, notebook, executed, '--json', ...options];
    // A check is not a learner: what it tries is kept nowhere.
    const kept = { NORMLAB_LEARNER: path.join(folder, 'learner.json') };
    const { code, output } = await quietly(command, {
      cwd: root,
      env: { ...pythonEnvironment(env), ...kept },
    });
    const summary = summaryIn(output);
    if (!summary)
      return {
        seconds: 0,
        failures: [output.trim() || `execute.py ended with ${code}`],
        ended: true,
        notebook: null,
      };
    return { ...summary, notebook: readJson(executed) };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** The one line of JSON that execute.py prints last. */
function summaryIn(output) {
  const line = output.split('\n').findLast((text) => text.startsWith('{"notebook"'));
  return line ? JSON.parse(line) : null;
}
