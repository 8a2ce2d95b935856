import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { line } from '../../src/derive/derivation.js';
import type { Derivation } from '../../src/derive/derivation.js';
import { derivations } from '../../src/derive/library/index.js';
import type { Judgement } from '../../src/derive/judgement.js';
import { derive } from './derive.js';
import { cpuSeconds, derivationOf } from './lines.js';

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
    expect(says).toMatch(/^At C = 2, x = \(.*\) the line before is 4, yours is 2\.$/);
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

const hook = join(__dirname, '../../src/kernel/typescript.cjs');
const room = join(__dirname, '../../src/derive/index.ts');

test('a root of what has no value anywhere is judged, and not looked for for ever', () => {
  const script = `const { derivations, judge } = require(${JSON.stringify(room)});
    for (const answer of ['sqrt(1 / (C - C)) * g', '(g / 0)^(1/2)', 'abs(log(-1)) * g']) console.log(judge(derivations['layer-norm-dx'], 5, answer).word);`;
  // In a process of its own, so that a search without end ends here.
  const { stdout } = spawnSync(process.execPath, ['-r', hook, '-e', script], {
    encoding: 'utf8',
    timeout: 30000,
  });
  expect(stdout).toBe('not yet\nnot yet\nnot yet\n');
});

test('the same answer is judged the same in a new process', () => {
  const script = `const { derivations, judge } = require(${JSON.stringify(room)});
    console.log(JSON.stringify(['${right}', 'g', 'rstd * (g + mean(g))'].map((answer) => judge(derivations['layer-norm-dx'], 5, answer, { hint: 'full' }))));`;
  const { stdout } = spawnSync(process.execPath, ['-r', hook, '-e', script], {
    encoding: 'utf8',
    timeout: 30000,
  });
  const here = [right, 'g', 'rstd * (g + mean(g))'].map((answer) => judge(dx, 5, answer, { hint: 'full' }));
  expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(here)));
});

test.each([
  ['heavy sums of exponentials', `${right} + 0 * sum(i, sum(k, sum(l, exp(x[i] * x[k] * x[l]))))`],
  ['heavy sums of error functions', `${right} + 0 * sum(i, sum(k, erf(x[i] * x[k])))`],
  [
    'sums much too deep',
    `sum(i, sum(k, sum(l, sum(c1, sum(c2, sum(c3, sum(c4, sum(c5, sum(c6, g[j])))))))))`,
  ],
  ['derivatives much too deep', `${'D('.repeat(50)}L${', x[1])'.repeat(50)}`],
  ['heavy sums without a value', 'sum(i, sum(k, sum(l, exp(x[i] * x[k] * x[l])))) / (C - C)'],
  ['exponentials of exponentials', `${'exp('.repeat(59)}x${')'.repeat(59)}`],
  ['roots of roots', `${'sqrt('.repeat(59)}x^2${')'.repeat(59)}`],
  ['powers of powers', `${'('.repeat(50)}x${'^64)'.repeat(50)}`],
  ['hundreds of terms', `g${' + g'.repeat(480)}`],
  ['hundreds of factors', `${'g*'.repeat(900)}g`],
  ['hundreds of minus signs', `${'-'.repeat(1990)}g`],
  ['hundreds of methods', `g${'.sum()'.repeat(300)}`],
  ['hundreds of digits', `0.${'3'.repeat(1990)} * g`],
  ['huge arguments', `tanh(1e90 * x) + erf(1e90 * x) + exp(-1e15 * x^2) + log(1e99 * x^2)`],
])('%s are judged or refused within two seconds, with hints', (_, answer) => {
  judge(dx, 5, right);
  expect(cpuSeconds(() => judge(dx, 5, answer, { hint: 'full' }))).toBeLessThan(2);
});
