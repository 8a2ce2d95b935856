import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../house/project';

/** Whatever pip and npm ask for, nobody answers: a machine without a network. */
export const offline = {
  PIP_CONFIG_FILE: os.devNull,
  PIP_INDEX_URL: 'http://127.0.0.1:9/simple',
  PIP_EXTRA_INDEX_URL: '',
  PIP_FIND_LINKS: '',
  PIP_RETRIES: '0',
  PIP_NO_CACHE_DIR: '1',
  npm_config_registry: 'http://127.0.0.1:9/',
  npm_config_fetch_retries: '0',
  // A proxy of this machine would answer.
  ...{ no_proxy: '127.0.0.1', NO_PROXY: '127.0.0.1', npm_config_noproxy: '127.0.0.1' },
};

/** A package named jupyterlab that says how it was started, so that set-up and start are tested in seconds. */
const wheelMaker = `
import hashlib, sys, zipfile
name = sys.argv[1] + '/jupyterlab-1.0-py3-none-any.whl'
info = 'jupyterlab-1.0.dist-info/'
main = "import json, os, sys; print('LAB ' + json.dumps({'argv': sys.argv[1:], 'prefix': sys.prefix, 'prefer': os.environ.get('JUPYTER_PREFER_ENV_PATH')}))"
with zipfile.ZipFile(name, 'w') as wheel:
    wheel.writestr('jupyterlab/__main__.py', main)
    wheel.writestr(info + 'METADATA', 'Metadata-Version: 2.1\\nName: jupyterlab\\nVersion: 1.0\\n')
    wheel.writestr(info + 'WHEEL', 'Wheel-Version: 1.0\\nGenerator: test\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n')
    wheel.writestr(info + 'RECORD', 'jupyterlab/__main__.py,,\\n' + info + 'METADATA,,\\n' + info + 'WHEEL,,\\n' + info + 'RECORD,,\\n')
print(hashlib.sha256(open(name, 'rb').read()).hexdigest())
`;

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The project's own set-up scripts in a small project of their own: no npm package and one Python package. */
export class SmallTree {
  folder: string;
  readonly #top: string;
  readonly #wheels: string;

  constructor() {
    this.#top = fs.mkdtempSync(path.join(os.tmpdir(), 'normlab-'));
    fs.chmodSync(this.#top, 0o755);
    this.folder = path.join(this.#top, 'normlab');
    this.#wheels = path.join(this.#top, 'wheels');
    fs.mkdirSync(this.#wheels);
    fs.cpSync(path.join(root, 'environment'), path.join(this.folder, 'environment'), { recursive: true });
    this.write('package.json', '{ "name": "normlab" }');
    this.write('package-lock.json', '{ "name": "normlab", "lockfileVersion": 3, "packages": {} }');
    this.write('node_modules/.package-lock.json', '{ "packages": {} }');
    this.write('notebooks/01-layer-norm.ipynb', '{}');
    const made = spawnSync('python3', ['-c', wheelMaker, this.#wheels], { encoding: 'utf8' });
    this.write('environment/requirements.txt', `jupyterlab==1.0 --hash=sha256:${made.stdout.trim()}\n`);
  }

  /** Settings with which pip finds the one package, without a network. */
  get supplied(): Record<string, string> {
    return { ...offline, PIP_NO_INDEX: '1', PIP_FIND_LINKS: this.#wheels };
  }

  path(...parts: string[]): string {
    return path.join(this.folder, ...parts);
  }

  write(name: string, text: string): void {
    fs.mkdirSync(path.dirname(this.path(name)), { recursive: true });
    fs.writeFileSync(this.path(name), text);
  }

  /** A folder with one program named python3 that answers like this. */
  fakePython(answer: string): string {
    const folder = fs.mkdtempSync(path.join(this.#top, 'bin-'));
    fs.writeFileSync(path.join(folder, 'python3'), `#!/bin/sh\nprintf '${answer}'\n`, { mode: 0o755 });
    return folder;
  }

  start(env: Record<string, string>, args: readonly string[] = [], before: readonly string[] = []): Run {
    const command = [...before, process.execPath, this.path('environment', 'start.mjs'), ...args];
    return this.run(env, command);
  }

  run(env: Record<string, string>, [command = '', ...args]: readonly string[]): Run {
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd: this.folder,
      env: { ...process.env, PYTHON: '', ...env },
      encoding: 'utf8',
      timeout: 240_000,
    });
    return { code: status, out: stdout, err: stderr };
  }

  move(name: string): void {
    const to = path.join(this.#top, name);
    fs.mkdirSync(path.dirname(to), { recursive: true });
    fs.renameSync(this.folder, to);
    this.folder = to;
  }

  remove(): void {
    fs.rmSync(this.#top, { recursive: true, force: true });
  }
}

/** What the package named jupyterlab was started with, or undefined where it was not started. */
export function labStart({ out }: Run): { argv: string[]; prefix: string; prefer: string } | undefined {
  const line = out.split('\n').find((text) => text.startsWith('LAB '));
  return line ? (JSON.parse(line.slice(4)) as { argv: string[]; prefix: string; prefer: string }) : undefined;
}
