import { said } from './grading.js';

/** What a learner is told of an error that ended their function: its first line, and what to do where that line does not say it. */
export function stoppedBy(error: unknown): string {
  if (error instanceof RangeError && /call stack/.test(error.message))
    return 'Your function calls itself without end. Which call is meant for another function of the same name?';
  const words = said(error);
  const advice = rows.find(([of]) => of.test(words))?.[1];
  return `Your function stopped with an error: ${words}${advice ? `. ${advice}` : ''}`;
}

/** The words of Node and of the sandbox for a place in a list that is not there. */
const rows: readonly (readonly [of: RegExp, advice: string])[] = [
  [
    /^Cannot set properties of undefined \(setting '\d+'\)|^cannot set property '\d+' of undefined/,
    'There is no row at this place yet: make it first, as in `y[i] = [];`.',
  ],
  [
    /^Cannot read properties of undefined \(reading '\d+'\)|^cannot read property '\d+' of undefined/,
    'There is no row at this place: the places of a list are 0 to `x.length - 1`, and each must have been given its row.',
  ],
];
