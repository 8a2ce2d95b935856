/** `npm run bench [-- --json FILE]`: how fast the readable library is, beside the same work written bare. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { measureAll } from './bench/report.js';
import { runBench } from './bench/run.js';

process.exitCode = runBench(process.argv.slice(2), process.versions.node, {
  measure: () => measureAll({ visits: 15, sample: 40, now: cpuMilliseconds }),
  say: (text) => console.log(text),
  save: (file, text) => writeFileSync(resolve(process.env.INIT_CWD ?? process.cwd(), file), text),
});

/** Time this process computed: other work on the machine hardly moves it. */
function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
