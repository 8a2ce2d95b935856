import { judgeFile } from '../../../src/cli/derivations/judge-file.js';
import { SmallWorld } from './world.js';

function judgedFile(text: string | undefined): { code: number; lines: readonly string[] } {
  const world = new SmallWorld();
  if (text !== undefined) world.files.set('a.json', text);
  return { code: judgeFile('a.json', world), lines: world.lines };
}

const judged = (...entries: unknown[]): Record<string, unknown>[] =>
  judgedFile(JSON.stringify(entries)).lines.map((line) => JSON.parse(line) as Record<string, unknown>);

const five = { derivation: 'layer-norm-dx', line: 5 };

test('every answer gets one line, with all that was found', () => {
  const [right, wrong, form, unreadable] = judged(
    { ...five, answer: 'rstd * (g - mean(g) - xhat * mean(g * xhat))' },
    { ...five, answer: 'rstd * (g - mean(g) + xhat * mean(g * xhat))' },
    { ...five, answer: 'D(L, x[j])' },
    { ...five, answer: 'rstd * (g' },
  );
  expect(right).toMatchObject({ ...five, word: 'right', verdict: 'exact', follows: true, form: false });
  expect(right.understood).toMatch(/^rstd \* \(g\[j\] - mean\(\w+, g\[\w+\]\) - /);
  expect(wrong).toMatchObject({ word: 'not yet', verdict: 'fail', follows: false });
  expect(wrong.counterExample).toMatchObject({ sizes: { C: 2 } });
  expect(form).toMatchObject({
    word: 'not yet',
    follows: true,
    form: true,
    says: expect.stringContaining('D'),
  });
  expect(unreadable).toMatchObject({ word: 'unreadable', verdict: null, follows: false, understood: null });
});

test.each([
  [7, /^An entry is an object/],
  [null, /^An entry is an object/],
  [
    { ...five, derivation: 'layernorm-dx', answer: '1' },
    /^There is no derivation layernorm-dx; near it are layer-norm-dx/,
  ],
  [{ ...five, derivation: 'constructor', answer: '1' }, /^There is no derivation constructor/],
  [{ ...five, line: 6, answer: '1' }, /^layer-norm-dx has lines 1 to 5; got 6\.$/],
  [{ ...five, line: 1.5, answer: '1' }, /got 1\.5\.$/],
  [{ derivation: five.derivation, answer: '1' }, /got none\.$/],
  [{ ...five, answer: 3 }, /^"answer" is a text; got 3\.$/],
])('the bad entry %j gets a sentence, and the next one its verdict', (entry, sentence) => {
  const [bad, good] = judged(entry, { ...five, answer: '0' });
  expect(bad.error).toMatch(sentence);
  expect(good.word).toBe('not yet');
});

test.each([
  [undefined, /cannot be read/],
  ['{', /is no JSON/],
  ['{}', /holds no list/],
])('a file that holds %j is one sentence and exit code 2', (text, sentence) => {
  const { code, lines } = judgedFile(text);
  expect([code, lines.length]).toEqual([2, 1]);
  expect(lines[0]).toMatch(sentence);
});
