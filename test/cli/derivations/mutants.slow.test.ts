import { mutantsOf, shuffled } from '../../../src/cli/derivations/mutants.js';
import { report, tally } from '../../../src/cli/derivations/mutate.js';
import type { Mutant } from '../../../src/cli/derivations/mutants.js';
import { isWrong, judgedMutant } from '../../../src/cli/derivations/outcome.js';
import { runDerivations } from '../../../src/cli/derivations/run.js';
import { fitting, readDerivation } from '../../../src/derive/check.js';
import { derivations } from '../../../src/derive/library/index.js';
import { print } from '../../../src/derive/print.js';
import { randomFrom } from '../../../src/derive/random.js';
import { SmallWorld } from './world.js';

const dx = derivations['layer-norm-dx'];
const all = { seed: 1, perLine: Infinity };
const texts = (mutants: readonly Mutant[]): string[] => mutants.map(({ line, text }) => `${line} ${text}`);

test('a sample of slips in a sample of derivations: no wrong line is accepted, no true one refused', () => {
  const seed = Number(process.env.NORMLAB_SEED ?? 1);
  const some = shuffled(Object.values(derivations), randomFrom(seed)).slice(0, 20);
  const { tried, wrong, refusedThoughTrue } = tally(
    some.flatMap((derivation) => mutantsOf(derivation, { seed, perLine: 1 })),
  );
  expect([...texts(wrong), ...texts(refusedThoughTrue)]).toEqual([]);
  expect(tried).toBeGreaterThan(60);
});

test('every line has mutants, none of which reads as the line itself or as another', () => {
  const mutants = mutantsOf(dx, all);
  expect(new Set(mutants.map(({ line }) => line))).toEqual(new Set([1, 2, 3, 4, 5]));
  const read = mutants.map(({ line, expr, text }) => `${line} ${expr ? print(expr) : text}`);
  expect(new Set(read).size).toBe(read.length);
  readDerivation(dx).exprs.forEach((line, i) => expect(read).not.toContain(`${i + 1} ${print(line)}`));
});

test('the same seed plants the same slips, another seed others; a sample holds as many kinds as it can', () => {
  const planted = (seed: number): Mutant[] => mutantsOf(dx, { seed, perLine: 5 });
  expect(texts(planted(1))).toEqual(texts(planted(1)));
  expect(texts(planted(1))).not.toEqual(texts(planted(2)));
  for (const line of [2, 3, 4, 5]) {
    const kinds = planted(1)
      .filter((mutant) => mutant.line === line)
      .map(({ kind }) => kind);
    expect(new Set(kinds).size).toBe(kinds.length);
  }
});

test.each([
  ['rstd * (g[j] - mean(i, g[i]) + xhat[j] * mean(i, g[i] * xhat[i]))', 'value'],
  ['rstd * (g[j] - mean(i, g[j]) - xhat[j] * mean(i, g[i] * xhat[i]))', 'value'],
  ['rstd * (g[j] - g[i] - xhat[j] * mean(i, g[i] * xhat[i]))', 'shape'],
])('%s is refused by its %s', (text, outcome) => {
  const mutant = mutantsOf(dx, all).find((one) => one.line === 5 && one.text === text);
  expect(mutant && judgedMutant(mutant).outcome).toBe(outcome);
});

const second = mutantsOf(dx, all).filter(({ line, expr }) => line === 5 && expr);
const withExpr = (text: number): Mutant => ({
  ...second[0],
  expr: readDerivation(dx).exprs[text],
  text: `#${text}`,
});

test('what is accepted and true is counted as such, and what has no value as well', () => {
  const { exprs } = readDerivation(dx);
  const zero = { kind: 'constant', digits: '0' } as const;
  const nothing = { kind: 'operation', op: '/', left: exprs[4], right: zero } as const;
  const { byKind } = tally([withExpr(3), { ...second[0], expr: nothing }]);
  expect(byKind.get(second[0].kind)).toMatchObject({ true: 1, 'no value': 1, wrong: 0 });
});

test('a bound that fails in few places only is wrong by its counter-example, and one that holds is not', () => {
  const derivation = derivations['attention-logit-bound-gamma'];
  const { alphabet, free } = readDerivation(derivation);
  const mutant = (text: string): Mutant => {
    const expr = fitting(text, alphabet, free);
    return { derivation, line: 3, kind: 'a function', text, expr };
  };
  const rarely = mutant('max(m, abs(gammaQ[m] * gammaK[m])) * sum(a, abs(gammaQ[a] * khat[a])) / sqrt(C)');
  const { outcome, verdict } = judgedMutant(rarely);
  expect([outcome, isWrong(rarely, verdict)]).toEqual(['value', true]);
  expect(isWrong(mutant(derivation.lines[2].expr), verdict)).toBe(false);
});

test('the report ends with the sum, and names what was accepted though wrong and refused though true', () => {
  const found = tally(second.slice(0, 3));
  expect(report(found).at(-1)).toBe('mutants: 3 tried, 0 wrong accepted');
  const lines = report({
    ...found,
    wrong: [second[0]],
    refusedThoughTrue: [second[1]],
    unshown: [second[2]],
  });
  expect(lines).toContain(`  refused without a counter-example: layer-norm-dx, line 5: "${second[2].text}"`);
  expect(lines).toContain(`  accepted though wrong: layer-norm-dx, line 5: "${second[0].text}"`);
  expect(lines).toContain(`  refused though true: layer-norm-dx, line 5: "${second[1].text}"`);
  expect(lines.at(-1)).toBe('mutants: 3 tried, 1 wrong accepted');
});

test('it stops when it is told to', () => {
  let left = 2;
  expect(tally(second, () => left-- > 0).tried).toBe(2);
});

test('as a command it says what became of the slips by kind', () => {
  const world = new SmallWorld();
  expect(runDerivations(['layer-norm-g', '--mutate'], world)).toBe(0);
  expect(world.lines).toContainEqual(expect.stringMatching(/^a sign +\d+ +\d+ +\d+ +\d+ +\d+ +0$/));
  expect(world.last).toMatch(/^mutants: \d+ tried, 0 wrong accepted$/);
});
