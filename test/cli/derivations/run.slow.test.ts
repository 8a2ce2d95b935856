import { checked } from '../../../src/cli/derivations/checked.js';
import { runDerivations } from '../../../src/cli/derivations/run.js';
import { tableHead, tableRow } from '../../../src/cli/derivations/table.js';
import { derivations } from '../../../src/derive/library/index.js';
import { SmallWorld } from './world.js';

function ran(...words: string[]): { code: number; world: SmallWorld } {
  const world = new SmallWorld();
  return { code: runDerivations(words, world), world };
}

test('a table of what was found, what is waiting, and the sum as the last line', () => {
  const { code, world } = ran('layer-norm-dx', 'layer-norm-bound', 'attention-soft-cap', 'dyt-dx');
  expect(code).toBe(0);
  const [head, dx, bound] = world.lines;
  expect(head).toMatch(/^derivation +lines {2}verdicts +error {2}counterpart +ms$/);
  expect(dx).toMatch(/^layer-norm-dx +5 {2}4 exact +\de-\d\d {2}agrees +0$/);
  expect(bound).toMatch(/6 exact, 1 tested/);
  expect(new Set(world.lines.slice(0, 5).map(({ length }) => length)).size).toBe(1);
  expect(world.lines.slice(5)).toEqual([
    '\nLast lines compared with src: 2, not yet: 2',
    '  attention-soft-cap: attention cannot cap its logits yet',
    '  dyt-dx: norm/dynamic-tanh: dx',
    '4 passed, 0 failed, 2 waiting',
  ]);
});

test('a line that does not follow is named with its text and a counter-example', () => {
  const dx = derivations['layer-norm-dx'];
  const lines = dx.lines.map((line, i) => (i === 4 ? { ...line, expr: line.expr.replace('-', '+') } : line));
  const { faults } = checked({ ...dx, lines }, () => 0);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatch(
    /^layer-norm-dx, line 5: "rstd \* \(g\[j\] \+ .*" does not follow from line 4\. At C = 2, x = \(.*\), .* the line before is .*, yours is .*\.$/,
  );
});

test('a line that cannot be read fails by name and place, and has a row all the same', () => {
  const dx = derivations['layer-norm-dx'];
  const found = checked({ ...dx, lines: [...dx.lines, { ...dx.lines[0], expr: 'rstd * (' }] }, () => 0);
  expect(found.faults).toEqual([
    expect.stringMatching(/^layer-norm-dx, line 6: Something is missing at the end/),
  ]);
  expect(tableRow(found, tableHead([dx]))).toMatch(/^layer-norm-dx +6 {2}unreadable/);
});

test('words that are not understood, and a file that cannot be written, are one sentence and exit code 2', () => {
  expect(ran('layer-norm')).toMatchObject({
    code: 2,
    world: { lines: [expect.stringMatching(/^derivations: .*\.$/)] },
  });
  const { code, world } = ran('softmax-shift', '--json', 'nowhere/a.json');
  expect([code, world.last]).toEqual([
    2,
    'derivations: nowhere/a.json cannot be written; give the path of a file in a folder that exists.',
  ]);
});

test('as JSON, everything that was checked', () => {
  const { world } = ran('softmax-shift', '--json', 'a.json');
  const { derivations: found } = JSON.parse(world.read('a.json')) as {
    derivations: Record<string, unknown>[];
  };
  const { name, letters, lines } = derivations['softmax-shift'];
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ name, waiting: false, faults: [], letters: { sizes: letters.sizes } });
  expect(found[0].lines).toHaveLength(lines.length);
  expect((found[0].lines as object[])[1]).toMatchObject({
    line: 2,
    expr: lines[1].expr,
    relation: '=',
    verdict: 'exact',
    follows: true,
    counterExample: null,
  });
});
