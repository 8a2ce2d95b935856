import { derivations, judge } from '../../src/derive/index.js';
import { formulaExercises, misconceptionOf } from '../../src/grade/formulas/index.js';
import { gapsOf } from '../../src/grade/gaps.js';
import { gradeCandidate } from '../../src/grade/index.js';
import { gradesItsVersions, run } from './versions.js';

describe.each(Object.values(formulaExercises).map((exercise) => [exercise.id, exercise] as const))(
  '%s',
  (_, exercise) => {
    gradesItsVersions(exercise);

    it('is whole', () => {
      expect(gapsOf(exercise)).toEqual([]);
    });
  },
);

describe('the known mistakes of a line', () => {
  const named = (key: string, answer: string): string | undefined => {
    const [name, line] = key.split(':') as [keyof typeof derivations, string];
    return misconceptionOf(key, answer, judge(derivations[name], Number(line), answer))?.name;
  };

  it.each([
    ['layer-norm-dbeta:4', 'dbeta = mean(dy, axis=0)', 'a mean over the words'],
    ['layer-norm-dbeta:4', 'sum(dy, axis=0) / N', 'a mean over the words'],
    ['layer-norm-dbeta:4', 'dy', 'not added up'],
    ['layer-norm-dbeta:4', 'sum(dy, axis=1)', 'added up along the features'],
    ['layer-norm-dbeta:4', 'sum(dy)', 'all of dy in one number'],
    ['layer-norm-dgamma:4', 'xhat * dy', 'not added up'],
    ['layer-norm-dgamma:4', 'sum(xhat, axis=0)', 'dy missing'],
    ['layer-norm-direct-path:4', 'r', 'g missing'],
    ['layer-norm-direct-path:4', 'c * r', 'x̂ itself'],
    ['layer-norm-dr:3', 'sum(c)', 'g missing'],
    ['layer-norm-dr:3', 'c[i] * g[i]', 'not added up'],
    ['layer-norm-dvariance:4', '-1/2 * (σ²+ε)**(1/2) * sum(g * c)', 'one added to the power'],
    ['layer-norm-variance-path:3', '2 * c', 'the square alone'],
    ['layer-norm-dc:8', 'r * g - r * xhat * mean(g * xhat) / C', 'a mean divided by C once more'],
    [
      'layer-norm-jacobian:4',
      '(eye(i, j) - 1/C) * r - 1/2 * r^3 * 2 * c[j] / C',
      'c missing beside the derivative of r',
    ],
    ['layer-norm-dr:3', 'rstd * sum(g * c)', 'x̂ in place of c'],
    ['layer-norm-dvariance:4', '0.5 * sum(g * c) / (variance + eps)^(3/2)', 'the other sign'],
    ['layer-norm-dx-from-dc:9', 'mul(rstd, sub(g, mean(g)))', 'the path through the deviation is missing'],
    ['layer-norm-mean-through-variance:2', '-2 * t', 'the inner derivative forgotten'],
    ['layer-norm-variance-derivative:5', '2 * c[j] / C - 2 / C', 'the mean of c is not gone'],
    [
      'layer-norm-jacobian:4',
      'rstd * (eye(i, j) - 1/C) + c[i] * (-1/2) * rstd^3',
      'the chain stopped at the variance',
    ],
    ['layer-norm-dmu:4', '-rstd * sum(j, g[j] - mean(g))', 'zero'],
    ['layer-norm-dc:8', 'rstd * g - rstd^2 * xhat * mean(g * xhat)', 'one r too many'],
    ['layer-norm-dx-from-dc:9', 'rstd / C * (g - mean(g) - xhat * mean(g * xhat))', '1/C in front'],
  ])('of %s knows %s', (key, answer, name) => {
    expect(named(key, answer)).toBe(name);
  });

  it('are none where the line is right, unfinished, unreadable, without a value, or wrong in another way', () => {
    for (const answer of [
      'sum(n, dy[n, j])',
      'sum(n, dy[n, j] * D(y[n, j], beta[j]))',
      'sum(n, ',
      '1 / (N - N)',
    ])
      expect(named('layer-norm-dbeta:4', answer)).toBeUndefined();
    expect(named('layer-norm-dbeta:4', 'sum(n, dy[n, j]) + 1')).toBeUndefined();
    expect(named('layer-norm-dbeta:4', 'sum(n, dy[n, i])')).toBeUndefined();
    expect(named('layer-norm-dx:5', 'g')).toBeUndefined();
  });
});

describe('a formula', () => {
  const dbeta = formulaExercises['layer-norm-dbeta:4'];
  const graded = (answer: unknown): ReturnType<typeof gradeCandidate> =>
    gradeCandidate(answer, dbeta, { run });

  it('is worth what it keeps, and is told what the judge says where no mistake is known', () => {
    expect(graded('').outcome).toBe('not yet written');
    expect(graded('sum(n, ')).toMatchObject({ points: 0, findings: [{ misconception: 'unreadable' }] });
    expect(graded('sum(n, dy[n, i])').points).toBe(10);
    expect(graded('sum(n, dy[n, j]) + 1').points).toBe(20);
    expect(graded('sum(n, dy[n, j]) + 1').findings.at(-1)?.message).toMatch(/^At N = /);
    expect(graded('sum(n, dy[n, j] * D(y[n, j], beta[j]))').points).toBe(80);
    expect(graded(4).findings[0].misconception).toBe('not a formula');
  });

  it('is not finished while the mean of c stands in it, whatever stands beside', () => {
    const variance = formulaExercises['layer-norm-variance-derivative:5'];
    for (const factor of ['2', '17', '2 / C'])
      expect(
        gradeCandidate(`mean(k, 2*c[k]*eye(k, j)) - ${factor} * mean(k, c[k])`, variance, {
          run,
        }).findings.at(-1),
      ).toMatchObject({ check: 'has the form that is asked for', passed: false });
  });
});
