import { tagged } from '../../src/cli/export/notebook.js';
import { execute, notebooks } from './execute.js';
import { numbersNobodyPrints } from './prose.js';


describe.each(notebooks)('%s', (name) => {
  test('runs through our kernel without an error and prints every number of its prose', async () => {
    const run = await execute(name, 'ours');
    process.stderr.write(`${name}: ${run.seconds.toFixed(1)} s\n`);
    expect(run.failures).toEqual([]);
    expect(numbersNobodyPrints(run.notebook)).toEqual([]);
    const meant = run.notebook.cells.filter((cell) => tagged(cell, 'raises-exception'));
    const calm = meant.filter((cell) => !cell.outputs?.some((output) => output.output_type === 'error'));
    expect(calm.map((cell) => cell.id)).toEqual([]);
  });
});
