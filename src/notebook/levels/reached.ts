import { questions } from '../../grade/index.js';
import type { Climb, Level, Need, Question } from '../../grade/index.js';
import type { Learner } from '../learner.js';
import { own } from '../predict.js';

/** How far one is with a level: won, the next one to try, or later. */
export type State = 'done' | 'open' | 'not yet';

/** A level with how far one is, and what it still asks for. */
export interface Reached {
  readonly level: Level;
  readonly state: State;
  /** In words that can be typed into a cell. */
  readonly left: readonly string[];
}

/** How far a learner is in a climb. The first level that is not won is open; the others can be won in any order. */
export function reachedBy(learner: Learner, { levels }: Climb): Reached[] {
  const left = levels.map(({ needs }) => needs.filter((need) => !isMet(need, learner)).map(inWords));
  const next = left.findIndex((open) => open.length > 0);
  return levels.map((level, i) => ({
    level,
    state: left[i].length === 0 ? 'done' : i === next ? 'open' : 'not yet',
    left: left[i],
  }));
}

function isMet(need: Need, { blanks, checks, answers, predictions }: Learner): boolean {
  if ('blank' in need) return own(blanks, need.blank)?.passed === true;
  if ('check' in need) return own(checks, need.check)?.passed === true;
  if ('prediction' in need) return own(predictions, need.prediction)?.held !== undefined;
  const right = own(questions as Readonly<Record<string, Question>>, need.question)?.right;
  return right !== undefined && own(answers, need.question)?.latest === right;
}

function inWords(need: Need): string {
  if ('blank' in need) return `blank('${need.blank.replace(':', "', ")})`;
  if ('check' in need) return `exercise ${need.check}`;
  return 'prediction' in need ? `the guess “${need.prediction}”` : `question('${need.question}')`;
}
