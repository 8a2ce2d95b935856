import { exercises, gradeCandidate, notYetWritten } from '../../src/grade/index.js';
import type { Finding, Run } from '../../src/grade/index.js';
import { add, layerNorm, mean, noGrad, sub, sum, tensor, Tensor } from '../../src/index.js';
import { isRecording } from '../../src/autograd/recording.js';
import { run } from '../../src/notebook/limits.js';
import { run as straight } from './versions.js';

const last = (candidate: unknown): Finding & { outcome: string } => {
  const { outcome, findings } = gradeCandidate(candidate, exercises.layerNorm, { run: straight });
  return { ...findings[findings.length - 1], outcome };
};
const right = (x: Tensor, gamma: Tensor, beta: Tensor, eps: number): Tensor =>
  layerNorm({ x, gamma, beta }, { eps });

describe('grading a candidate', () => {
  it.each([
    ['undefined', undefined, 'not a function', 'got nothing'],
    ['a tensor', tensor([1]), 'not a function', 'an object'],
    ['one that gives nothing', () => undefined, 'nothing', 'Is a return missing'],
    ['one that gives a promise', (x: Tensor) => Promise.resolve(x), 'a promise', 'Leave out async'],
    ['one that rejects', () => Promise.reject(new Error('no')), 'a promise', 'Leave out async'],
    ['one that gives a list', (x: Tensor) => Array.from(x.data), 'a list', 'A tensor is asked for'],
    ['one that gives a number', () => 3, 'not a tensor', 'the number 3'],
    [
      'one that throws',
      () => {
        throw new Error('first line\nsecond line');
      },
      'stops',
      'first line',
    ],
    [
      'one that calls itself',
      function again(): unknown {
        return again();
      },
      'stops',
      'calls itself without end',
    ],
    ['one of the wrong shape', (x: Tensor) => sum(x), 'shape', 'should be [2, 4], and is []'],
    ['one that gives NaN', (x: Tensor) => add(x, NaN), 'not a number', 'NaN where a number should stand'],
    [
      'one that is constant',
      () =>
        tensor([
          [0, 0, 0, 0],
          [0, 0, 0, 0],
        ]),
      'argument ignored',
      'same answer',
    ],
  ])('speaks to %s', (_, candidate, misconception, words) => {
    const { outcome, misconception: found, message } = last(candidate);
    expect(outcome).toBe('failed');
    expect(found).toBe(misconception);
    expect(message).toContain(words);
    expect(message).not.toMatch(/\n|\bat .*:\d+/);
  });

  it('says which dtype was asked for', () => {
    const { misconception, message } = last(
      (x: Tensor, gamma: Tensor, beta: Tensor, eps: number) =>
        new Tensor({
          ...right(x, gamma, beta, eps),
          dtype: 'float32',
          data: Float32Array.from(right(x, gamma, beta, eps).data),
        }),
    );
    expect(misconception).toBe('dtype');
    expect(message).toContain('float64');
  });

  it('takes an exercise that is not written for what it is', () => {
    const grade = gradeCandidate(() => notYetWritten('E1.1'), exercises.layerNorm, { run: straight });
    expect(grade).toEqual({
      exercise: 'E1.1',
      outcome: 'not yet written',
      findings: [],
      checks: 9,
      points: 0,
    });
  });

  it('stops a candidate that never ends, and says so', () => {
    const forever = (): Tensor => {
      for (;;);
    };
    const grade = gradeCandidate(forever, exercises.layerNorm, { run, millisecondsEach: 100 });
    expect(grade.findings).toHaveLength(1);
    expect(grade.findings[0]).toMatchObject({ passed: false, misconception: 'never ends' });
    expect(grade.findings[0].message).toContain('0.1 seconds');
  });

  it('records again after a loop was stopped inside noGrad', () => {
    const forever = (): Tensor =>
      noGrad(() => {
        for (;;);
      });
    gradeCandidate(forever, exercises.layerNorm, { run, millisecondsEach: 100 });
    expect(isRecording()).toBe(true);
  });

  it('limits all checks together', () => {
    const limits: number[] = [];
    const watched: Run = (f, { milliseconds }) => {
      limits.push(milliseconds);
      return straight(f, { milliseconds });
    };
    gradeCandidate(right, exercises.layerNorm, { run: watched, millisecondsEach: 5000, milliseconds: 1000 });
    expect(limits).toHaveLength(9);
    expect(Math.max(...limits)).toBeLessThanOrEqual(1000);
  });

  it('lets an interrupt through', () => {
    const interrupted: Run = () => {
      throw Object.assign(new Error('Script execution was interrupted'), {
        code: 'ERR_SCRIPT_EXECUTION_INTERRUPTED',
      });
    };
    expect(() => gradeCandidate(right, exercises.layerNorm, { run: interrupted })).toThrow('interrupted');
  });

  it('hands over copies, so that a candidate that writes into its input spoils no later grade', () => {
    const spoil = (x: Tensor, gamma: Tensor, beta: Tensor, eps: number): Tensor => {
      const y = right(x, gamma, beta, eps);
      for (const input of [x, gamma, beta]) input.data.fill(NaN);
      return y;
    };
    expect(last(spoil)).toMatchObject({
      check: 'leaves its inputs as they were',
      misconception: 'input changed',
    });
    expect(last(right).outcome).toBe('passed');
  });

  it('gives plain data that survives JSON', () => {
    const grade = gradeCandidate((x: Tensor) => sub(x, mean(x)), exercises.argument, { run: straight });
    expect(JSON.parse(JSON.stringify(grade))).toEqual(grade);
  });
});
