import type { Exercise } from '../../grade/index.js';
import { near } from '../near.js';
import { tryMutants } from './mutants.js';
import { mutantLines } from './mutants-table.js';
import { detailLines, judged, tableLines } from './table.js';
import { tryVersions } from './tried.js';

/** What the command needs of the world around it. */
interface World {
  readonly exercises: readonly Exercise[];
  say(line: string): void;
  /** Keeps the table, and says where. */
  save(text: string): string;
}

/**
 * Tries the wrong and right versions of exercises on their checks: of all exercises as a table, which is also saved; of
 * those named, each version with what its learner is told. With `--mutants`, worked solutions with one thing changed.
 *
 * @returns The exit code: 1 where a wrong version slips through or a right one is refused, 2 where the words cannot be
 * followed.
 */
export function runGraders(words: readonly string[], world: World): 0 | 1 | 2 {
  const { exercises, say } = world;
  const names = words.filter((word) => !word.startsWith('-'));
  if (words.includes('--help')) {
    say(usage);
    return 0;
  }
  const problem = problemOf(words, exercises);
  if (problem !== undefined) {
    [`graders: ${problem}`, '0 passed, 1 failed'].forEach(say);
    return 2;
  }
  const wanted = names.length === 0 ? exercises : exercises.filter(({ id }) => names.includes(id));
  const { lines, table, passed, failed } = words.includes('--mutants')
    ? mutantsReport(wanted)
    : versionsReport(wanted, names.length > 0);
  const verdict = `${passed} passed, ${failed} failed`;
  [...lines, ...table].forEach(say);
  if (words.length === 0) say(`saved as ${world.save([...table, verdict, ''].join('\n'))}`);
  say(verdict);
  return failed === 0 ? 0 : 1;
}

const usage = 'npm run graders -- [EXERCISE…] [--mutants]';

/** Why the words cannot be followed, in a sentence. */
function problemOf(words: readonly string[], exercises: readonly Exercise[]): string | undefined {
  const ids = exercises.map(({ id }) => id);
  const unknown = words.find((word) => word !== '--mutants' && !ids.includes(word));
  if (unknown?.startsWith('-')) return `${usage}; there is no ${unknown}.`;
  if (unknown !== undefined)
    return `${usage}; there is no exercise ${unknown}; near it are ${near(unknown, ids).slice(0, 3).join(', ')}.`;
  const other = exercises.find((exercise) => words.includes(exercise.id) && !isFunction(exercise));
  return words.includes('--mutants') && other !== undefined
    ? `${other.id} asks for ${other.asks}, and only functions that compute have mutants.`
    : undefined;
}

const isFunction = ({ asks }: Exercise): boolean => asks === undefined;

interface Report {
  readonly lines: readonly string[];
  readonly table: readonly string[];
  readonly passed: number;
  readonly failed: number;
}

function versionsReport(exercises: readonly Exercise[], inFull: boolean): Report {
  const tried = exercises.map(tryVersions);
  const counts = tried.map(judged);
  const mistaken = tried.filter((_, i) => counts[i].slipped + counts[i].refused > 0);
  return {
    lines: (inFull ? tried : mistaken).flatMap(detailLines),
    table: tableLines(tried),
    passed: total(counts.map(({ caught, accepted }) => caught + accepted)),
    failed: total(counts.map(({ slipped, refused }) => slipped + refused)),
  };
}

/** Only functions: a formula is compared as a whole, and an experiment that does otherwise may still be a good one. */
function mutantsReport(exercises: readonly Exercise[]): Report {
  const all = exercises.filter(isFunction).map(tryMutants);
  const lines = all.filter((one) => typeof one === 'string');
  const tried = all.filter((one) => typeof one !== 'string');
  return {
    lines,
    table: mutantLines(tried),
    passed: total(tried.map(({ killed, equivalent }) => killed + equivalent.length)),
    failed: lines.length + total(tried.map(({ survivors, unused }) => survivors.length + unused.length)),
  };
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
