import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import { add, div, layerNorm, mean, mul, sqrt, sub, tensor } from '../../src/index.js';
import type { Tensor } from '../../src/index.js';
import { takeHome } from '../../src/notebook/index.js';
import type { Card } from '../../src/notebook/index.js';

const root = path.resolve(__dirname, '../..');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'normlab-take-home-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

function myLayerNorm(x: Tensor, gamma: Tensor, beta: Tensor, eps: number): Tensor {
  const features = { axis: -1, keepdims: true };
  const centred = sub(x, mean(x, features)); // (1)
  const variance = mean(mul(centred, centred), features); // (2)
  const xhat = div(centred, sqrt(add(variance, eps))); // (3) (4)
  return add(mul(gamma, xhat), beta); // (5)
}

const code = (card: Card, of: string): string => {
  const found = card.body.find(
    (block) => typeof block === 'object' && 'code' in block && block.of.startsWith(of),
  );
  return typeof found === 'object' && 'code' in found ? found.code : '';
};

/** What the strictest compiler says about a file on its own. */
function complaints(file: string): string[] {
  const program = ts.createProgram([file], {
    strict: true,
    noUnusedLocals: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
    types: [],
    paths: { normlab: [path.join(root, 'src', 'index.ts')] },
  });
  const inFile = ts.getPreEmitDiagnostics(program).filter((found) => found.file?.fileName === file);
  return inFile.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

describe('takeHome', () => {
  it.each([
    ['a function', myLayerNorm],
    ['an arrow', (x, g, b, eps) => layerNorm({ x, gamma: g, beta: b }, { eps })],
  ])('prints %s as strict TypeScript that gives the same numbers', (name, candidate) => {
    const file = path.join(folder, `${name.replace(' ', '-')}.ts`);
    fs.writeFileSync(file, code(takeHome(candidate, { name: 'mine' }), 'TypeScript'));
    expect(complaints(file)).toEqual([]);
    const inputs = '[tensor([[1, 2, 6], [0, 1, 5]]), tensor([1, 2, 3]), tensor([4, 5, 6]), 0.1]';
    const script = `const { tensor } = require('normlab'); console.log(Array.from(require(${JSON.stringify(file)}).mine(...${inputs}).data).join())`;
    const hook = path.join(root, 'src', 'kernel', 'typescript.cjs');
    const { stdout, stderr } = spawnSync(process.execPath, ['-r', hook, '-e', script], {
      encoding: 'utf8',
      cwd: root,
    });
    const expected = candidate(
      tensor([
        [1, 2, 6],
        [0, 1, 5],
      ]),
      tensor([1, 2, 3]),
      tensor([4, 5, 6]),
      0.1,
    );
    expect(stderr).toBe('');
    expect(stdout.trim()).toBe(Array.from(expected.data).join());
  });

  it('notices a mistake in the printed file', () => {
    const file = path.join(folder, 'broken.ts');
    fs.writeFileSync(file, code(takeHome(myLayerNorm), 'TypeScript').replace('sqrt(', 'sqroot('));
    expect(complaints(file).join()).toContain('sqroot');
  });
});
