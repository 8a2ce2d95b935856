import { contractFindings, layerNorm, norms, partialRmsNorm } from '../../../src/index.js';

test('a part of a statistic that is declared as if it were the whole is found, and the other way round', () => {
  const { partialRmsNorm: partial, layerNorm: layer } = norms;
  const tooFar = [
    'a number of x does not reach all that share its statistic',
    'on the way back, a number of y does not reach all that share its statistic',
  ];
  const { reaches, ...whole } = partial;
  expect(contractFindings(whole).sort()).toEqual(tooFar);
  expect(contractFindings({ ...layer, ...(reaches && { reaches }) })).toEqual(
    expect.arrayContaining([
      'a number of x reaches numbers that do not share its statistic',
      'on the way back, a number of y reaches numbers that do not share its statistic',
    ]),
  );
});

test('another part than declared is found', () => {
  const { partialRmsNorm: partial } = norms;
  const last = contractFindings({
    ...partial,
    apply: (inputs, { eps }) => partialRmsNorm(inputs, { eps, p: 0.2 }),
  });
  expect(last).toContain('a number of x does not reach all that share its statistic');
});

test('a curve is no normalization of rows, and a normalization of rows no curve', () => {
  const { dyt, layerNorm: layer } = norms;
  expect(contractFindings({ ...dyt, statisticOf: layer.statisticOf })).toContain(
    'a number of x does not reach all that share its statistic',
  );
  const apply: typeof layer.apply = ({ x, gamma, beta }, { eps }) => layerNorm({ x, gamma, beta }, { eps });
  expect(contractFindings({ ...layer, apply, statisticOf: dyt.statisticOf })).toContain(
    'a number of x reaches numbers that do not share its statistic',
  );
});
