import { exercises, museum, questions } from '../../grade/index.js';
import type { Choice, Exercise, Question } from '../../grade/index.js';
import type { Block } from '../card.js';
import type { Learner } from '../learner.js';
import type { Prediction } from '../learner/record.js';
import { readable } from '../number.js';
import { own } from '../predict.js';
import type { Places } from './stands-in.js';
import { times } from './words.js';

/** As many as one sitting is good for. */
const most = 5;

/** What is worth another look, with where it stands and what went wrong. */
interface Item {
  readonly notebook: string | undefined;
  readonly what: string;
  readonly why: string;
}

/** At most five things, the most useful first, with the notebook where that is not `here`. */
export function lookAgain(learner: Learner, where: Places, here?: string): Block[] {
  const { open, late } = answered(learner, where);
  const unsolved = [...begun(learner, where), ...spread(open), ...lines(learner, where)];
  const items = [...unsolved, ...spread(late), ...missed(learner, where)];
  if (items.length === 0) return [];
  const values = items
    .slice(0, most)
    .map(
      ({ notebook, what, why }) =>
        [what, `${notebook && notebook !== here ? `notebook ${notebook}: ` : ''}${why}`] as const,
    );
  const solved = unsolved.length === 0 ? 'All that you began is solved. ' : '';
  return [`${solved}What to look at again:`, { values }];
}

/** One of each notebook in turn, so that none crowds out the others. */
function spread(items: readonly Item[]): Item[] {
  const turn = (item: Item, i: number): number =>
    items.slice(0, i).filter(({ notebook }) => notebook === item.notebook).length;
  return items
    .map((item, i) => ({ item, turn: turn(item, i) }))
    .sort((a, b) => a.turn - b.turn)
    .map(({ item }) => item);
}

/** Exercises that were tried and have not passed, with the misconception of the last try. */
function begun({ checks }: Learner, where: Places): Item[] {
  return Object.values<Exercise>({ ...exercises, ...museum }).flatMap(({ id, title }) => {
    const found = own(checks, id);
    if (!found || found.passed || found.tries === 0) return [];
    const why = found.misconception ? `last time: ${found.misconception}` : 'begun, not passed';
    return [{ notebook: where.exercise(id), what: `${id} ${title}`, why }];
  });
}

/** Questions whose latest answer is wrong; and those that were right only in the end. The latest come first. */
function answered({ answers }: Learner, where: Places): Record<'open' | 'late', Item[]> {
  const found: Record<'open' | 'late', Item[]> = { open: [], late: [] };
  for (const [id, given] of Object.entries(answers).reverse()) {
    const asked = own<Question>(questions, id);
    if (!asked || given.first === asked.right) continue;
    const isOpen = given.latest !== asked.right;
    const choice = own<Choice>(asked.choices, isOpen ? given.latest : given.first);
    const thought = choice?.misconception ? `; you thought: ‘${choice.misconception}’` : '';
    found[isOpen ? 'open' : 'late'].push({
      notebook: where.question(id),
      what: `question('${id}')`,
      why: `${isOpen ? 'open' : 'right in the end'}${thought}`,
    });
  }
  return found;
}

function lines({ blanks }: Learner, where: Places): Item[] {
  return Object.entries(blanks)
    .filter(([, { passed }]) => !passed)
    .map(([key, { tries }]) => ({
      notebook: where.blank(key),
      what: `blank('${key.replace(/:(\d+)$/, "', $1")})`,
      why: `not yet right after ${times(tries, 'try', 'tries')}`,
    }));
}

/** Ranges that the value lay outside of by more than their own width, the farthest first. */
function missed({ predictions }: Learner, where: Places): Item[] {
  return Object.entries(predictions)
    .map(([label, guess]) => ({ label, guess, miss: missOf(guess) }))
    .filter(({ miss }) => miss > 1)
    .sort((a, b) => b.miss - a.miss)
    .map(({ label, guess: { low, high, value = NaN } }) => ({
      notebook: where.prediction(label),
      what: label,
      why: `you said ${readable(low)} to ${readable(high)}, it was ${readable(value)}`,
    }));
}

/** How far outside of a range its value lies, in widths of the range. */
function missOf({ low, high, value }: Prediction): number {
  if (value === undefined) return 0;
  const outside = Math.max(low - value, value - high, 0);
  return outside === 0 ? 0 : outside / (high - low);
}
