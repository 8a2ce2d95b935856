import * as library from '../../src/index.js';
import {
  filled,
  gradient,
  Module,
  ndarray,
  norms,
  reshape,
  sameShape,
  stream,
  Tensor,
  tensor,
} from '../../src/index.js';
import { randomInputs } from '../../src/norm/contract/inputs.js';

type Named = Readonly<Record<string, (inputs: object, options: object) => Tensor>>;

const running = { mean: tensor([0.5, 0.25, 0]), variance: tensor([0.5, 1.5, 2.5]) };

/** What a row chooses where its function leaves a choice. */
const chosen: Readonly<Record<string, object>> = {
  ghostBatchNorm: { size: 2 },
  batchRenorm: { running, momentum: 0, rMax: 1, dMax: 50 },
  groupNorm: { groups: 2 },
  detachNorm: { detach: 'both' },
  partialRmsNorm: { p: 0.5 },
  pNorm: { p: 3 },
  layerNormScaling: { layer: 4 },
  divisiveNorm: { size: 3, sigma: 1 },
  softCap: { cap: 5 },
  localResponseNorm: { size: 3, alpha: 0.5, beta: 0.75, k: 2 },
};

/** Where x has another name: that of weights. */
const renamed: Readonly<Record<string, string>> = {
  weightNorm: 'v',
  weightStandardization: 'w',
  spectralNorm: 'w',
  sigmaReparam: 'w',
  unitRows: 'w',
  hypersphericalStep: 'h',
  cosineScores: 'q',
};

/** What it hands over besides what is differentiated. */
const besides: Readonly<Record<string, object>> = {
  batchNormEvaluate: { running },
  spectralNorm: { u: tensor([1, 1, 1]) },
  maskedLayerNorm: { mask: tensor(Array.from({ length: 3 }, () => [1, 1, 1, 1, 0])) },
  maskedBatchNorm: { mask: tensor([[[1, 1, 1, 0]], [[1, 1, 1, 0]]]) },
};

test.each(Object.entries(norms))(
  'the row %s of the registry computes what the function of that name computes',
  (name, norm) => {
    const inputs = randomInputs(norm, norm.shapes[0], 7);
    const dy = new Tensor(stream('dy', 7).normals(norm.shapes[0]));
    const back = (y: Tensor): unknown => gradient(y, Object.values(inputs), { dy }).map(({ data }) => data);
    const got = norm.apply(inputs, { eps: 0.5 });
    const want = (library as unknown as Named)[name](
      { ...inputs, ...besides[name], [renamed[name] ?? 'x']: inputs.x },
      { eps: 0.5, ...chosen[name] },
    );
    expect([got.data, back(got)]).toEqual([want.data, back(want)]);
  },
);

test.each(Object.entries(norms))(
  '%s stands in a graph under its own name, if its way back is derived by hand',
  (name, norm) => {
    const { node } = norm.apply(randomInputs(norm, norm.shapes[0], 7), { eps: 0.5 });
    expect(node?.op === name && node.derived).toBe(norm.backward === 'derived');
  },
);

test.each(Object.entries(norms).filter(([, { parameters }]) => Object.keys(parameters).length > 0))(
  '%s refuses a parameter of another dtype by its name',
  (name, norm) => {
    const inputs = randomInputs(norm, norm.shapes[0], 7);
    const [parameter] = Object.keys(norm.parameters);
    const { data, shape } = inputs[parameter];
    const other = new Tensor(ndarray(data, shape, 'float32'));
    expect(() => norm.apply({ ...inputs, [parameter]: other }, { eps: 0.5 })).toThrow(`${name}: `);
  },
);

const ofRows = Object.entries(norms).filter(
  ([, norm]) => norm.of === 'activations' && !norm.refuses.some((shape) => shape.length === 3),
);
test.each(ofRows)('%s of no rows at all is no rows, as long as a row would hold numbers', (_name, norm) => {
  const y = norm.apply(randomInputs(norm, [2, 0, 3], 7), { eps: 0.5 });
  expect([y.data.length, y.shape[0], y.shape[1]]).toEqual([0, 2, 0]);
});

