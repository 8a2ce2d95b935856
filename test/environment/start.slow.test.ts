import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import type { Run } from './small-tree';
import { SmallTree, labStart, offline } from './small-tree';

let tree: SmallTree;
beforeEach(() => (tree = new SmallTree()));
afterEach(() => tree.remove());

/** One sentence on the error output, nothing else, and a failing exit code. */
function expectSentence({ code, err }: Run, sentence: RegExp): void {
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(err.trim()).toMatch(sentence);
  expect(code).toBe(1);
}

test('the first start makes what is missing and says so; the second makes nothing; both open Lab on notebook 01', () => {
  const first = tree.start(tree.supplied, ['--no-browser']);
  expect(first.err).toBe('');
  expect(first.out).toMatch(/^ {2}1 of 2 {2}Python packages: usually [^]*^ {2}2 of 2 {2}TypeScript kernel/m);
  expect(labStart(first)).toMatchObject({ prefix: tree.path('.venv'), prefer: '1' });
  expect(labStart(first)?.argv).toContain('--LabApp.default_url=/lab/tree/notebooks/01-layer-norm.ipynb');
  expect(labStart(first)?.argv).toContain('--no-browser');

  const second = tree.start({ ...offline }, []);
  expect(second.out).not.toMatch(/of \d/);
  expect(labStart(second)).toBeDefined();
});

test('the kernel is registered by absolute paths inside the virtual environment', () => {
  tree.start(tree.supplied);
  const file = tree.path('.venv', 'share', 'jupyter', 'kernels', 'tslab', 'kernel.json');
  expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toEqual({
    argv: [
      process.execPath,
      '--no-warnings',
      '--max-semi-space-size=32',
      tree.path('src', 'kernel', 'launch.cjs'),
      '{connection_file}',
    ],
    display_name: 'TypeScript (normlab)',
    language: 'typescript',
    interrupt_mode: 'message',
    metadata: { debugger: false },
  });
});

test('without a network the Python packages stop with one sentence, and the next start goes on from there', () => {
  expectSentence(tree.start(offline), /^The Python packages could not be fetched: connect to the network/);
  const made = fs.statSync(tree.path('.venv', 'pyvenv.cfg')).mtimeMs;
  const again = tree.start(tree.supplied);
  expect(again.out).toMatch(/^Completing the set-up; what is finished is kept\./m);
  expect(labStart(again)).toBeDefined();
  expect(fs.statSync(tree.path('.venv', 'pyvenv.cfg')).mtimeMs).toBe(made);
});

test('without a network the npm packages stop with one sentence', () => {
  const integrity = `sha512-${Buffer.alloc(64, 1).toString('base64')}`;
  const locked = {
    '': { dependencies: { absent: '1.0.0' } },
    'node_modules/absent': { version: '1.0.0', integrity },
  };
  tree.write('package.json', '{ "name": "normlab", "dependencies": { "absent": "1.0.0" } }');
  tree.write('package-lock.json', JSON.stringify({ name: 'normlab', lockfileVersion: 3, packages: locked }));
  const env = { ...offline, npm_config_cache: tree.path('build', 'npm') };
  expectSentence(tree.start(env), /^The npm packages could not be fetched: connect to the network/);
});

test('a virtual environment that was broken off is made anew', () => {
  tree.write('.venv/bin/python', '');
  expect(labStart(tree.start(tree.supplied))).toBeDefined();
});

test('a moved folder is noticed, and works under a name with a space and letters beyond ASCII', () => {
  tree.start(tree.supplied);
  tree.move('Übung & más/norm lab');
  const moved = tree.start(tree.supplied);
  expect(moved.out).toMatch(/This folder was moved or copied from .*: its Python part is made anew\./);
  expect(labStart(moved)?.prefix).toBe(tree.path('.venv'));
  expect(labStart(moved)?.argv).toContain(`--ServerApp.root_dir=${tree.folder}`);
});

test('a Node that is too old is told so before anything else is read', () => {
  tree.write('old.cjs', "Object.defineProperty(process, 'versions', { value: { node: '18.20.1' } });");
  const run = tree.run({}, [
    process.execPath,
    '-r',
    tree.path('old.cjs'),
    tree.path('environment', 'start.mjs'),
  ]);
  expectSentence(run, /^Node 18\.20\.1 is too old: install Node 20\.19 or newer/);
});

test.each([
  ['no Python', '', /^No Python was found: install Python/],
  ['an old Python', '3.9\\nvenv\\n', /^Python 3\.9 is too old, 3\.11 or newer is needed/],
  [
    'a Python without venv',
    '3.12\\nbare\\n',
    /^Python 3\.12 is here but cannot make virtual environments: .*python3-venv/,
  ],
])('%s is said in one sentence', (_case, answer, sentence) => {
  const PATH = answer === '' ? tree.path('environment') : tree.fakePython(answer);
  expectSentence(tree.start({ ...offline, PATH }), sentence);
});

/** Root may write anywhere, so the run is handed to an unprivileged user. */
const isRoot = process.getuid?.() === 0;
const asNobody = isRoot ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : [];
const canDrop = spawnSync(asNobody[0] ?? 'true', [...asNobody.slice(1), process.execPath, '-v']).status === 0;
const unprivileged = !isRoot || canDrop ? test : test['skip'];

unprivileged('a read-only folder is said in one sentence (without setpriv, root cannot try it)', () => {
  fs.chmodSync(tree.folder, 0o555);
  expectSentence(tree.start(offline, [], asNobody), /cannot be written to: copy it to one of your own/);
  fs.chmodSync(tree.folder, 0o755);
});

async function withListener<T>(work: (port: number) => T): Promise<T> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const result = work((server.address() as net.AddressInfo).port);
  await new Promise((resolve) => server.close(resolve));
  return result;
}

test('a port that was asked for and is taken is said in one sentence', async () => {
  tree.start(tree.supplied);
  const run = await withListener((port) => tree.start(offline, ['--port', `${port}`]));
  expectSentence(run, /^Port \d+ is taken: choose another, or leave --port out/);
});

test('root is told that Lab gets --allow-root, others get no such option', () => {
  const run = tree.start(tree.supplied);
  expect(labStart(run)?.argv.includes('--allow-root')).toBe(isRoot);
  expect(run.out.includes('You are root: JupyterLab is started with --allow-root.')).toBe(isRoot);
});

test('a notebook that is not there is said in one sentence', () => {
  tree.start(tree.supplied);
  expectSentence(tree.start(offline, ['nothing.ipynb']), /There is no notebook .*nothing\.ipynb/);
});

test('the doctor installs nothing and gives each failure its remedy', () => {
  const { code, out } = tree.start({ ...offline }, ['--doctor']);
  expect(out).toMatch(/^✓ Node: /m);
  expect(out).toMatch(/^✗ \.venv: .*; run `npm start`/m);
  expect(out).toMatch(/^✗ kernelspec: .*; run `npm start`/m);
  // Whether there is room on the disk, and a free port, is a matter of the machine.
  const failed = out.match(/^✗ (?!disk|port).*/gm);
  expect(failed).toHaveLength(2);
  expect(out.trim().split('\n').at(-1)).toMatch(new RegExp(`, ${out.match(/^✗/gm)?.length} failed$`));
  expect(code).toBe(1);
  expect(fs.existsSync(tree.path('.venv'))).toBe(false);
});
