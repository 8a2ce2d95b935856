import { Card } from './card.js';
import { edits } from './edits.js';
import { remember } from './learner.js';
import type { Recalled } from './learner.js';
import type { Prediction } from './learner/record.js';
import { readable } from './number.js';

/**
 * Keeps a guess: a range meant to hold the answer eight times in ten.
 *
 * @param label What is guessed; `reveal` finds the guess by it.
 * @param low The lower end. Without both ends nothing is kept.
 * @param high The upper end.
 * @example
 * predict('largest entry of word 2', 1, 2);
 */
export function predict(label: string, low?: number, high?: number): Card {
  if (low === undefined && high === undefined)
    return new Card('note', 'No guess yet.', [
      `Write a low and a high end, a range that you would trust eight times in ten: predict('${label}', low, high).`,
    ]);
  if (low === undefined || high === undefined)
    return new Card('note', 'Half a guess.', ['A range has two ends, a low one and a high one.']);
  if (!Number.isFinite(low) || !Number.isFinite(high))
    return new Card('note', 'No guess yet.', [`Both ends have to be plain numbers, got ${low} and ${high}.`]);
  if (low > high)
    return new Card('note', 'No guess yet.', [
      `The low end comes first: did you mean predict('${label}', ${high}, ${low})?`,
    ]);
  const { learner, note } = remember((before) => {
    const seen = own(before.predictions, label)?.held !== undefined;
    return seen ? before : { ...before, predictions: { ...before.predictions, [label]: { low, high } } };
  });
  const kept = own(learner.predictions, label);
  const first =
    kept && (kept.low !== low || kept.high !== high)
      ? `You have seen this value already, so your first range counts: ${range(kept)}.`
      : '';
  return new Card('note', `Your range: ${range({ low, high })}.`, [label, first, note]);
}

/**
 * Shows a value beside the guess that was made for it.
 *
 * @example
 * reveal('largest entry of word 2', xhat.data[3]);
 */
export function reveal(label: string, value: number): Card {
  const { learner, note } = kept(label, value);
  const guess = own(learner.predictions, label);
  const result = `${label}: ${readable(value)}`;
  if (!guess) return new Card('note', result, [misspelt(label, learner.predictions), note]);
  const held = guess.low <= value && value <= guess.high;
  const heading = held ? `Inside your range. ${result}` : `Outside your range. ${result}`;
  const side = value < guess.low ? 'lower than' : value > guess.high ? 'higher than' : 'not comparable with';
  const words = held
    ? `You said ${range(guess)}.`
    : `You said ${range(guess)}; it is ${side} that. Two in ten may fall outside: what did you not expect?`;
  return new Card(held ? 'yes' : 'note', heading, [words, note]);
}

/** Points at a guess that waits under nearly this name; other digits make another name. */
function misspelt(label: string, predictions: Readonly<Record<string, Prediction>>): string {
  const digits = (name: string): string => name.replace(/\D/g, '');
  const other = Object.entries(predictions).find(
    ([name, { held }]) =>
      held === undefined &&
      digits(name) === digits(label) &&
      edits(name, label) <= Math.min(3, Math.max(1, label.length / 10)),
  );
  if (!other) return '';
  return `A guess waits under nearly the same name, '${other[0]}': ${range(other[1])}. Guesses are found by their name, letter for letter.`;
}

/** Notes the value beside its guess, if there is one. */
function kept(label: string, value: number): Recalled {
  return remember((before) => {
    const guess = own(before.predictions, label);
    if (!guess) return before;
    const held = guess.low <= value && value <= guess.high;
    const seen: Prediction = {
      low: guess.low,
      high: guess.high,
      ...(Number.isFinite(value) && { value }),
      held,
    };
    return { ...before, predictions: { ...before.predictions, [label]: seen } };
  });
}

function range({ low, high }: Prediction): string {
  return `${low} to ${high}`;
}

/** An entry of a record that came from a file: never one of Object's own. */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