/** Those whose parameters do not depend on how rows are stacked. */
const ofAnyRows = ofRows.filter(([, { parameters }]) =>
  Object.values(parameters).every(({ shape }) => sameShape(shape([2, 3, 4]), shape([6, 4]))),
);
test.each(ofAnyRows)('%s looks at rows alone, however they are stacked', (_name, norm) => {
  const { x, ...parameters } = randomInputs(norm, [2, 3, 4], 7);
  const flat = norm.apply({ x: reshape(x, [6, 4]), ...parameters }, { eps: 0.5 });
  expect(norm.apply({ x, ...parameters }, { eps: 0.5 }).data).toEqual(flat.data);
});

/** Those that leave a check to the normalization they are made of. */
const madeOf: Readonly<Record<string, string>> = {
  ghostBatchNorm: 'batchNorm',
  layerNormScaling: 'layerNorm',
  batchChannelNorm: 'batchNorm',
};

test.each(Object.entries(norms))(
  '%s refuses a negative ε and parameters of another shape by its name',
  (name, norm) => {
    const inputs = randomInputs(norm, norm.shapes[0], 7);
    const named = (what: string): RegExp => new RegExp(`^(${name}|${madeOf[name]}): expected ${what}\\b`);
    if (norm.hasEps) expect(() => norm.apply(inputs, { eps: -1 })).toThrow(named('eps'));
    for (const [parameter, { shape }] of Object.entries(norm.parameters)) {
      const longer = new Tensor(filled([...shape(norm.shapes[0]), 7], 1));
      expect(() => norm.apply({ ...inputs, [parameter]: longer }, { eps: 0.5 })).toThrow(named(parameter));
    }
  },
);

test.each(Object.entries(norms))(
  '%s declares all inputs that its function reads, and no others',
  (_name, norm) => {
    const read = new Set<string | symbol>();
    const seen = new Proxy(randomInputs(norm, norm.shapes[0], 7), {
      get: (inputs, key) => (read.add(key), inputs[String(key)]),
    });
    norm.apply(seen, { eps: 0.5 });
    expect([...read].sort()).toEqual(['x', ...Object.keys(norm.parameters)].sort());
  },
);

test.each(Object.entries(norms))(
  '%s says truly whether equal numbers become what zeros become',
  (_name, norm) => {
    const inputs = randomInputs(norm, norm.shapes[0], 7);
    const [zeros, twos] = [0, 2].map((value) =>
      norm.apply({ ...inputs, x: new Tensor(filled(norm.shapes[0], value)) }, { eps: 0.5 }),
    );
    const apart = twos.data.map((value, i) => Math.abs(value - zeros.data[i]));
    expect(Math.max(...apart) < 1e-12).toBe(norm.centres);
  },
);

/** Rows without a module, and why. */
const withoutModule: Readonly<Record<string, string>> = {
  l2Normalize: 'works on what another layer holds',
  unitRows: 'works on what another layer holds',
  weightStandardization: 'works on what another layer holds',
  adaIN: 'two inputs, and nothing is learned',
  film: 'two inputs, and nothing is learned',
  batchNormEvaluate: 'a mode of BatchNorm',
};

/** The names of the modules of the library, in small letters: rmsNorm is RMSNorm. */
const modules = new Set(
  Object.entries(library)
    .filter(([, value]) => typeof value === 'function' && value.prototype instanceof Module)
    .map(([name]) => name.toLowerCase()),
);

test.each(Object.keys(norms))('%s has a module of its name, or it is said why not', (name) => {
  expect([name, modules.has(name.toLowerCase())]).toEqual([name, !Object.hasOwn(withoutModule, name)]);
});

test('whatever is said to have no module is a row', () => {
  expect(Object.keys(norms)).toEqual(expect.arrayContaining(Object.keys(withoutModule)));
});
