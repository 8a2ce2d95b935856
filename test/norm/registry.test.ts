import * as library from '../../src/index.js';
import { gradient, norms, stream, Tensor } from '../../src/index.js';
import type { NormInputs } from '../../src/index.js';
import { randomInputs } from '../../src/norm/contract/inputs.js';

const eps = 0.5;

/** What each row of the registry is said to compute. */
const calls: Readonly<Record<keyof typeof norms, (inputs: NormInputs & { alpha: Tensor }) => Tensor>> = {
  layerNorm: (inputs) => library.layerNorm(inputs, { eps }),
  rmsNorm: (inputs) => library.rmsNorm(inputs, { eps }),
  detachNorm: (inputs) => library.detachNorm(inputs, { detach: 'both', eps }),
  adaNorm: (inputs) => library.adaNorm(inputs, { eps }),
  partialRmsNorm: (inputs) => library.partialRmsNorm(inputs, { p: 0.5, eps }),
  scaleNorm: (inputs) => library.scaleNorm(inputs, { eps }),
  l2Normalize: (inputs) => library.l2Normalize(inputs, { eps }),
  batchNorm: (inputs) => library.batchNorm(inputs, { eps }),
  groupNorm: (inputs) => library.groupNorm(inputs, { groups: 2, eps }),
  instanceNorm: (inputs) => library.instanceNorm(inputs, { eps }),
  dyt: (inputs) => library.dyt(inputs),
  derf: (inputs) => library.derf(inputs),
};

test.each(Object.entries(calls))(
  'the row %s of the registry computes what the function of that name computes',
  (name, call) => {
    const norm = norms[name as keyof typeof norms];
    const inputs = randomInputs(norm, norm.shapes[0], 0) as NormInputs & { alpha: Tensor };
    const dy = new Tensor(stream('registry', 0).normals(inputs.x.shape));
    const [got, want] = [norm.apply(inputs, { eps }), call(inputs)].map((y) => [
      y.data,
      ...gradient(y, Object.values(inputs), { dy }).map(({ data }) => data),
    ]);
    expect(got).toEqual(want);
  },
);

test('there is no row that is not compared', () => {
  expect(Object.keys(calls).sort()).toEqual(Object.keys(norms).sort());
});
