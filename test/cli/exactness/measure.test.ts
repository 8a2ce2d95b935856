import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { measured } from '../../../src/cli/exactness/formulas.js';
import { errorsOf, kinds } from '../../../src/cli/exactness/measure.js';
import type { Rows } from '../../../src/cli/exactness/measure.js';
import { norms } from '../../../src/index.js';

const data = JSON.parse(readFileSync(join(__dirname, '../../golden/exactness.json'), 'utf8')) as Rows;

test('a float32 LayerNorm far from 0 keeps its digits, forward and back, where PyTorch loses four', () => {
  const { float32, pytorch } = errorsOf('layerNorm', data, 'offset');
  expect(Math.max(float32.forward, float32.backward)).toBeLessThan(2e-6);
  expect(Math.min(pytorch?.forward ?? 0, pytorch?.backward ?? 0)).toBeGreaterThan(1e-4);
});

test('around 0 both are alike: a few roundings', () => {
  const { float32, pytorch } = errorsOf('layerNorm', data, 'ordinary');
  for (const { forward, backward } of [float32, pytorch ?? float32])
    for (const error of [forward, backward]) {
      expect(error).toBeGreaterThan(1e-8);
      expect(error).toBeLessThan(3e-7);
    }
});

test('in float64 half a unit in the last place is about what is left', () => {
  for (const kind of kinds) {
    const { forward, backward } = errorsOf('layerNorm', data, kind).float64;
    expect(Math.max(forward, backward)).toBeLessThan(4e-16);
  }
});

test('a number of PyTorch that is off by a millionth is seen, wherever it stands', () => {
  const { layerNorm } = data.pytorch;
  for (const [name, part] of [
    ['y', 'forward'],
    ['dx', 'backward'],
    ['dgamma', 'backward'],
    ['dbeta', 'backward'],
  ] as const) {
    const found = layerNorm?.ordinary ?? {};
    const off = { ...found, [name]: Array.from(found[name], (value, i) => value + (i === 3 ? 1e-4 : 0)) };
    const changed = {
      ...data,
      pytorch: { layerNorm: { ordinary: off, offset: off, tiny: off } },
    };
    expect(errorsOf('layerNorm', changed, 'ordinary').pytorch?.[part]).toBeGreaterThan(1e-6);
  }
});

test('every normalization with a backward of its own is measured, and of the others those that are named here are not', () => {
  const left = Object.keys(norms).filter((name) => !Object.hasOwn(measured, name));
  const derived = left.filter((name) => norms[name as keyof typeof norms].backward === 'derived');
  expect(derived).toEqual(['sigmaReparam']); // Its formula would be a singular value decomposition of 64 digits.
  expect(left.filter((name) => !derived.includes(name)).sort()).toEqual(
    [
      ...['adaIN', 'adaLayerNorm', 'batchChannelNorm', 'batchRenorm', 'cosineScores', 'divisiveNorm', 'film'],
      ...['hypersphericalStep', 'layerScale', 'linfBatchNorm', 'maskedBatchNorm', 'maskedLayerNorm', 'pNorm'],
      ...['softCap', 'switchableNorm'],
    ].sort(),
  );
});

test('what has no formula is refused', () => {
  expect(() => errorsOf('softCap', data, 'tiny')).toThrow('exactness: there is no formula for softCap');
});
