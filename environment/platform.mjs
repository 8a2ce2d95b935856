import path from 'node:path';

/** Where each system's users get what is missing. */
const advice = {
  win32: {
    python: 'install Python 3.12 with `winget install Python.Python.3.12` or from https://www.python.org',
    venv: 'reinstall Python from https://www.python.org, with pip ticked',
  },
  darwin: {
    python: 'install Python 3.12 with `brew install python@3.12` or from https://www.python.org',
    venv: 'reinstall Python with `brew reinstall python@3.12` or from https://www.python.org',
  },
  linux: {
    python: 'install Python 3.11 or newer (on Debian or Ubuntu: `sudo apt install python3 python3-venv`)',
    venv: 'install its venv part (on Debian or Ubuntu: `sudo apt install python3-venv`)',
  },
};

const candidates = ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python'];

/**
 * Everything that differs between systems, decided in one place.
 * @param system `platform` as process.platform has it, `env`, `node` (the path of Node), `root` (the project's folder) and
 * `folder`, the parts of the path of its Python environment
 */
export function platformOf({ platform, env, node, root, folder = ['.venv'] }) {
  const windows = platform === 'win32';
  const { join, basename } = windows ? path.win32 : path.posix;
  const venv = join(root, ...folder);
  const bin = join(venv, windows ? 'Scripts' : 'bin');
  const pythons = windows ? [['py', '-3'], ['python'], ['python3']] : candidates.map((name) => [name]);
  const viaNpm = env.npm_execpath && /^npm-cli\.c?js$/.test(basename(env.npm_execpath));
  return {
    windows,
    venv,
    bin,
    python: join(bin, windows ? 'python.exe' : 'python'),
    pythons: env.PYTHON ? [[env.PYTHON], ...pythons] : pythons,
    // npm on Windows is a .cmd file, which only a shell can start.
    npm: viaNpm ? [node, env.npm_execpath] : [windows ? 'npm.cmd' : 'npm'],
    npmNeedsShell: windows && !viaNpm,
    // Not by signal: Node loses one that arrives just as a run of code ends.
    interruptMode: 'message',
    advice: advice[platform] ?? advice.linux,
  };
}
