import { join } from 'node:path';
import type { Submission } from '../grade-file.js';
import { readText } from '../read.js';
import type { FolderRequest } from '../request.js';
import type { World } from '../world.js';
import { fingerprint, graderCode, seedOf } from './fingerprint.js';
import { gradeAll } from './grade-all.js';
import { answersIn } from './list.js';
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
  const entries = await entriesOf(request, world);
  if (typeof entries === 'string') return entries;
  const place = { path: world.locate(csv), name: csv };
  const before = rowsBefore(place);
  if (typeof before === 'string') return before;
  const table = new Table(entries, before, place);
  const unwritable = table.save();
  if (unwritable !== undefined) return unwritable;
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
  summaryLines(table.rows, { kept, csv }).forEach(world.say);
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

async function entriesOf({ exercise, path, seed }: FolderRequest, world: World): Promise<Entry[] | string> {
  const folder = world.locate(path);
  let files: string[];
  try {
    files = answersIn(folder);
  } catch (error) {
    return `check: ${path} cannot be read as a folder (${(error as NodeJS.ErrnoException).code}); --csv grades all files of one.`;
  }
  if (files.length === 0) return `check: there is no .ts file in ${path}, nor in a folder of it.`;
  const code = fingerprint(await graderCode(world.library.module));
  return files.map((file) => {
    const text = readText(join(folder, file), file);
    const own = seedOf(seed, file);
    const found = typeof text === 'string' ? text : text.cannot;
    return { exercise, file, text, seed: own, fingerprint: fingerprint(code, exercise, file, own, found) };
  });
}
