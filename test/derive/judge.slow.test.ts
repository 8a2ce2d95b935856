import fc from 'fast-check';
import { line } from '../../src/derive/derivation.js';
import type { Derivation } from '../../src/derive/derivation.js';
import { derivations } from '../../src/derive/library/index.js';
import type { Judgement } from '../../src/derive/judgement.js';
import { derive } from './derive.js';
import { derivationOf } from './lines.js';

const { judge, print } = derive;
const dx = derivations['layer-norm-dx'];
const right = 'rstd * (g - mean(g) - xhat * mean(g * xhat))';

test('a line that follows in the form that is asked for is right, and is shown as it was understood', () => {
  const { word, says, hint, understood, verdict, form } = judge(dx, 5, right);
  expect({ word, says, hint, form }).toEqual({
    word: 'right',
    says: 'It follows from the line before.',
    hint: '',
    form: false,
  });
  expect(understood && print(understood)).toBe(
    'rstd * (g[j] - mean(i, g[i]) - xhat[j] * mean(i, g[i] * xhat[i]))',
  );
  expect(verdict?.kind).toBe('exact');
});

test('every line of the derivation itself is right', () => {
  dx.lines.forEach(({ expr }, k) => expect([expr, judge(dx, k + 1, expr).word]).toEqual([expr, 'right']));
});

test('skipping ahead is right: each later line is one for an earlier', () => {
  for (let k = 2; k <= 5; k++)
    for (let later = k; later <= 5; later++)
      expect([k, later, judge(dx, k, dx.lines[later - 1].expr).word]).toEqual([k, later, 'right']);
});

test('what a line may no longer contain makes it not yet right, though true', () => {
  for (const [k, answer, says] of [
    [2, 'D(sum(l, dy[l] * y[l]), x[j])', ''],
    [4, 'sum(i, g[i] * D(xhat[i], x[j])) + 0 * x', 'True, but it still contains D: one step further.'],
    [
      5,
      'rstd * sum(i, eye(i, j) * g[i]) - rstd * (mean(g) + xhat * mean(g * xhat))',
      'True, but it still contains eye: one step further.',
    ],
  ] as const) {
    const judged = judge(dx, k, answer);
    expect([judged.word, judged.form, judged.says]).toEqual(
      says === '' ? ['right', false, 'It follows from the line before.'] : ['not yet', true, says],
    );
  }
  const { word, form, says } = judge(dx, 5, `${right}${' + g - g'.repeat(40)}`);
  expect([word, form]).toEqual(['not yet', true]);
  expect(says).toMatch(/^True, but long: \d+ numbers, names and signs, where at most 100 are asked\./);
});

test('the line before, unchanged, is no answer, unless the line is the same', () => {
  const judged = judge(dx, 3, dx.lines[1].expr.replace('i,', 'i , '));
  expect([judged.word, judged.form]).toEqual(['not yet', true]);
  expect(judged.says).toMatch(/^True, but/);
  const steps = derivationOf(['a + b', 'a + b', 'b + a']);
  expect(judge(steps, 2, 'a + b').word).toBe('right');
  expect(judge(steps, 3, 'a + b').says).toBe(
    'True, but that is the line before, unchanged: one step further.',
  );
  expect(judge(steps, 1, 'a + b').word).toBe('right');
});

describe('a bound', () => {
  const bound: Derivation = {
    ...derivationOf(['sum(k, x[k])^2']),
    lines: [line('sum(k, x[k])^2'), line('C * sum(k, x[k]^2)', '', { relation: '<=' })],
  };
  const judged = (answer: string): Judgement => judge(bound, 2, answer);

  test('that holds and is as close as the one of the derivation is right', () => {
    for (const answer of ['C * sum(x^2)', '<= C * sum(x^2)', '≤ C * sum(x^2)', 'sum(k, C * x[k]^2)'])
      expect([answer, judged(answer).word]).toEqual([answer, 'right']);
    expect(judged('C * sum(x^2)').verdict?.kind).toBe('tested');
  });

  test('that is weaker is not yet right, though true', () => {
    for (const answer of ['C * sum(x^2) + 1', '2 * C * sum(x^2)', '(C + 1) * sum(x^2)'])
      expect([answer, judged(answer)]).toMatchObject([
        answer,
        {
          word: 'not yet',
          form: true,
          says: 'True, but weaker than what can be said: a closer bound holds.',
        },
      ]);
  });

  test('that does not hold is refused with numbers', () => {
    const { word, form, says } = judged('(C - 1) * sum(x^2)');
    expect([word, form]).toEqual(['not yet', false]);
    expect(says).toBe('At C = 2, x = (1, 2) the line before is 9, yours is 5.');
  });

  test('with the sign turned round, or as an equation, is not what follows', () => {
    expect(judged('>= C * sum(x^2)').says).toBe(
      'This line follows with <= from the one before, and you wrote >=.',
    );
    expect([judged('≥ C * sum(x^2)').word, judged('= C * sum(x^2)').word]).toEqual(['not yet', 'not yet']);
    expect(judge(dx, 5, `<= ${right}`).word).toBe('not yet');
    expect(judge(dx, 5, `= ${right}`).word).toBe('right');
  });
});

test.each([0, 6, -1, 1.5, NaN])('line %p is none of the five of the derivation', (k) => {
  expect(() => judge(dx, k, right)).toThrow(new RangeError(`layer-norm-dx has lines 1 to 5, got ${k}.`));
});

test('what was answered before changes no judgement', () => {
  const before = judge(dx, 5, right);
  for (let n = 1; n <= 15; n++) judge(dx, 5, `sqrt(variance + ${n} * eps) * g`, { hint: 'kind' });
  judge(derivations['rms-norm-dx'], 2, '0');
  expect(judge(dx, 5, right)).toEqual(before);
});

const words =
  'x g xhat rstd L C i j 1 2 0.5 [i] [j] ( ) + - * / ^2 , = <= sum( mean( sqrt( exp( log( D( eye( ) ) .sum() axis=0 √ σ² x̂ \' ! true "a" [ } ; @ toString'.split(
    ' ',
  );

test('whatever is written, it is judged in words and nothing is thrown', () => {
  const seen = new Set<string>();
  const mangled = fc
    .tuple(fc.constantFrom(...dx.lines), fc.nat(60), fc.nat(4), fc.constantFrom(...words, ''))
    .map(([{ expr }, at, cut, word]) => expr.slice(0, at) + word + expr.slice(at + cut));
  const random = fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((all) => all.join(' '));
  fc.assert(
    fc.property(fc.oneof(mangled, random), (answer) => {
      const { word, says } = judge(dx, 5, answer, { hint: 'kind' });
      seen.add(word);
      expect([answer, says]).toEqual([answer, expect.stringMatching(/^[A-Z"].*[.]$/s)]);
      expect(says.replace(/"[^"]*"/g, '')).not.toMatch(/undefined|NaN|Infinity|object/);
    }),
    { numRuns: 600, seed: 9 },
  );
  expect([...seen].sort()).toEqual(['not yet', 'right', 'unreadable']);
});
