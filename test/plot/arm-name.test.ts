import { armName } from '../../src/plot/index.js';

it('calls the arm without a norm a bare network, and every other by its own name', () => {
  expect(['none', 'none, learning rate 0.1', 'none of them', 'pre'].map(armName)).toEqual([
    'bare network',
    'bare network, learning rate 0.1',
    'none of them',
    'pre',
  ]);
});
