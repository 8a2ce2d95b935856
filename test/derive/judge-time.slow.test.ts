import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { derivations } from '../../src/derive/library/index.js';
import { derive } from './derive.js';
import { callsIn } from './lines.js';

const { judge } = derive;
const dx = derivations['layer-norm-dx'];
const right = 'rstd * (g - mean(g) - xhat * mean(g * xhat))';
const hook = join(__dirname, '../../src/kernel/typescript.cjs');
const room = join(__dirname, '../../src/derive/index.ts');

test('the same answer is judged the same in a new process', () => {
  const script = `const { derivations, judge } = require(${JSON.stringify(room)});
    console.log(JSON.stringify(['${right}', 'g', 'rstd * (g + mean(g))'].map((answer) => judge(derivations['layer-norm-dx'], 5, answer, { hint: 'full' }))));`;
  const { stdout } = spawnSync(process.execPath, ['-r', hook, '-e', script], {
    encoding: 'utf8',
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
  ['roots of what has no value anywhere', 'sqrt(1 / (C - C)) * g + (g / 0)^(1/2)'],
  ['exponentials of exponentials', `${'exp('.repeat(59)}x${')'.repeat(59)}`],
  ['roots of roots', `${'sqrt('.repeat(59)}x^2${')'.repeat(59)}`],
  ['powers of powers', `${'('.repeat(50)}x${'^64)'.repeat(50)}`],
  ['hundreds of terms', `g${' + g'.repeat(480)}`],
  ['hundreds of factors', `${'g*'.repeat(900)}g`],
  ['hundreds of minus signs', `${'-'.repeat(1990)}g`],
  ['hundreds of methods', `g${'.sum()'.repeat(300)}`],
  ['hundreds of digits', `0.${'3'.repeat(1990)} * g`],
  ['huge arguments', `tanh(1e90 * x) + erf(1e90 * x) + exp(-1e15 * x^2) + log(1e99 * x^2)`],
])('%s are judged or refused with bearable work, hints and all', (_, answer) => {
  judge(dx, 5, right);
  // Ten million calls, which the heaviest takes, are a second or two.
  expect(callsIn(() => judge(dx, 5, answer, { hint: 'full' }))).toBeLessThan(20e6);
});
