import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { transformSync } from 'esbuild';
import { layerNorm, tensor } from '../../src/index.js';
import type { Card } from '../../src/notebook/index.js';
import { blank, climbs, takeDerivationHome } from '../../src/notebook/index.js';
import { ownRecord } from './own-record.js';

const { file } = ownRecord();
const needed = climbs.backwardByHand.levels
  .slice(1, 8)
  .flatMap(({ needs }) => needs.flatMap((need) => ('blank' in need ? [need.blank] : [])));
const fill = (keys: readonly string[], line = 'rstd * (g - mean(g) - xhat * mean(g * xhat))'): void => {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const blanks = Object.fromEntries(keys.map((key) => [key, { passed: true, tries: 1, line }]));
  fs.writeFileSync(file, JSON.stringify({ version: 1, blanks }));
};
const take = (): Card => takeDerivationHome('layer-norm-dx');
const code = (of: string): string => {
  const found = take().body.find(
    (block) => typeof block === 'object' && 'code' in block && block.of.startsWith(of),
  );
  return typeof found === 'object' && 'code' in found ? found.code : '';
};

type Rows = readonly (readonly number[])[];
interface Gradients {
  readonly dx: Rows;
  readonly dgamma: readonly number[];
  readonly dbeta: readonly number[];
}
type Backward = (dy: Rows, inputs: { x: Rows; gamma: readonly number[]; eps: number }) => Gradients;

/** The printed file as a function. */
function loaded(text: string): Backward {
  const { code } = transformSync(text, { loader: 'ts', format: 'cjs' });
  const module = { exports: {} as { layerNormBackward: Backward } };
  // eslint has no say here: what is run is what the card prints.
  Reflect.apply(Reflect.construct(Function, ['module', 'exports', code]) as () => void, undefined, [
    module,
    module.exports,
  ]);
  return module.exports.layerNormBackward;
}

describe('takeDerivationHome', () => {
  it('waits, kindly, until the lines of levels 2 to 8 are right, and names those that are open', () => {
    expect(take().toString()).toMatch(/^○ Nothing to take home yet\./);
    fill(needed.slice(1));
    expect(take().toString()).toContain('Still open: layer-norm-dbeta line 4.');
    fill(needed);
    expect(take().toString()).toMatch(/^✓ Yours, line by line/);
  });

  it("holds the learner's own line", () => {
    fill(needed.filter((key) => key !== 'layer-norm-dx-from-dc:9'));
    const mine = 'rstd * (g - mean(g) - mean(xhat * g) * xhat)';
    blank('layer-norm-dx-from-dc', 9, mine);
    expect(code('TypeScript')).toContain(`Equation (8) as I derived it: ${mine}`);
    expect(code('Python')).toContain(`Equation (8) as I derived it: ${mine}`);
  });

  it('prints TypeScript that gives the gradients of layerNorm', () => {
    fill(needed);
    const [x, dy, gamma, eps] = [
      [
        [1, 2, 6],
        [0, 1, 5],
      ],
      [
        [0.5, -1, 2],
        [1, 0.25, -3],
      ],
      [1, 2, -3],
      0.1,
    ] as const;
    const { dx, dgamma, dbeta } = loaded(code('TypeScript'))(dy, { x, gamma, eps });
    const inputs = { x: tensor(x), gamma: tensor(gamma), beta: tensor([0, 0, 0]) };
    layerNorm(inputs, { eps }).backward(dy);
    const close = (mine: readonly number[], theirs: ArrayLike<number>): void =>
      mine.forEach((value, i) => expect(value).toBeCloseTo(theirs[i], 12));
    close(dx.flat(), inputs.x.grad?.data ?? []);
    close(dgamma, inputs.gamma.grad?.data ?? []);
    close(dbeta, inputs.beta.grad?.data ?? []);
  });

  it('prints Python that Python reads, whatever the learner wrote', () => {
    fill(needed, 'g """ + \\n */ `x` # "');
    expect(code('Python')).toContain('class LayerNormFunction(torch.autograd.Function):');
    const check = 'import ast, sys; ast.parse(sys.stdin.read())';
    const { error, status, stderr } = spawnSync('python3', ['-c', check], {
      input: code('Python'),
      encoding: 'utf8',
    });
    if (error) expect(error).toMatchObject({ code: 'ENOENT' });
    else expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);
    expect(() => loaded(code('TypeScript'))).not.toThrow();
  });

  it('has files for this derivation only, and says so', () => {
    expect(takeDerivationHome('layer-norm-dbeta').toString()).toContain(
      'There are no files for layer-norm-dbeta.',
    );
    expect(takeDerivationHome('layer-norm-dy').toString()).toContain('Near it:');
  });
});
