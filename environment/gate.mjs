import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { build } from './build.mjs';
import { findChromium } from './chromium.mjs';
import { quietly, tail } from './say.mjs';

/** A tool is started by its file: `tsc` on the PATH may be the older one that belongs to the kernel. */
const node = (file, ...args) => [process.execPath, path.join('node_modules', file), ...args];
const cacheAt = (name) => `node_modules/.cache/${name}`;

/**
 * The tools, each of which is one check. Only `npm run ok` has lint remember the files that have not changed: a change of
 * one file's types may make a fault in another, or mend it, and `npm test` is where that is seen.
 */
export const tools = ({ quick }) => [
  {
    name: 'lint',
    command: node(
      'eslint/bin/eslint.js',
      '.',
      '--max-warnings=0',
      ...(quick ? ['--cache', `--cache-location=${cacheAt('lint.json')}`, '--cache-strategy=content'] : []),
    ),
  },
  {
    name: 'types',
    command: node(
      'typescript/bin/tsc',
      '--noEmit',
      '--incremental',
      '--tsBuildInfoFile',
      cacheAt('types.tsbuildinfo'),
    ),
  },
  {
    name: 'layers',
    command: node('dependency-cruiser/bin/dependency-cruise.mjs', 'src', '--output-type=err'),
  },
  {
    name: 'format',
    command: node(
      'prettier/bin/prettier.cjs',
      '--check',
      '.',
      '--cache',
      `--cache-location=${cacheAt('format.json')}`,
      '--cache-strategy=content',
    ),
  },
  { name: 'dead code', command: node('knip/bin/knip.js', '--no-progress') },
];

/** What one part of the gate came to: a tool counts as one check. */
const outcomeOf = (name, { code, output }) => ({
  name,
  passed: code === 0 ? 1 : 0,
  failed: code === 0 ? 0 : 1,
  skipped: [],
  report: code === 0 ? '' : tail(output, 40),
});

export async function runTool(root, { name, command }) {
  return outcomeOf(name, await quietly(command, { cwd: root, env: { ...process.env, NO_COLOR: '1' } }));
}

/** Builds the package, as a check of its own. */
export const runBuild = (root) => outcomeOf('build', build(root));

/** Runs one jest project; each of its tests counts. Only what failed is reported. */
export async function runTests(root, project, { workers, env = {} }) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'normlab-'));
  const outputFile = path.join(folder, 'jest.json');
  const command = node(
    'jest/bin/jest.js',
    ...['--selectProjects', project, '--silent', `--maxWorkers=${workers}`],
    ...['--json', `--outputFile=${outputFile}`, '--passWithNoTests'],
  );
  // Every test file loads its modules anew: with more room for what is young, an eighth of the time is saved.
  command.splice(1, 0, '--max-semi-space-size=64');
  const browser = findChromium();
  const settings = { ...process.env, ...(browser ? { CHROMIUM: browser } : {}), ...env };
  try {
    const { code, output } = await quietly(command, { cwd: root, env: settings });
    if (!fs.existsSync(outputFile))
      return { name: project, passed: 0, failed: 1, skipped: [], report: tail(output, 40) };
    return summaryOf(project, JSON.parse(fs.readFileSync(outputFile, 'utf8')), code, root);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Counts of one jest run; a file that could not even be loaded counts as one failure. */
export function summaryOf(project, results, code, root) {
  const files = results.testResults;
  const tests = files.flatMap(({ assertionResults }) => assertionResults);
  const unloadable = files.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const failures = tests.filter(({ status }) => status === 'failed');
  const known = failures.length + unloadable.length;
  const report = [
    ...unloadable.map(({ name, message }) => `${path.relative(root, name)}\n${tail(message, 30)}`),
    ...failures.map((test) => `${test.fullName}\n${tail(plain(test.failureMessages[0]), 30)}`),
    ...(code !== 0 && known === 0 ? ['jest ended with an error although no test failed'] : []),
  ];
  return {
    name: `${project} tests`,
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: known || (code === 0 ? 0 : 1),
    skipped: tests.filter(({ status }) => status === 'pending').map(({ fullName }) => fullName),
    report: report.join('\n'),
  };
}

const plain = (text = '') =>
  stripVTControlCharacters(text)
    .split('\n')
    .filter((line) => !/^\s+at .*node_modules/.test(line))
    .slice(0, 30)
    .join('\n');
