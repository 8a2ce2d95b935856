import { diagnose } from './diagnose.js';
import type { HintLevel } from './judgement.js';
import { print } from './print.js';
import { repair } from './repair.js';
import type { WrongAnswer } from './wrong-answer.js';

/**
 * What to say to a wrong line: where to look, what kind of slip it is, or how it would be right. One edit that mends the
 * line is the best hint; else what is wrong with it as a whole.
 */
export function hintFor(answer: WrongAnswer, level: HintLevel): string {
  if (level === 'off') return '';
  const { read, k, wrong } = answer;
  const edit = repair(answer);
  if (edit) {
    const where = edit.part === wrong ? 'Look at the line as a whole' : `Look at "${print(edit.part)}"`;
    if (level === 'place') return `${where}.`;
    if (level === 'kind') return `${where}: ${edit.kind}.`;
    return `It would be right as ${print(edit.expr)}`;
  }
  if (level === 'full') return `One way to write it: ${print(read.exprs[k - 1])}`;
  const found = diagnose(answer);
  if (!found) return 'It is more than one slip away. Begin again from the line before, one piece at a time.';
  return level === 'place' ? found.place : found.kind;
}
