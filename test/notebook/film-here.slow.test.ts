import { filmHere } from '../../src/notebook/index.js';

beforeAll(() => jest.spyOn(console, 'log').mockImplementation(() => undefined));
afterAll(() => jest.restoreAllMocks());

test('films are put beside each other with the steps of their frames', () => {
  const both = filmHere(
    { right: 'deepnorm', 'no norms': 'none' },
    { seed: 3, learningRate: 3e-3, depth: 1, steps: 4, every: 2 },
  );
  expect(both.steps).toEqual([0, 2, 4]);
  expect(both.runs.map(({ title, loss }) => [title, loss.length])).toEqual([
    ['right', 3],
    ['no norms', 3],
  ]);
  expect(both.runs[1].blocks[0].gamma[0]).toEqual([NaN, NaN]);
});
