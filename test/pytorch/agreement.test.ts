import { gradient, ndarray, norms, Tensor } from '../../src/index.js';
import * as nn from '../../src/nn/index.js';
import type { Packed } from '../../src/cli/golden/file.js';
import { compared, ours } from './agreement.js';
import { makers } from './calls.js';
import type { Ours } from './agreement.js';
import type { Reference } from './process.js';

/** The library in the place of PyTorch, with answers that may be changed. */
const library = (changed: (name: string, one: Packed) => Packed = (_name, one) => one): Reference => ({
  compute({ op, dtype, attrs, in: inputs, wants, gy }) {
    const at = ([shape, data]: Packed): Tensor => new Tensor(ndarray(data, shape, dtype));
    const given = Object.fromEntries(Object.entries(inputs).map(([name, packed]) => [name, at(packed)]));
    const out = ours[op].run(given, attrs);
    const gradients = gradient(
      out.y,
      wants.map((name) => given[name]),
      { dy: at(gy) },
    );
    const all = [...Object.entries(out), ...wants.map((name, i) => [`d${name}`, gradients[i]] as const)];
    const packed = all.map(([name, { shape, data }]) => [name, changed(name, [shape, [...data]])] as const);
    return Promise.resolve(new Map(packed));
  },
});

const limits = { seed: 1, cases: 8, milliseconds: Infinity };

test.each(Object.keys(makers))('random calls of %s are calls that the library understands', async (op) => {
  expect(await compared(op, library(), limits)).toEqual({ cases: 8, finding: '' });
});

test('the same seed gives the same calls, another one other calls', async () => {
  const asked = async (seed: number): Promise<string> => {
    const calls: string[] = [];
    const listening: Reference = {
      compute: (call) => (calls.push(JSON.stringify(call)), library().compute(call)),
    };
    await compared('layer_norm', listening, { ...limits, seed });
    return calls.join('\n');
  };
  expect(await asked(3)).toBe(await asked(3));
  expect(await asked(3)).not.toBe(await asked(4));
});

test.each(['y', 'dx', 'dg', 'running_var'])(
  'a thousandth in %s is found, and shown in a small call',
  async (wrong) => {
    const off = library((name, [shape, data]) => [
      shape,
      data.map((value) => (name === wrong && data.length > 1 ? value + 1e-3 : value)),
    ]);
    const { finding } = await compared('batch_norm_train', off, limits);
    expect(finding).toMatch(new RegExp(`^batch_norm_train: ${wrong}: expected `));
    expect(finding).toMatch(/x = \[(2,1|1,2|2,2)(,1)*\] /);
  },
);

test('a result that is missing on our side, and a call that PyTorch refuses, are told', async () => {
  const more: Reference = {
    compute: async (call) => new Map([...(await library().compute(call)), ['mean', [[1], [0]] as Packed]]),
  };
  expect((await compared('layer_norm', more, limits)).finding).toMatch(
    /^layer_norm: mean: the library gives no such result/,
  );
  const refusing: Reference = { compute: () => Promise.reject(new Error('PyTorch: ValueError: no')) };
  expect((await compared('relu', refusing, limits)).finding).toBe('relu: PyTorch: ValueError: no');
});

test('what is wrong in float32 alone is found as well', async () => {
  const coarse: Ours = {
    run: (inputs, attributes) => {
      const { y } = ours.silu.run(inputs, attributes);
      return y.dtype === 'float32' ? { y: inputs.x } : { y };
    },
  };
  expect((await compared('silu', library(), limits, coarse)).finding).toContain('silu in float32');
});

test('it stops when its time is over', async () => {
  const slow: Reference = {
    compute: (call) => new Promise((resolve) => setTimeout(() => resolve(library().compute(call)), 20)),
  };
  const { cases, finding } = await compared('relu', slow, { ...limits, cases: 1000, milliseconds: 200 });
  expect(cases).toBeLessThan(20);
  expect(finding).toBe('');
});

/** The operation that stands for a normalization of the registry. */
const ofNorm: Readonly<Record<string, string>> = {
  layerNorm: 'layer_norm',
  rmsNorm: 'rms_norm',
  l2Normalize: 'l2_normalize',
  batchNorm: 'batch_norm_train',
  batchNormEvaluate: 'batch_norm_eval',
  groupNorm: 'group_norm',
  instanceNorm: 'instance_norm',
  localResponseNorm: 'local_response_norm',
  weightNorm: 'weight_norm',
  spectralNorm: 'spectral_norm',
  unitRows: 'unit_rows',
};

test('every normalization that has a name in PyTorch is compared with it', () => {
  const named = Object.entries(norms).filter(([, { inPyTorch }]) => inPyTorch !== undefined);
  expect(named.map(([name]) => name).sort()).toEqual(Object.keys(ofNorm).sort());
  for (const op of Object.values(ofNorm)) expect(Object.keys(makers)).toContain(op);
});

test('so is every function of src/nn that takes a tensor, but dropout, which is random', () => {
  const others =
    /^(dropout|fixup.*|gains|kaiming.*|xavier.*|orthogonal|.*PyTorch|plainState|stateOf|.*Safetensors)$/;
  const functions = Object.keys(nn).filter((name) => /^[a-z]/.test(name) && !others.test(name));
  expect(functions.length).toBeGreaterThan(8);
  for (const name of functions)
    expect(Object.keys(makers)).toContain(name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
});
