import * as library from '../../src/index.js';
import { gradient, norms, stream, Tensor } from '../../src/index.js';
import { randomInputs } from '../../src/norm/contract/inputs.js';

type Named = Readonly<Record<string, (inputs: object, options: object) => Tensor>>;

/** What a row chooses where its function leaves a choice. */
const chosen: Readonly<Record<string, object>> = {
  groupNorm: { groups: 2 },
  detachNorm: { detach: 'both' },
  pNorm: { p: 3 },
  layerNormScaling: { layer: 4 },
  divisiveNorm: { size: 3, sigma: 1 },
  softCap: { cap: 5 },
  localResponseNorm: { size: 3, alpha: 0.5, beta: 0.75, k: 2 },
};

test.each(Object.entries(norms))(
  'the row %s of the registry computes what the function of that name computes',
  (name, norm) => {
    const inputs = randomInputs(norm, norm.shapes[0], 7);
    const dy = new Tensor(stream('dy', 7).normals(norm.shapes[0]));
    const back = (y: Tensor): unknown => gradient(y, Object.values(inputs), { dy }).map(({ data }) => data);
    const got = norm.apply(inputs, { eps: 0.5 });
    const want = (library as unknown as Named)[name](inputs, { eps: 0.5, ...chosen[name] });
    expect([got.data, back(got)]).toEqual([want.data, back(want)]);
  },
);
