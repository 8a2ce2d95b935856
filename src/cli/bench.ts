/** `npm run bench [-- --json FILE] [--peers PYTHON [--picture FILE.svg]]`: how fast the readable library is, beside bare loops or other engines. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { renderSvg } from '../plot/static/index.js';
import { measurePeers } from './bench/peers.js';
import { measureAll } from './bench/report.js';
import { runBench } from './bench/run.js';
import { stepTimePicture } from './bench/step-time-picture.js';

const say = (text: string): void => console.log(text);

void runBench(process.argv.slice(2), process.versions.node, {
  measure: () => measureAll({ visits: 15, sample: 40, now: cpuMilliseconds }),
  measurePeers: (pythons) => measurePeers(pythons, 7, say),
  draw: (measured) => renderSvg(stepTimePicture(measured), { width: 760 }),
  say,
  save: (file, text) => writeFileSync(resolve(process.env.INIT_CWD ?? process.cwd(), file), text),
}).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  },
);

/** Time this process computed: other work on the machine hardly moves it. */
function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
