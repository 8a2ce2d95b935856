import { randomFrom } from '../../src/derive/random.js';
import { shuffled } from '../../src/cli/derivations/mutants.js';
import { milliseconds, note, seed } from '../long-run.js';
import { notebooks } from './execute.js';
import { expectTheSameOnStock } from './stock.js';

jest.setTimeout(900_000);

let end: number | undefined;
const leftOut: string[] = [];
afterAll(() => leftOut.length > 0 && note(`stock tslab: left out for want of time: ${leftOut.join(', ')}.`));

test.each(shuffled(notebooks, randomFrom(seed)))(
  '%s runs on stock tslab through the built package and says the same',
  async (name) => {
    end ??= Date.now() + milliseconds('stock');
    if (Date.now() < end) await expectTheSameOnStock(name);
    else leftOut.push(name);
  },
);
