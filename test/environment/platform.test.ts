interface Platform {
  readonly windows: boolean;
  readonly python: string;
  readonly bin: string;
  readonly pythons: readonly string[][];
  readonly npm: readonly string[];
  readonly npmNeedsShell: boolean;
  readonly interruptMode: string;
  readonly advice: { readonly python: string; readonly venv: string };
}
interface Module {
  platformOf(system: { platform: string; env: Record<string, string>; node: string; root: string }): Platform;
}
const { platformOf } = jest.requireActual<Module>('../../environment/platform.mjs');

const on = (platform: string, env: Record<string, string> = {}): Platform =>
  platformOf({
    platform,
    env,
    node: 'node',
    root: platform === 'win32' ? 'D:\\my course' : '/srv/my course',
  });

test('Windows keeps Python under Scripts and asks its own launcher for it first', () => {
  const windows = on('win32');
  expect(windows.python).toBe('D:\\my course\\.venv\\Scripts\\python.exe');
  expect(windows.pythons[0]).toEqual(['py', '-3']);
  expect(windows.advice.python).toContain('winget');
});

test('Windows interrupts a kernel by message and needs a shell for npm alone', () => {
  expect(on('win32')).toMatchObject({ interruptMode: 'message', npm: ['npm.cmd'], npmNeedsShell: true });
});

test('Windows runs npm by Node, without a shell, where npm says which file it is', () => {
  const file = 'C:\\Program Files\\nodejs\\node_modules\\npm\\bin\\npm-cli.js';
  expect(on('win32', { npm_execpath: file })).toMatchObject({ npm: ['node', file], npmNeedsShell: false });
});

test('macOS keeps Python under bin and points to Homebrew', () => {
  const mac = on('darwin');
  expect(mac.python).toBe('/srv/my course/.venv/bin/python');
  expect(mac.interruptMode).toBe('message');
  expect(mac.advice.python).toContain('brew install');
});

test('Linux points to apt for Python and for its venv part', () => {
  expect(on('linux').advice.venv).toContain('apt install python3-venv');
  expect(on('freebsd').advice).toEqual(on('linux').advice);
});

test('PYTHON names the Python to be tried first', () => {
  expect(on('linux', { PYTHON: '/programs/python' }).pythons[0]).toEqual(['/programs/python']);
});

test('another package manager that started us is not taken for npm', () => {
  expect(on('linux', { npm_execpath: '/programs/yarn/bin/yarn.js' }).npm).toEqual(['npm']);
});
