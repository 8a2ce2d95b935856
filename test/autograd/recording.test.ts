import { isRecording, noGrad, withRecording } from '../../src/autograd/recording.js';
import { exp, tensor } from '../../src/index.js';

test('operations are recorded unless noGrad says otherwise', () => {
  expect(exp(tensor(1)).node?.op).toBe('exp');
  expect(noGrad(() => exp(tensor(1))).node).toBeUndefined();
  expect(isRecording()).toBe(true);
});

test('inside one another the innermost counts, and each puts back what it found', () => {
  const seen: boolean[] = [];
  noGrad(() => {
    withRecording(true, () => seen.push(isRecording()));
    seen.push(isRecording());
  });
  expect([...seen, isRecording()]).toEqual([true, false, true]);
});

test('an error puts back what it found as well', () => {
  expect(() =>
    noGrad(() => {
      throw new Error('stop');
    }),
  ).toThrow('stop');
  expect(isRecording()).toBe(true);
});
