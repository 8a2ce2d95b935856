import { rewrittenLines } from '../../../src/cli/derivations/rewrite.js';
import { runDerivations } from '../../../src/cli/derivations/run.js';
import { derivations } from '../../../src/derive/library/index.js';
import { SmallWorld } from './world.js';

test('a line written otherwise is accepted, and one that was wrong to begin with is not', () => {
  const dx = derivations['layer-norm-dx'];
  const refusals = rewrittenLines(dx, 1, 3).map(({ refusal }) => refusal);
  expect(refusals.length).toBeGreaterThan(8);
  expect(new Set(refusals)).toEqual(new Set(['']));
  const lines = dx.lines.map((line, i) => (i === 4 ? { ...line, expr: line.expr.replace('-', '+') } : line));
  const wrong = rewrittenLines({ ...dx, lines }, 1, 3).filter(({ refusal }) => refusal !== '');
  expect(new Set(wrong.map(({ line, refusal }) => `${line} ${refusal}`))).toEqual(new Set(['5 fail']));
});

test('a derivation over lengths alone, without a variable, is written otherwise, too', () => {
  const found = [1, 2, 3, 4, 5, 6].flatMap((seed) =>
    rewrittenLines(derivations['deepnorm-constants'], seed, 3),
  );
  expect(found.length).toBeGreaterThan(50);
  expect(found.filter(({ refusal }) => refusal !== '')).toEqual([]);
});

test('as a command it ends with how many were refused', () => {
  const world = new SmallWorld();
  expect(runDerivations(['layer-norm-g', '--rewrite', '--seed', '3'], world)).toBe(0);
  expect(world.last).toMatch(/^rewrites: \d+ tried, 0 refused$/);
});
