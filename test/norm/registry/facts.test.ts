import { normFacts, norms } from '../../../src/index.js';
import type { NormFacts } from '../../../src/index.js';

const facts = normFacts();
const of = (name: keyof typeof norms): NormFacts | undefined => facts.find((one) => one.name === name);

test('every normalization of the registry has its record, in order', () => {
  expect(facts.map(({ name }) => name)).toEqual(Object.keys(norms));
});

test('axes are worked out from who shares a statistic', () => {
  expect(of('layerNorm')?.axes).toBe('2 of [2, 3, 4]');
  expect(of('batchNorm')?.axes).toBe('0, 2 of [2, 2, 3]');
  expect(of('instanceNorm')?.axes).toBe('2, 3 of [2, 2, 2, 3]');
  expect(of('groupNorm')?.axes).toBe('part of 1, 2 of [2, 4, 3]');
  expect(of('localResponseNorm')?.axes).toBe('part of 1 of [2, 5, 3]');
  expect(of('divisiveNorm')?.axes).toBe('part of 1 of [2, 7]');
  expect(of('switchableNorm')?.axes).toBe('0, 1, 2 of [2, 3, 4]');
  expect(of('dyt')?.axes).toBe('none');
});

test('whom a number reaches follows from the axes', () => {
  expect(of('dyt')?.reaches).toBe('itself alone');
  expect(of('groupNorm')?.reaches).toBe('its own sample');
  expect(of('ghostBatchNorm')?.reaches).toBe('other samples too');
  expect(of('weightNorm')?.reaches).toBe('other weights');
});

test('the rest is what the row says, in words', () => {
  expect(of('rmsNorm')).toMatchObject({
    title: 'Root mean square normalization',
    parameters: 'gamma',
    invariantTo: 'scale',
    backward: 'derived',
    inPyTorch: 'nn.RMSNorm',
  });
  expect(of('l1BatchNorm')).toMatchObject({
    invariantTo: 'shift and scale',
    inPyTorch: '',
    backward: 'composed',
  });
  expect(of('film')?.invariantTo).toBe('neither');
});
