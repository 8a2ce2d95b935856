import { tables } from '../../../src/cli/exactness/table.js';
import type { Line } from '../../../src/cli/exactness/table.js';

const error = { forward: 1.26e-16, backward: 0 };
const one = (pytorch: boolean): Line['errors']['tiny'] => ({
  float64: error,
  float32: { forward: 4e-8, backward: 5.4e-8 },
  pytorch: pytorch ? { forward: 3.4e-4, backward: 8e-4 } : undefined,
});
const line = (name: Line['name'], pytorch: boolean): Line => ({
  name,
  errors: { ordinary: one(pytorch), offset: one(pytorch), tiny: one(pytorch) },
});

test('what PyTorch has stands beside it, the others in a table of their own', () => {
  const { beside, others } = tables([line('layerNorm', true), line('dyt', false)], '2.13.0');
  expect(beside.split('\n')).toEqual([
    expect.stringMatching(/^\| {2}\| float64, 0 ± 1 \| .* \| PyTorch 2\.13\.0, 0 ± 10⁻⁶ \|$/),
    `|${' --- |'.repeat(10)}`,
    `| \`layerNorm\` |${' 1e-16, 0 |'.repeat(3)}${' 4e-8, 5e-8 |'.repeat(3)}${' 3e-4, 8e-4 |'.repeat(3)}`,
  ]);
  expect(others.split('\n')).toEqual([
    expect.stringMatching(/^\| {2}\| float64, 0 ± 1 \| .* \| float32, 0 ± 10⁻⁶ \|$/),
    `|${' --- |'.repeat(7)}`,
    `| \`dyt\` |${' 1e-16, 0 |'.repeat(3)}${' 4e-8, 5e-8 |'.repeat(3)}`,
  ]);
});
