/** `npm test` (everything), `npm run ok` (`--fast`: everything that starts no kernel and no browser) and `npm run test:long`. */
import fs from 'node:fs';
import path from 'node:path';
import { findChromium, howToGetChromium } from './chromium.mjs';
import { orStop, placeHere } from './begin.mjs';
import { runBuild, runTests, runTool, tools } from './gate.mjs';
import { setUpOptional } from './optional.mjs';
import { say, Stop } from './say.mjs';
import { setUp } from './setup.mjs';

const args = process.argv.slice(2);
const place = placeHere();
const { root } = place;
const outcomes = [];

/** Says how one part went, at once, and remembers it for the last line. */
function note(outcome, began) {
  outcomes.push(outcome);
  const { name, passed, failed, skipped, report } = outcome;
  const counts = [
    `${passed} passed`,
    failed && `${failed} failed`,
    skipped.length && `${skipped.length} skipped`,
  ];
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  say(`${failed ? '✗' : '✓'} ${name}: ${counts.filter(Boolean).join(', ')} (${seconds} s)`);
  if (report) say(report);
  for (const test of skipped) say(`    skipped: ${test}`);
}

/** Runs the tasks two at a time, the first of them first. */
async function twoAtATime(tasks) {
  const queue = [...tasks];
  const worker = async () => {
    for (let task = queue.shift(); task; task = queue.shift()) {
      const began = Date.now();
      note(await task(), began);
    }
  };
  await Promise.all([worker(), worker()]);
}

const fast = () => runTests(root, 'fast', { workers: 2 });
const quick = args.includes('--fast');
const checks = tools({ quick }).map((tool) => () => runTool(root, tool));

async function timed(work) {
  const began = Date.now();
  note(await work(), began);
}

async function everything() {
  await timed(() => runBuild(root));
  await twoAtATime([...checks, fast]);
  await timed(() => runTests(root, 'slow', { workers: 2 }));
}

/** What follows this word of the command. */
const given = (word) => (args.includes(word) ? args[args.indexOf(word) + 1] : undefined);

async function long() {
  const minutes = given('--minutes') ?? process.env.NORMLAB_MINUTES;
  const python = given('--pytorch');
  const seed = process.env.NORMLAB_SEED ?? '1';
  say(
    minutes
      ? `Long tests, ${minutes} minutes in all, seed ${seed}: what has to be left out is named.`
      : 'All long tests, whole: some hours.',
  );
  await withOptional();
  await timed(() => runBuild(root));
  const notes = path.join(root, 'build', 'long.txt');
  fs.rmSync(notes, { force: true });
  const env = {
    ...{ NORMLAB_SEED: seed, NORMLAB_NOTES: notes },
    ...(minutes && { NORMLAB_MINUTES: minutes }),
    ...(python && { NORMLAB_PYTORCH: path.resolve(process.env.INIT_CWD ?? root, python) }),
  };
  await timed(() => runTests(root, 'long', { workers: 1, env }));
  if (fs.existsSync(notes)) say(fs.readFileSync(notes, 'utf8').trimEnd());
}

/** What cannot be fetched fails the one test that uses it, not the others. */
async function withOptional() {
  try {
    await setUpOptional(place);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(error.message);
  }
}

function lastLine() {
  const sum = (count) => outcomes.reduce((total, outcome) => total + count(outcome), 0);
  const skipped = sum((outcome) => outcome.skipped.length);
  if (skipped > 0 && !findChromium()) say(howToGetChromium);
  const failed = sum((outcome) => outcome.failed);
  const counts = [
    `${sum((outcome) => outcome.passed)} passed`,
    `${failed} failed`,
    skipped && `${skipped} skipped`,
  ];
  say(counts.filter(Boolean).join(', '));
  return failed === 0 ? 0 : 1;
}

await orStop(async () => {
  await setUp(place);
  if (quick) await twoAtATime([...checks, fast]);
  else await (args.includes('--long') ? long() : everything());
  return lastLine();
});
