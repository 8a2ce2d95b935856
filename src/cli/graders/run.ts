import type { Exercise } from '../../grade/index.js';
import { near } from '../derivations/near.js';
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
 * those named, each version with what its learner is told.
 *
 * @returns The exit code: 1 where a wrong version slips through or a right one is refused, 2 where a name is unknown.
 */
export function runGraders(names: readonly string[], { exercises, say, save }: World): 0 | 1 | 2 {
  const ids = exercises.map(({ id }) => id);
  const unknown = names.find((name) => !ids.includes(name));
  if (unknown !== undefined) {
    say(
      `graders: there is no exercise ${unknown}; near it are ${near(unknown, ids).slice(0, 3).join(', ')}.`,
    );
    say('0 passed, 1 failed');
    return 2;
  }
  const wanted = names.length === 0 ? exercises : exercises.filter(({ id }) => names.includes(id));
  const tried = wanted.map(tryVersions);
  const table = tableLines(tried);
  const counts = tried.map(judged);
  const passed = counts.reduce((sum, { caught, accepted }) => sum + caught + accepted, 0);
  const failed = counts.reduce((sum, { slipped, refused }) => sum + slipped + refused, 0);
  const mistaken = tried.filter((_, i) => counts[i].slipped + counts[i].refused > 0);
  const verdict = `${passed} passed, ${failed} failed`;
  (names.length === 0 ? mistaken : tried).flatMap(detailLines).forEach(say);
  table.forEach(say);
  if (names.length === 0) say(`saved as ${save(`${table.join('\n')}\n${verdict}\n`)}`);
  say(verdict);
  return failed === 0 ? 0 : 1;
}
