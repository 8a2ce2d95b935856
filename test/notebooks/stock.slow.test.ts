import { expectTheSameOnStock } from './stock.js';


test('notebook 01 runs on stock tslab through the built package and says the same', () =>
  expectTheSameOnStock('01-layer-norm.ipynb'));
