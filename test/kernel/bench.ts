/**
 * Processor time of the kernel, medians of five fresh kernels: `node -r ./src/kernel/typescript.cjs test/kernel/bench.ts`.
 * Printed and never asserted: what a machine takes is no property of the code. Linux only.
 */
import { KernelClient, registerKernel } from './kernel-client.js';

const rounds = 5;
const plainCells = 20;

async function measure(): Promise<Record<string, number>> {
  const place = registerKernel();
  const kernel = await KernelClient.start(place);
  const spent = async (code: string[]): Promise<number> => {
    const before = (await kernel.usage()).cpu;
    for (const cell of code) await kernel.run(cell);
    return (await kernel.usage()).cpu - before;
  };
  await kernel.run('1');
  const ready = (await kernel.usage()).cpu;
  const firstImport = await spent([`import { layerNorm, tensor } from 'normlab'`]);
  const secondImport = await spent([`import { LayerNorm } from 'normlab'`]);
  const cells = await spent(Array.from({ length: plainCells }, (_, i) => `const v${i} = ${i} * 2; v${i}`));
  const nodeTypes = await spent([`import path from 'node:path'; path.sep`]);
  const { megabytes } = await kernel.usage();
  await kernel.stop();
  place.remove();
  return { ready, firstImport, secondImport, plainCell: cells / plainCells, nodeTypes, megabytes };
}

async function main(): Promise<void> {
  const results: Record<string, number>[] = [];
  for (let i = 0; i < rounds; i++) results.push(await measure());
  for (const name of Object.keys(results[0])) {
    const values = results.map((result) => result[name]).sort((a, b) => a - b);
    const unit = name === 'megabytes' ? 'MB' : 's';
    console.log(
      `${name.padEnd(14)} ${values[Math.floor(rounds / 2)].toFixed(3)} ${unit}  (${values.map((v) => v.toFixed(3)).join(', ')})`,
    );
  }
}

void main();
