import { run } from '../../src/notebook/limits.js';

describe('a limited run', () => {
  it('gives back the value', () => {
    expect(run(() => 7, { milliseconds: 1000 })).toEqual({ value: 7 });
    expect(run(() => undefined, { milliseconds: 1000 })).toEqual({ value: undefined });
  });

  it('stops a loop in a closure', () => {
    let turns = 0;
    expect(
      run(
        () => {
          for (;;) turns++;
        },
        { milliseconds: 50 },
      ),
    ).toBeUndefined();
    expect(turns).toBeGreaterThan(0);
  });

  it('stops a loop that catches everything', () => {
    const stubborn = (): never => {
      for (;;)
        try {
          for (;;);
        } catch {
          continue;
        }
    };
    expect(run(stubborn, { milliseconds: 50 })).toBeUndefined();
  });

  it('may stand inside another', () => {
    const inner = (): unknown =>
      run(
        () => {
          for (;;);
        },
        { milliseconds: 50 },
      );
    expect(run(() => [inner(), 'goes on'], { milliseconds: 5000 })).toEqual({
      value: [undefined, 'goes on'],
    });
  });

  it('passes errors through, and works again afterwards', () => {
    expect(() =>
      run(
        () => {
          throw new RangeError('mine');
        },
        { milliseconds: 1000 },
      ),
    ).toThrow('mine');
    expect(run(() => 1, { milliseconds: 1000 })).toEqual({ value: 1 });
  });
});
