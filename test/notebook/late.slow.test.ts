import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { deriveRoom, katex } from '../../src/notebook/late.js';

const root = path.resolve(__dirname, '../..');

/** Which of these are loaded once a script has run in a process of its own. */
function loadedBy(script: string): string[] {
  const asked = ['/src/derive/judge.ts', '/src/derive/library/', '/mathjs/', '/katex/'];
  const tell = `console.log(JSON.stringify(${JSON.stringify(asked)}.filter((part) =>
    Object.keys(require.cache).some((file) => file.split('\\\\').join('/').includes(part)))))`;
  const { stdout } = spawnSync(
    process.execPath,
    ['-r', './src/kernel/typescript.cjs', '-e', `${script};${tell}`],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NORMLAB_LEARNER: path.join(root, 'build', 'nobody.json') },
    },
  );
  return JSON.parse(stdout) as string[];
}

test('a notebook that shows no derivation loads nothing for them', () => {
  expect(loadedBy("require('normlab/notebook').summary()")).toEqual([]);
});

test('one that does loads what it needs', () => {
  expect(loadedBy("require('normlab/notebook').blank('layer-norm-dx', 2)")).toHaveLength(4);
});

test('what is loaded late is the room itself, and KaTeX', () => {
  expect(deriveRoom().derivations['layer-norm-dx'].title).toBe('The gradient for x');
  expect(katex().renderToString('x', { output: 'mathml' })).toContain('<mi>x</mi>');
});

test('the room has all that is said of it', () => {
  const { derivations, ...functions } = deriveRoom();
  expect(Object.keys(derivations).length).toBeGreaterThan(100);
  for (const name of [
    'changedParts',
    'checkLines',
    'evidenceInWords',
    'inWords',
    'judge',
    'piecesOf',
    'print',
  ])
    expect(typeof functions[name as keyof typeof functions]).toBe('function');
  for (const name of ['readDerivation', 'texOf', 'texOfDerivation'])
    expect(typeof functions[name as keyof typeof functions]).toBe('function');
});
