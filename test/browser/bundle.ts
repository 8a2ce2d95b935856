import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(__dirname, '..', '..');

/** Runs in a Node of its own: in jest the byte arrays are of another realm, which esbuild refuses. */
const build = `let source = '';
process.stdin.on('data', (piece) => (source += piece)).on('end', () => {
  const { root, ...options } = JSON.parse(process.argv[1]);
  const stdin = { contents: source, loader: 'ts', resolveDir: root + '/test/browser' };
  try {
    const { outputFiles } = require(root + '/node_modules/esbuild').buildSync({ ...options, stdin });
    process.stdout.write(outputFiles[0].text);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
});`;

/**
 * Bundles TypeScript for a browser; what it exports becomes the global `bundle`.
 *
 * @param source what the bundle exports; paths are relative to `test/browser`.
 * @throws Error with esbuild's words, as when something needs a `node:` module.
 */
export function bundleForBrowser(source: string): string {
  const options = {
    root,
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    globalName: 'bundle',
    target: 'es2022',
    logLevel: 'silent',
    alias: { normlab: path.join(root, 'src') },
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', build, JSON.stringify(options)], {
    input: source,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
