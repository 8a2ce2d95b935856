import { join } from 'node:path';
import type { Submission } from '../grade-file.js';
import { readText } from '../read.js';
import type { FolderRequest } from '../request.js';
import type { World } from '../world.js';
import { fingerprint, graderCode, seedOf } from './fingerprint.js';
import { gradeAll } from './grade-all.js';
import { answersIn, leftOutLines } from './list.js';
import { Progress } from './progress.js';
import { rowOf } from './row.js';
import { summaryLines } from './summary.js';
import { rowsBefore, Table } from './table.js';

const mostJobs = 4;

/** A file of the folder, and what tells whether its row of an earlier run still holds. */
interface Entry extends Submission {
  readonly fingerprint: string;
}

/**
 * Grades the files of a folder into a table. What stands there already and is as it was is not graded again.
 *
 * @returns The exit code: 0 where every file was graded, 1 where one could not be, 130 where the user stopped it; or one
 * sentence where nothing could be begun or saved.
 */
export async function gradeFolder(request: FolderRequest, world: World): Promise<0 | 1 | 130 | string> {
  const { path, csv, jobs = Math.min(mostJobs, world.cores) } = request;
  const found = await entriesOf(request, world);
  if (typeof found === 'string') return found;
  const { entries, leftOut } = found;
  const place = { path: world.locate(csv), name: csv };
  const before = rowsBefore(place, request.exercise);
  if (typeof before === 'string') return before;
  const table = new Table(entries, before, place);
  const unwritable = table.save();
  if (unwritable !== undefined) return unwritable;
  leftOut.forEach(world.say);
  const kept = table.rows.length;
  const todo = entries.filter(({ file }) => !table.has(file));
  const problem = await gradeInto(table, todo, { world, jobs });
  if (problem !== undefined) return problem;
  if (table.rows.length < entries.length) {
    world.say(
      `check: stopped with ${table.rows.length} of ${entries.length} files of ${path} in ${csv}; the same command goes on from there.`,
    );
    return 130;
  }
  summaryLines(table.rows, { kept, csv, leftOut }).forEach(world.say);
  return table.rows.every(({ outcome }) => outcome !== 'cannot be graded') ? 0 : 1;
}

/** @returns One sentence where the table could not be saved. */
async function gradeInto(
  table: Table,
  todo: readonly Entry[],
  { world, jobs }: { readonly world: World; readonly jobs: number },
): Promise<string | undefined> {
  const stop = new AbortController();
  world.onInterrupt(() => stop.abort());
  const progress = new Progress(world, todo.length);
  let [saved, problem]: [number, string | undefined] = [world.now(), undefined];
  await gradeAll(todo, { library: world.library, jobs, signal: stop.signal }, (entry, verdict) => {
    table.add(entry.file, rowOf(verdict, entry.fingerprint));
    progress.step();
    if (world.now() - saved < 1000) return;
    [saved, problem] = [world.now(), table.save()];
    if (problem !== undefined) stop.abort();
  });
  progress.clear();
  return problem ?? table.save();
}

/** What of a folder is to be graded, and a line about what is not. */
interface Found {
  readonly entries: readonly Entry[];
  readonly leftOut: readonly string[];
}

/** @returns One sentence where nothing can be graded. */
async function entriesOf(
  { exercise, path, seed, csv }: FolderRequest,
  world: World,
): Promise<Found | string> {
  const folder = world.locate(path);
  let files: ReturnType<typeof answersIn>;
  try {
    files = answersIn(folder);
  } catch (error) {
    return `check: ${path} cannot be read as a folder (${(error as NodeJS.ErrnoException).code}); --csv grades all files of one.`;
  }
  const [table, others] = [world.locate(csv), files.leftOut];
  const leftOut = leftOutLines(others.filter((file) => join(folder, file) !== table));
  if (files.answers.length === 0)
    return [`check: there is no .ts file in ${path}, nor in a folder of it.`, ...leftOut].join(' ');
  const code = fingerprint(await graderCode(world.library.module));
  const entries = files.answers.map((file): Entry => {
    const text = readText(join(folder, file), file);
    const own = seedOf(seed, file);
    const found = typeof text === 'string' ? text : text.cannot;
    return { exercise, file, text, seed: own, fingerprint: fingerprint(code, exercise, file, own, found) };
  });
  return { entries, leftOut };
}
