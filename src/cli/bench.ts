/** `npm run bench [-- --json FILE]`: how fast the readable library is, beside the same work written bare. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { measureAll, table } from './bench/report.js';

const words = process.argv.slice(2);
const file = words[0] === '--json' && words.length === 2 ? words[1] : undefined;
if (words.length > 0 && file === undefined) {
  console.log('bench: the only option is --json FILE, where the numbers are written as well');
  process.exitCode = 1;
} else {
  const measured = measureAll({ visits: 15, sample: 40, now: cpuMilliseconds });
  console.log(`Node ${process.versions.node}, CPU time, medians of 15 visits to each workload in turn\n`);
  console.log(table(measured));
  if (file !== undefined) {
    const path = resolve(process.env.INIT_CWD ?? process.cwd(), file);
    writeFileSync(path, `${JSON.stringify({ node: process.versions.node, measured }, null, 2)}\n`);
  }
}

/** Time this process computed: other work on the machine hardly moves it. */
function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
