import { join } from 'node:path';
import { operations } from '../../../src/cli/golden/operations/index.js';
import { train } from '../../../src/cli/golden/operations/train.js';
import { runGolden } from '../../../src/cli/golden/run.js';
import { tensor } from '../../../src/index.js';
import type { Tensor } from '../../../src/index.js';

const inputs = { p0: tensor([1, 2]), grads: tensor([[0.5, -1]]) };
const after = (name: unknown, hyper: unknown): Tensor => train.optimizer.run(inputs, { name, hyper }).p;

test.each([[[]], [['--dtype', 'float32']]])(
  'what PyTorch makes of every option comes out with %p',
  (options) => {
    const lines: string[] = [];
    const file = join(__dirname, '../../golden/optimizers.json');
    runGolden([file, ...options], '', (line) => lines.push(line));
    expect(lines.filter((line) => line.startsWith('failed'))).toEqual([]);
    expect(lines[lines.length - 1]).toBe('14 passed, 0 failed, 0 skipped');
  },
);

test('the operations are among those of the golden runner, and leave their inputs alone', () => {
  expect(operations).toMatchObject(train);
  after('sgd', { lr: 1 });
  expect([...inputs.p0.data]).toEqual([1, 2]);
});

test('the family is the name up to its first dash; the rest is words', () => {
  expect(after('sgd-with-words', { lr: 0.5 }).data).toEqual(after('sgd', { lr: 0.5 }).data);
  const wanted = 'expected name to begin with sgd, nesterov, adam, adamw, rmsprop, got "adagrad"';
  expect(() => after('adagrad', { lr: 1 })).toThrow(wanted);
});

test('what PyTorch has and the library has not may stand there only switched off', () => {
  expect(after('adam', { lr: 1, amsgrad: false, maximize: false }).shape).toEqual([1, 2]);
  expect(() => after('adam', { lr: 1, amsgrad: true })).toThrow('got "amsgrad"');
  expect(() => after('rmsprop', { lr: 1, centered: true })).toThrow('got "centered"');
});

test('a value that cannot be used is told', () => {
  expect(() => after('adam', {})).toThrow('expected lr to be a number, got undefined');
  expect(() => after('adam', { lr: 1, betas: 0.9 })).toThrow('expected betas[0] to be a number');
  expect(() => train.clip_grad_norm.run({ g0: tensor([1]) }, { max_norm: 'one' })).toThrow('max_norm');
});
