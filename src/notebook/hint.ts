import { exercises, museum } from '../grade/index.js';
import type { Exercise } from '../grade/index.js';
import { Card } from './card.js';
import { recall, remember } from './learner.js';
import type { Learner, Tried } from './learner/record.js';
import { own } from './predict.js';

const ordinals = ['first', 'second', 'last'] as const;

/**
 * Shows the next hint of three, or the one that is asked for. Which were read is kept.
 *
 * @param of The exercise itself, or its number as the notebook has it. Without one nothing is shown, and nothing kept.
 * @example
 * hint(exercises.layerNorm);
 */
export function hint(of?: Exercise | string, n?: 1 | 2 | 3): Card {
  if (of === undefined)
    return new Card('note', 'No hint yet.', ['Say for which exercise: hint(exercises.mean).']);
  if (typeof of === 'string') return byNumber('hint', of, (found) => hint(found, n));
  const next = n ?? nextHint(of);
  if (next === undefined)
    return new Card('note', `You have seen all three hints for ${of.id}.`, [
      `hint(${nameOf(of)}, 1) shows the first again, and ${inCall('solution', of)} shows the worked solution.`,
    ]);
  const text = of.hints[next - 1] as string | undefined;
  if (text === undefined)
    return new Card('note', 'No such hint.', [`There are hints 1, 2 and 3, got ${String(next)}.`]);
  const { note } = remember((learner) => {
    const tried = triedOf(learner, of);
    const when = tried.passed ? 'after' : 'before';
    return withTried(learner, of, { ...tried, hints: { [next]: when, ...tried.hints } });
  });
  return new Card('note', `Hint ${next} of 3 for ${of.id}`, [text, note]);
}

/** Shows the worked solution. Try first: what you found yourself you keep. */
export function solution(of: Exercise | string): Card {
  if (typeof of === 'string') return byNumber('solution', of, solution);
  const { note } = remember((learner) => {
    const tried = triedOf(learner, of);
    return withTried(learner, of, {
      ...tried,
      solution: tried.solution ?? (tried.passed ? 'after' : 'before'),
    });
  });
  return new Card('note', `Worked solution of ${of.id}`, [{ of: of.title, code: of.solution }, note]);
}

/** What a call shows for the exercise of that number, or how the call is written. */
function byNumber(call: string, id: string, show: (of: Exercise) => Card): Card {
  const found = [exercises, museum]
    .flatMap((some) => Object.values<Exercise>(some))
    .find((one) => one.id.toLowerCase() === id.trim().toLowerCase());
  if (found) return show(found);
  return new Card('note', `There is no exercise ${id}.`, [
    `Say for which exercise, by name or by number: ${call}(exercises.mean) or ${call}('E0.1').`,
  ]);
}

/** Which help comes next, as it is written in a cell. */
export function helpOffered(of: Exercise): string {
  const next = nextHint(of);
  if (next === undefined) return `${inCall('solution', of)} shows the worked solution.`;
  return `${inCall('hint', of)} shows the ${ordinals[next - 1]} of three hints.`;
}

/** What a learner did with an exercise so far. */
export function triedOf({ checks }: Learner, { id }: Exercise): Tried {
  return own(checks, id) ?? { passed: false, tries: 0 };
}

/** The same learner, with this done. */
export function withTried(learner: Learner, { id }: Exercise, tried: Tried): Learner {
  return { ...learner, checks: { ...learner.checks, [id]: tried } };
}

function nextHint(of: Exercise): 1 | 2 | 3 | undefined {
  const { hints = {} } = triedOf(recall().learner, of);
  return ([1, 2, 3] as const).find((n) => own(hints, String(n)) === undefined);
}

const inCall = (call: string, of: Exercise): string => `${call}(${nameOf(of)})`;

/** What an exercise is called in a cell. */
function nameOf(of: Exercise): string {
  for (const [name, some] of Object.entries({ exercises, museum })) {
    const found = Object.entries<unknown>(some).find(([, one]) => one === of);
    if (found) return `${name}.${found[0]}`;
  }
  return '…';
}
