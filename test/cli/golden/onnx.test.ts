import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { operations } from '../../../src/cli/golden/operations/index.js';
import { runGolden } from '../../../src/cli/golden/run.js';
import { tensor } from '../../../src/index.js';

const folder = join(__dirname, '../../golden/onnx');
const files = ['normalizations.json', 'layers.json', 'losses.json'];

interface File {
  readonly onnx: string;
  readonly leftOutForSize: readonly string[];
  readonly cases: readonly {
    readonly id: string;
    readonly op: string;
    readonly out: Record<string, [number[], number[]]>;
  }[];
}

const read = (file: string): File => JSON.parse(readFileSync(join(folder, file), 'utf8')) as File;

/** What the command says of some files, without its last line, and its exit code. */
function golden(words: readonly string[], from = folder): { code: number; lines: string[] } {
  const lines: string[] = [];
  const code = runGolden(words, from, (line) => lines.push(line));
  return { code, lines: lines.slice(0, -1) };
}

/** Which cases the library cannot answer, and why not. */
const notHere = {
  'conv2d is told its padding, and finds none by itself': ['conv_with_autopad_same'],
  'crossEntropy has no weights of classes': [
    'sce_NCd1_mean_weight_negative_ii',
    'sce_NCd1_mean_weight_negative_ii_log_prob',
    'sce_NCd1d2d3_sum_weight_high_ii',
    'sce_NCd1d2d3_sum_weight_high_ii_log_prob',
    'sce_mean_weight',
    'sce_mean_weight_ii',
    'sce_mean_weight_ii_3d',
    'sce_mean_weight_ii_3d_log_prob',
    'sce_mean_weight_ii_4d',
    'sce_mean_weight_ii_4d_log_prob',
    'sce_mean_weight_ii_log_prob',
    'sce_mean_weight_log_prob',
    'sce_none_weights',
    'sce_none_weights_log_prob',
  ],
  'crossEntropy gives the mean or the sum of the rows, not each of them': [
    'sce_NCd1d2d3_none_no_weight_negative_ii',
    'sce_NCd1d2d3_none_no_weight_negative_ii_log_prob',
    'sce_none',
    'sce_none_log_prob',
  ],
};

test.each([[[]], [['--dtype', 'float32']]])(
  'every case of ONNX passes, but for those that are named here (%j)',
  (options) => {
    const { code, lines } = golden([...files, ...options]);
    const skipped = Object.entries(notHere).flatMap(([reason, ids]) =>
      ids.map((id) => `skipped  ${id}: ${reason}`),
    );
    const notPassed = lines.filter((line) => !line.startsWith('passed'));
    expect(notPassed.map((line) => line.replace(/ \(\w+\)/, '')).sort()).toEqual(skipped.sort());
    expect(code).toBe(0);
    expect(lines).toHaveLength(files.flatMap((file) => read(file).cases).length);
  },
);

test('each operation has its cases, and those too long to keep are named', () => {
  const count: Record<string, number> = {};
  for (const { op } of files.flatMap((file) => read(file).cases)) count[op] = (count[op] ?? 0) + 1;
  expect(count).toEqual({
    ...{ LayerNormalization: 19, RMSNormalization: 19, BatchNormalization: 4, InstanceNormalization: 2 },
    ...{ GroupNormalization: 2, LpNormalization: 6, MeanVarianceNormalization: 1, LRN: 2 },
    ...{ Relu: 1, Tanh: 2, Erf: 1, Sigmoid: 2, Gelu: 4, Softplus: 2, Swish: 1, Softmax: 7, LogSoftmax: 7 },
    ...{ Conv: 6, SoftmaxCrossEntropyLoss: 30 },
  });
  expect(files.flatMap((file) => read(file).leftOutForSize)).toEqual([
    'sce_NCd1d2d3d4d5_mean_weight',
    'sce_NCd1d2d3d4d5_mean_weight_log_prob',
    'sce_NCd1d2d3d4d5_none_no_weight',
    'sce_NCd1d2d3d4d5_none_no_weight_log_prob',
  ]);
});

test('a number that is off by a hundred thousandth fails, in every operation', () => {
  const temporary = mkdtempSync(join(tmpdir(), 'onnx '));
  for (const file of files) {
    const before = read(file);
    const cases = before.cases.filter(({ id }) => !Object.values(notHere).flat().includes(id));
    for (const { out } of cases)
      for (const [, data] of Object.values(out)) data[0] += 1e-5 * Math.max(1, ...data.map(Math.abs));
    writeFileSync(join(temporary, file), JSON.stringify({ ...before, cases }));
  }
  const { lines } = golden(files, temporary);
  rmSync(temporary, { recursive: true });
  expect(lines.length).toBeGreaterThan(90);
  expect(lines.filter((line) => !line.startsWith('failed'))).toEqual([]);
});

const run = (op: string, inputs: Record<string, unknown>, attributes: Record<string, unknown>): unknown =>
  operations[op].run(inputs as Parameters<typeof operations.Conv.run>[0], attributes);

test('what the operations of the library cannot mean is refused', () => {
  const input = tensor([[1, 2]]);
  expect(() => run('LpNormalization', { input }, { p: 3 })).toThrow('expected p to be 1 or 2, got 3');
  expect(() => run('Conv', { X: input, W: input }, { pads: [1, 0, 0, 0] })).toThrow(
    'expected the same padding on both sides, got [1,0,0,0]',
  );
  expect(operations.Swish.lacks?.({}, { alpha: 2 })).toBe('SiLU has no α');
});
