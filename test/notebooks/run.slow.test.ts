import { tagged } from '../../src/cli/export/notebook.js';
import { execute, notebooks } from './execute.js';
import { numbersNobodyPrints } from './prose.js';

jest.setTimeout(240_000);

describe.each(notebooks)('%s', (name) => {
  test('runs through our kernel without an error, prints every number of its prose, and says the same when run again', async () => {
    const first = await execute(name, 'ours');
    process.stderr.write(`${name}: ${first.seconds.toFixed(1)} s\n`);
    expect(first.failures).toEqual([]);
    expect(numbersNobodyPrints(first.notebook)).toEqual([]);
    const again = await execute(name, 'ours');
    expect(again.words).toEqual(first.words);
    const meant = first.notebook.cells.filter((cell) => tagged(cell, 'raises-exception'));
    const calm = meant.filter((cell) => !cell.outputs?.some((output) => output.output_type === 'error'));
    expect(calm.map((cell) => cell.id)).toEqual([]);
  });
});
