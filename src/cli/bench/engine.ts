/** Our side of `npm run bench -- --peers`: answers the same lines as peers.py does. */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { sortingStep } from './sorting-step.js';
import type { SortingModel } from './sorting-step.js';

let step: (i: number) => number = () => NaN;
let done = 0;

function answer(asked: { readonly model?: string; readonly steps?: number }): object {
  if (asked.model !== undefined) {
    step = sortingStep(JSON.parse(readFileSync(asked.model, 'utf8')) as SortingModel);
    done = 8;
    return { losses: Array.from({ length: 8 }, (_, i) => step(i)) };
  }
  const { steps = 1 } = asked;
  const begin = process.cpuUsage();
  for (let i = 0; i < steps; i++) step(done++);
  const { user, system } = process.cpuUsage(begin);
  return { ms: (user + system) / 1000 / steps };
}

console.log(JSON.stringify({ version: `this library, Node ${process.versions.node}` }));
createInterface({ input: process.stdin }).on('line', (line) =>
  console.log(JSON.stringify(answer(JSON.parse(line) as { model?: string; steps?: number }))),
);
