import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

interface Module {
  splitArguments(args: string[], typedIn: string): { notebook: string | undefined; rest: string[] };
  portAsked(args: string[]): number | undefined;
  labUrl(root: string, notebook: string): string;
  isFree(port: number): Promise<boolean>;
  labEnvironment(env: object, platform: { windows: boolean; bin: string }): Record<string, string>;
}
const { splitArguments, portAsked, labUrl, isFree, labEnvironment } =
  jest.requireActual<Module>('../../environment/lab.mjs');

test('arguments reach Lab, and a notebook is meant from the folder it was typed in', () => {
  expect(splitArguments(['--port', '9999', '02.ipynb', '--no-browser'], '/srv/course/notebooks')).toEqual({
    notebook: '/srv/course/notebooks/02.ipynb',
    rest: ['--port', '9999', '--no-browser'],
  });
});

test.each([
  [['--port', '9999'], 9999],
  [['--port=9998'], 9998],
  [['--ServerApp.port=9997'], 9997],
  [['--no-browser'], undefined],
])('%j asks for port %p', (args, port) => {
  expect(portAsked(args)).toBe(port);
});

test('a notebook below the root has an address in Lab, odd letters escaped', () => {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'normlab é '));
  fs.writeFileSync(path.join(root, 'a ü.ipynb'), '');
  expect(labUrl(root, path.join(root, 'a ü.ipynb'))).toBe('/lab/tree/a%20%C3%BC.ipynb');
  expect(() => labUrl(root, path.join(root, 'b.ipynb'))).toThrow(/There is no notebook/);
  fs.rmSync(root, { recursive: true });
});

test('a port that someone listens on is not free', async () => {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;
  expect(await isFree(port)).toBe(false);
  await new Promise((resolve) => server.close(resolve));
  expect(await isFree(port)).toBe(true);
});

test('Lab sees the programs of its own environment first, and no foreign Python packages', () => {
  const env = { Path: 'C:\\old', PYTHONPATH: 'C:\\elsewhere' };
  expect(labEnvironment(env, { windows: true, bin: 'D:\\n\\Scripts' })).toMatchObject({
    Path: 'D:\\n\\Scripts;C:\\old',
  });
  expect(labEnvironment(env, { windows: true, bin: 'x' })).not.toHaveProperty('PYTHONPATH');
  expect(labEnvironment({ PATH: '/bin' }, { windows: false, bin: '/n/bin' })).toMatchObject({
    PATH: '/n/bin:/bin',
  });
});
