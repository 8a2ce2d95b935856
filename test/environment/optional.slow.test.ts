import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SmallTree, offline } from './small-tree';

let tree: SmallTree;
beforeEach(() => {
  tree = new SmallTree();
  tree.write('environment/optional.txt', readFileSync(tree.path('environment', 'requirements.txt'), 'utf8'));
  tree.write(
    'set-up.mjs',
    `import { orStop, placeHere } from './environment/begin.mjs';
     import { optionalPython, setUpOptional } from './environment/optional.mjs';
     await orStop(async () => {
       await setUpOptional(placeHere());
       console.log(optionalPython({ root: placeHere().root, platform: process.platform }));
       return 0;
     });`,
  );
});
afterEach(() => tree.remove());

const setUp = (env: Record<string, string>): ReturnType<SmallTree['run']> =>
  tree.run(env, [process.execPath, tree.path('set-up.mjs')]);

test('the optional environment is made once, from its own locked packages, inside the other one', () => {
  const first = setUp(tree.supplied);
  expect([first.code, first.err]).toEqual([0, '']);
  // Between the two there may be lines about how far it is.
  const [said, python = ''] = [0, -1].map((line) => first.out.trim().split('\n').at(line));
  expect(said).toMatch(/^Setting up the Python packages that only long tests use/);
  expect(python).toBe(join(tree.folder, '.venv', 'optional', 'bin', 'python'));
  expect(tree.run({}, [python, '-c', 'import jupyterlab']).code).toBe(0);
  expect(setUp({ ...offline }).out.trim()).toBe(python);
  expect(existsSync(tree.path('.venv', 'normlab.json'))).toBe(false);
});

test('without a network it stops with one sentence', () => {
  const { code, err } = setUp({ ...offline });
  expect(code).toBe(1);
  expect(err.trim()).toMatch(/^The Python packages could not be fetched: connect to the network/);
});
