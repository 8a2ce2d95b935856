import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { claimLine, failureLines } from './answer.js';
import { carryOut } from './carry-out.js';
import type { Found } from './carry-out.js';
import { noteMade } from './made.js';
import { Pool } from './pool.js';
import { reportText } from './report.js';
import { understood, usage } from './request.js';
import type { Request } from './request.js';
import type { World } from './world.js';

/**
 * Does what the words behind `npm run experiment` or `npm run experiments` ask for.
 *
 * @returns The exit code: 0 where every claim holds, 1 where one does not or a run came to no result, 2 for what cannot
 * be understood or written, 130 where it was interrupted.
 */
export async function runExperiments(
  command: keyof typeof usage,
  words: readonly string[],
  world: World,
): Promise<0 | 1 | 2 | 130> {
  if (words.includes('--help') || words.includes('-h')) {
    helpLines(command, world).forEach(world.say);
    return 0;
  }
  const request = understood(command, words, world.experiments);
  const cannot = typeof request === 'string' ? request : whyNotWritable(request, world);
  if (typeof request === 'string' || cannot !== '') {
    world.say(cannot);
    return 2;
  }
  const code = await carryOutAll(request, world);
  if (request.json !== '' && code !== 130)
    noteMade(world.locate(request.json), `npm run ${command} -- ${words.join(' ')}`, new Date());
  return code;
}

async function carryOutAll(request: Request, world: World): Promise<0 | 1 | 130> {
  const pool = new Pool(world.module, request.jobs ?? world.cores);
  let interrupted = false;
  world.onInterrupt(() => {
    interrupted = true;
    void pool.close();
  });
  const all: Found[] = [];
  for (const experiment of request.chosen) {
    const found = await carryOut(experiment, request, world, pool);
    if (interrupted) break;
    all.push(found);
    if (request.chosen.length > 1) world.say(`${experiment.name}: ${experiment.question}`);
    lines(found).forEach(world.say);
    if (request.json !== '') {
      const about = { experiment: experiment.name, preset: request.preset, version: world.version };
      writeFileSync(world.locate(request.json), reportText(about, found.results, found.claims));
    }
  }
  await pool.close();
  return interrupted ? afterInterrupt(world) : lastLine(all, world);
}

function lines({ claims, notes, failures }: Found): string[] {
  return [...claims.map(claimLine), ...notes, ...failureLines(failures)];
}

function lastLine(all: readonly Found[], { say }: World): 0 | 1 {
  for (const { failures, handedOver } of all) if (failures.size === 0) handedOver();
  const claims = all.flatMap((found) => found.claims);
  const broken = all.flatMap(({ failures }) => [...failures.values()].flat()).length;
  const failed = claims.filter(({ holds }) => !holds).length + broken;
  say(`${claims.filter(({ holds }) => holds).length} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

function afterInterrupt({ say }: World): 130 {
  say('Interrupted. Finished runs are kept: the same command goes on where this one stopped.');
  return 130;
}

/** Said before the first run, not after the last. */
function whyNotWritable({ json }: Request, { locate }: World): string {
  if (json === '') return '';
  const file = locate(json);
  try {
    mkdirSync(dirname(file), { recursive: true });
    const isNew = !existsSync(file);
    writeFileSync(file, '', { flag: 'a' });
    if (isNew) rmSync(file);
    return '';
  } catch (error) {
    return `experiment: ${json} cannot be written (${(error as NodeJS.ErrnoException).code}).`;
  }
}

function helpLines(command: keyof typeof usage, { experiments }: World): string[] {
  const names = Object.values(experiments).map(({ name, question }) => `  ${name}: ${question}`);
  return [
    usage[command],
    'Both seeds are included; without them, as many as a verdict needs are taken, from 100.',
    'Ctrl-C keeps finished runs; the same command goes on from there, and another setting starts afresh.',
    ...names,
  ];
}
