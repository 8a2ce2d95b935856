import { derivations } from '../../src/derive/library/index.js';
import { right, unreadable, wrong } from './answers.js';
import type { Answer } from './answers.js';
import { derive } from './derive.js';

const { judge } = derive;

const agrees = (said: string, says: string | RegExp): boolean =>
  typeof says === 'string' ? said.includes(says) : says.test(said);

/** Each answer under a title that a terminal can show. */
const titled = (answers: readonly Answer[]): [title: string, answer: Answer][] =>
  answers.map((one) => [one[2].slice(0, 70), one]);

test.each(titled(right))('right: %s', (_, [name, k, answer]) => {
  const { word, says } = judge(derivations[name], k, answer);
  expect([word, says]).toEqual(['right', 'It follows from the line before.']);
});

test.each(titled(wrong))('not yet: %s', (_, [name, k, answer, sentence]) => {
  const { word, says, hint } = judge(derivations[name], k, answer);
  expect([word, says, agrees(says, sentence)]).toEqual(['not yet', says, true]);
  expect(hint).toBe('');
});

test.each(titled(unreadable))('unreadable: %s', (_, [name, k, answer, sentence]) => {
  const { word, says, ...rest } = judge(derivations[name], k, answer, { hint: 'full' });
  expect([word, says, agrees(says, sentence)]).toEqual(['unreadable', says, true]);
  expect(rest).toEqual({ hint: '', understood: undefined, verdict: undefined, form: false });
});
