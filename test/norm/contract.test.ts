import {
  add,
  batchNorm,
  contractFindings,
  detachNorm,
  groupNorm,
  layerNorm,
  mul,
  norms,
  Tensor,
} from '../../src/index.js';
import type { Norm } from '../../src/index.js';

const entries = Object.entries(norms);

test.each(entries)('%s keeps its contract', (_, norm) => {
  expect(contractFindings(norm, 0)).toEqual([]);
});

test.each(entries)('%s says what it is and where it comes from', (_, norm) => {
  expect(norm.title).toMatch(/^[A-Z]/);
  expect(norm.statisticsOver.length).toBeGreaterThan(0);
  expect(norm.source).toMatch(/\(\d{4}\)/);
});

const wrong = (change: Partial<Norm>): string[] => contractFindings({ ...norms.layerNorm, ...change });
const apply = norms.layerNorm.apply;

test('an undeclared invariance and one that does not hold are both found', () => {
  expect(wrong({ invariantTo: ['shift'] })).toEqual([
    'declared not invariant to a scale of x, but the output stays',
  ]);
  expect(wrong({ apply: (inputs, options) => add(apply(inputs, options), mul(inputs.x, 1e-3)) })).toEqual(
    expect.arrayContaining([
      'declared invariant to a shift of x, but the output moves',
      'equal numbers do not give what zeros give',
      'an offset of 1e6 costs digits: off by 5.5e+2',
    ]),
  );
});

test('a changed input, a memory of earlier calls and a lost axis are found', () => {
  const changing: Norm['apply'] = (inputs, options) => {
    inputs.x.data[0] += 1;
    return apply(inputs, options);
  };
  expect(wrong({ apply: changing })).toContain('an input was changed at shape [3, 5]');
  let calls = 0;
  const counting: Norm['apply'] = (inputs, options) => add(apply(inputs, options), calls++);
  expect(wrong({ apply: counting })).toContain('a second call gives another result at shape [3, 5]');
});

test('a wrong dtype, wrong shapes and wrong options that pass are found', () => {
  const double: Norm['apply'] = (inputs, options) => {
    const y = apply(inputs, options);
    return new Tensor({ data: Float64Array.from(y.data), shape: y.shape, dtype: 'float64' }, y.node);
  };
  expect(wrong({ apply: double }).join()).toContain('float32 inputs give a float64 output');
  const careless: Norm['apply'] = ({ x, gamma, beta }, { eps }) =>
    add(mul(layerNorm({ x }, { eps: eps >= 0 ? eps : 0 }), gamma), beta);
  expect(wrong({ apply: careless })).toEqual(
    expect.arrayContaining([
      'a wrong shape of gamma is accepted',
      'eps = NaN is accepted',
      'eps = -0.00001 is accepted',
    ]),
  );
  const rude: Norm['apply'] = () => {
    throw new Error('no');
  };
  expect(() => wrong({ apply: rude })).toThrow('no');
});

test('a wrong gradient of the gradient is found though the gradient is right', () => {
  const cut: Norm['apply'] = (inputs, options) => {
    const y = apply(inputs, options);
    return new Tensor(y, y.node && { ...y.node, pullback: (dy) => y.node?.pullback(dy, false) ?? [] });
  };
  expect(wrong({ apply: cut }).join()).toContain('the gradient of the gradient of x is off by');
});

test('equal numbers that overflow are found', () => {
  const bare: Norm['apply'] = ({ x, gamma, beta }) => layerNorm({ x, gamma, beta }, { eps: 0 });
  const found = wrong({
    apply: (inputs, options) => (options.eps === 1e-5 ? bare(inputs, options) : apply(inputs, options)),
  });
  expect(found).toContain('equal numbers give a number that is not finite');
});

test('statistics over other numbers than declared are found, forward and back', () => {
  const { batchNorm: batch, groupNorm: group } = norms;
  expect(
    contractFindings({ ...group, apply: (inputs, { eps }) => groupNorm(inputs, { groups: 1, eps }) }),
  ).toEqual(
    expect.arrayContaining([
      'a number of x reaches numbers that do not share its statistic',
      'on the way back, a number of y reaches numbers that do not share its statistic',
    ]),
  );
  const apply: Norm['apply'] = (inputs, { eps }) => groupNorm(inputs, { groups: inputs.x.shape[1], eps });
  expect(contractFindings({ ...group, apply })).toEqual(
    expect.arrayContaining([
      'a number of x does not reach all that share its statistic',
      'on the way back, a number of y does not reach all that share its statistic',
    ]),
  );
  expect(contractFindings({ ...batch, statisticOf: () => () => 0 })).toContain(
    'a number of x does not reach all that share its statistic',
  );
});

test('a shape that should be refused and is not is found, and so is a refusal that says nothing', () => {
  expect(wrong({ refuses: [[2, 3]] })).toEqual(['x of shape [2, 3] is accepted']);
  const patient: Norm['apply'] = (inputs, options) =>
    inputs.x.data.length === inputs.gamma.data.length ? mul(inputs.x, 0) : batchNorm(inputs, options);
  expect(contractFindings({ ...norms.batchNorm, apply: patient })).toContain('x of shape [1, 3] is accepted');
  const vague: Norm['apply'] = (inputs, options) => {
    if (Number.isNaN(options.eps)) throw new RangeError('no');
    return apply(inputs, options);
  };
  expect(wrong({ apply: vague })).toEqual(['eps = NaN is refused without a RangeError that names it']);
});

test('what is detached and does not say so is found, and what says so and is not', () => {
  expect(wrong({ detaches: true })).toContain(
    'declared detached, but the gradient is that of differences at shape [3, 5]',
  );
  const found = wrong({ apply: (inputs, options) => detachNorm(inputs, options) }).join();
  expect(found).toContain('the gradient is off by');
  const bent: Norm['apply'] = (inputs, options) => {
    const y = detachNorm(inputs, options);
    const pullback = (dy: Tensor, createGraph: boolean): readonly Tensor[] =>
      (y.node?.pullback(dy, createGraph) ?? []).map((gradient) => mul(gradient, 2));
    return new Tensor(y, y.node && { ...y.node, pullback });
  };
  expect(contractFindings({ ...norms.detachNorm, apply: bent }).join()).toContain(
    'the gradient of gamma and beta is off by',
  );
});
