import { seedsOf } from '../../../src/cli/export/reproduction.js';
import { code, notebookOf, result } from './executed.js';

test('seeds are found in streams, options and records, each once', () => {
  const notebook = notebookOf(
    code('a', "stream('weights', 7).normal(); stream('data', 2)"),
    code('b', 'train({ seed: 3, seeds: [1, 2] })', [
      result({ 'application/vnd.plotly.v1+json': { data: [], layout: { meta: { seed: 9 } } } }),
    ]),
  );
  expect(seedsOf(notebook)).toEqual(['weights: 7', 'data: 2', 3, 9, 1, 2]);
});
