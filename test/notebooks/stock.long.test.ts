import { notebooks } from './execute.js';
import { expectTheSameOnStock } from './stock.js';

jest.setTimeout(300_000);

test.each(notebooks)('%s runs on stock tslab through the built package and says the same', expectTheSameOnStock);
