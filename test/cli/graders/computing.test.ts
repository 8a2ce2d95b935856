import { runWhileComputing } from '../../../src/cli/graders/computing.js';

describe('a limit on computing', () => {
  it('gives back the value', () => {
    expect(runWhileComputing(() => 7, { milliseconds: 1000 })).toEqual({ value: 7 });
  });

  it('stops a loop that never ends', () => {
    const never = (): never => {
      for (;;);
    };
    expect(runWhileComputing(never, { milliseconds: 50 })).toBeUndefined();
  });

  it('lets what waits longer than that come to its end', () => {
    const lock = new Int32Array(new SharedArrayBuffer(4));
    let begun = 0;
    const waits = (): string => {
      begun++;
      return Atomics.wait(lock, 0, 0, 300);
    };
    expect(runWhileComputing(waits, { milliseconds: 100 })).toEqual({ value: 'timed-out' });
    expect(begun).toBeGreaterThan(1);
  });
});
