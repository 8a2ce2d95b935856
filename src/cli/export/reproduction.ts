import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { arch, platform, release } from 'node:os';
import path from 'node:path';
import { pythonOf } from './execute.js';
import type { Executed } from './execute.js';
import { figuresOf } from './figures.js';
import { sourceHash, text } from './notebook.js';
import type { Notebook } from './notebook.js';
import { printedBy } from './printed.js';
import type { Printed } from './printed.js';

/** Everything needed to make a page again and to see whether its numbers still hold. Holds no path of a machine. */
export interface Reproduction {
  /** Says that the folder is an export's, so that it may be replaced. */
  readonly madeBy: 'normlab export';
  readonly command: string;
  readonly notebook: { readonly path: string; readonly sha256: string };
  readonly commit: string | null;
  /** True where the files differed from that commit; null where git could not say. */
  readonly dirty: boolean | null;
  readonly seeds: readonly (number | string)[];
  readonly dtypes: readonly string[];
  readonly backend: string;
  readonly versions: Readonly<Record<string, unknown>>;
  readonly platform: string;
  /** Wall time of the run. Never compared. */
  readonly seconds: number;
  readonly figures: readonly { readonly name: string; readonly cell: string }[];
  readonly printed: readonly Printed[];
}

/**
 * The record of one run.
 *
 * @param executed the notebook that ran and its wall time.
 * @param from `root` of the project, the notebook's `path` relative to it, and the `command` that was given.
 */
export function reproductionOf(
  { notebook, seconds }: Executed,
  { root, path: file, command }: { root: string; path: string; command: string },
): Reproduction {
  const { commit, dirty } = commitOf(root);
  return {
    madeBy: 'normlab export',
    command,
    notebook: { path: file, sha256: sourceHash(notebook) },
    commit,
    dirty,
    seeds: seedsOf(notebook),
    dtypes: [
      'float64',
      ...statedIn(notebook, 'dtype')
        .filter((dtype) => dtype !== 'float64')
        .map(String),
    ],
    backend: String(statedIn(notebook, 'backend')[0] ?? 'reference'),
    versions: versionsOf(root, notebook),
    platform: `${platform()} ${release()} ${arch()}`,
    seconds: Math.round(seconds * 10) / 10,
    figures: [...figuresOf(notebook).values()].map(({ name, cell }) => ({ name, cell })),
    printed: printedBy(notebook),
  };
}

/** Seeds that cells name: `stream('weights', 7)`, `seed: 7`, `seeds: [1, 2]`, in code or in the records of a figure. */
export function seedsOf(notebook: Notebook): (number | string)[] {
  const code = notebook.cells
    .filter((cell) => cell.cell_type === 'code')
    .map((cell) => text(cell.source))
    .join('\n');
  const streams = [...code.matchAll(/stream\(\s*(['"`])(.*?)\1\s*(?:,\s*(\d+)\s*)?\)/g)];
  const named = streams.map(([, , name, seed]) => (seed ? `${name}: ${seed}` : (name ?? '')));
  return [...new Set([...named, ...statedIn(notebook, 'seed'), ...statedIn(notebook, 'seeds')])];
}

/** Values that code (`key: 1`, `key = 'a'`, `key: [1, 2]`) or a displayed record states under a key, each once. */
function statedIn(notebook: Notebook, key: string): (number | string)[] {
  const found: (number | string)[] = [];
  const pattern = new RegExp(String.raw`\b${key}['"]?\s*[:=]\s*(\[[^\]]*\]|\d+|'[^']*'|"[^"]*")`, 'g');
  for (const cell of notebook.cells) {
    if (cell.cell_type !== 'code') continue;
    const records = (cell.outputs ?? []).map((output) =>
      'data' in output ? JSON.stringify(output.data) : '',
    );
    for (const [, value = ''] of [text(cell.source), ...records].join('\n').matchAll(pattern))
      for (const [one] of value.matchAll(/\d+|(?<=['"])[^'"]+(?=['"])/g))
        found.push(/^\d+$/.test(one) ? Number(one) : one);
  }
  return [...new Set(found)];
}

function commitOf(root: string): { commit: string | null; dirty: boolean | null } {
  const git = (...words: string[]): string | undefined => {
    const { status, stdout } = spawnSync('git', words, { cwd: root, encoding: 'utf8' });
    return status === 0 ? stdout.trim() : undefined;
  };
  const changes = git('status', '--porcelain');
  return { commit: git('rev-parse', 'HEAD') ?? null, dirty: changes === undefined ? null : changes !== '' };
}

function versionsOf(root: string, notebook: Notebook): Record<string, unknown> {
  const { kernelspec, language_info } = notebook.metadata;
  const own = packageJson(root);
  const installed = Object.keys({ ...own.dependencies, ...own.devDependencies })
    .filter((name) => name !== own.name)
    .map((name) => [name, packageJson(path.join(root, 'node_modules', name)).version ?? 'not installed']);
  return {
    normlab: own.version,
    node: process.version,
    npm: /npm\/(\S+)/.exec(process.env['npm_config_user_agent'] ?? '')?.[1] ?? null,
    kernel: [kernelspec?.name, language_info?.name, language_info?.version].filter(Boolean).join(' '),
    npmPackages: Object.fromEntries(installed),
    ...pythonVersions(root),
  };
}

interface PackageJson {
  readonly name?: string;
  readonly version?: string;
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
}

function packageJson(folder: string): PackageJson {
  const file = path.join(folder, 'package.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as PackageJson) : {};
}

function pythonVersions(root: string): Record<string, unknown> {
  const ask = `import importlib.metadata as m, json, platform
print(json.dumps({'python': platform.python_version(), 'pythonPackages': {d.name: d.version for d in sorted(m.distributions(), key=lambda d: d.name.lower())}}))`;
  const { status, stdout } = spawnSync(pythonOf(root), ['-c', ask], { encoding: 'utf8' });
  return status === 0 ? (JSON.parse(stdout) as Record<string, unknown>) : { python: null };
}
