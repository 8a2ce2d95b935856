import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runGolden } from '../../../src/cli/golden/run.js';

const folder = mkdtempSync(join(tmpdir(), 'golden '));
afterAll(() => rmSync(folder, { recursive: true }));

/** The exit code and the lines of one run. */
function golden(words: string[], from: string = folder): { code: number; lines: string[]; last: string } {
  const lines: string[] = [];
  const code = runGolden(words, from, (line) => lines.push(line));
  return { code, lines, last: lines[lines.length - 1] };
}

function write(name: string, value: object): string {
  writeFileSync(join(folder, name), JSON.stringify(value));
  return name;
}

const committed = join(__dirname, '../../golden');

test.each([
  'layer-norm.json',
  'norms.json',
  'norms-by-sample.json',
  'weight-norms.json',
  'compositions.json',
  'batch-norm-modes.json',
  'nn.json',
])('every case of the committed %s passes in both precisions', (file) => {
  const { cases } = JSON.parse(readFileSync(join(committed, file), 'utf8')) as { cases: object[] };
  const count = cases.length;
  expect(count).toBeGreaterThan(5);
  for (const options of [[], ['--dtype', 'float32']]) {
    const { code, last } = golden([file, ...options], committed);
    expect([code, last]).toEqual([0, `${count} passed, 0 failed, 0 skipped`]);
  }
});

test('a number that is off by a little fails, wherever it stands', () => {
  const file = JSON.parse(readFileSync(join(committed, 'layer-norm.json'), 'utf8')) as {
    cases: { out: Record<string, [number[], number[]]>; grad: Record<string, [number[], number[]]> }[];
  };
  const places = file.cases.flatMap(({ out, grad }) => [...Object.values(out), ...Object.values(grad)]);
  for (const [, data] of places) {
    const [at, before] = [data.length - 1, data[data.length - 1]];
    data[at] += 1e-6 * Math.max(1, ...data.map(Math.abs));
    expect(golden([write('off.json', file)]).last).toBe('13 passed, 1 failed, 0 skipped');
    data[at] = before;
  }
});

const tanh = { id: 'a', op: 'tanh', tol: 1e-12, in: { x: [[1], [0]] }, out: { y: [[1], [0]] } };

test('what the library does not have yet is skipped by name, and does not fail', () => {
  const file = write('skip.json', { cases: [{ ...tanh, op: 'no_such_norm' }, tanh] });
  expect(golden([file])).toEqual({
    code: 0,
    lines: [
      'skipped  a (no_such_norm): the library does not have this operation yet',
      'passed  a (tanh): 0.0 % of the tolerance used',
      '1 passed, 0 failed, 1 skipped',
    ],
    last: '1 passed, 0 failed, 1 skipped',
  });
});

test.each([
  [{ attrs: { axis: 1 } }, 'failed  a (tanh): tanh has no attribute "axis"'],
  [{ out: { y: [[1], [0.5]] } }, 'failed  a (tanh): y: expected 0.5 at place 0, got 0'],
  [{ out: { z: [[1], [0]] } }, 'failed  a (tanh): z: the operation gives no such result'],
  [
    { grad: { z: [[1], [0]] } },
    'failed  a (tanh): expected a gradient for an input, but there is no input "z"',
  ],
  [{ grad: { x: [[1], [1]] } }, 'failed  a (tanh): expected "gy" for the one output "y"'],
  [
    { op: 'layer_norm', attrs: { eps: -1 } },
    'failed  a (layer_norm): layerNorm: expected eps to be 0 or a small positive number, got -1',
  ],
  [{ op: 'toString' }, 'skipped  a (toString): the library does not have this operation yet'],
])('a case with %j is answered in one sentence', (change, line) => {
  const { code, lines } = golden([write('case.json', { cases: [{ ...tanh, ...change }] })]);
  expect([code, lines[0]]).toEqual([line.startsWith('failed') ? 1 : 0, line]);
});

test('a missing input is told, not thrown', () => {
  const { code, lines } = golden([write('case.json', { cases: [{ ...tanh, in: {} }] })]);
  expect([code, lines[0]]).toEqual([1, 'failed  a (tanh): tanh needs an input "x"']);
});

test('a file that cannot be used fails in one sentence, and the others are still compared', () => {
  const { code, lines, last } = golden(['none.json', write('good.json', { cases: [tanh] })]);
  expect(lines[0]).toMatch(
    /^failed {2}.*none\.json: there is no such file; give the path of a golden JSON file$/,
  );
  expect([code, last]).toEqual([1, '1 passed, 1 failed, 0 skipped']);
});

test.each([
  [[], 'golden: give it at least one file: npm run golden -- FILE… [--dtype float32]'],
  [['--dtype', 'float32'], 'golden: give it at least one file: npm run golden -- FILE… [--dtype float32]'],
  [['a.json', '--dtype', 'float16'], 'golden: expected --dtype to be float64 or float32, got float16'],
  [['a.json', '--dtype'], 'golden: expected --dtype to be float64 or float32, got nothing'],
  [['a.json', '--help'], 'golden: there is no option --help; the only one is --dtype'],
])('the words %j are answered with what to type', (words, message) => {
  expect(golden(words)).toMatchObject({ code: 1, lines: [message] });
});

test('float32 is held against float64 on the same rounded numbers, not against the file', () => {
  const coarse = { ...tanh, in: { x: [[1], [0.1]] }, out: { y: [[1], [77]] } };
  expect(golden([write('coarse.json', { cases: [coarse] }), '--dtype', 'float32']).last).toBe(
    '1 passed, 0 failed, 0 skipped',
  );
});
