import type { Facts } from '../derive.js';

/** What the other fields compute, on any copy of the checker. */
export const fieldFacts: Facts = {
  'nothing is divided by zero, and no negative number has a root or logarithm': (of) => {
    const { finite, float64, decimals, OutsideDomain } = of;
    const D = decimals(64);
    const outside = [
      (): unknown => finite.divide(finite.one, finite.zero),
      (): unknown => finite.sqrt(finite.number('-4')),
      (): unknown => D.divide(D.zero, D.zero),
      (): unknown => D.sqrt(D.number('-0.001')),
      (): unknown => D.log(D.zero),
      (): unknown => D.log(D.number('-1')),
      (): unknown => float64.divide(0, 0),
      (): unknown => float64.divide(1, 0),
      (): unknown => float64.sqrt(-1),
      (): unknown => float64.log(0),
      (): unknown => float64.log(-1),
      (): unknown => float64.exp(710),
    ];
    outside.forEach((attempt, k) => expect([k, caught(attempt)]).toEqual([k, OutsideDomain]));
  },

  'a dual number carries the slope of every operation': ({ dual, float64 }) => {
    const d = dual(float64);
    const [x, y] = [
      { value: 0.7, slope: 1 },
      { value: 1.9, slope: -0.4 },
    ];
    const h = 1e-6;
    const along = (f: (a: number, b: number) => number): number =>
      (f(0.7 + h, 1.9 - 0.4 * h) - f(0.7 - h, 1.9 + 0.4 * h)) / (2 * h);
    for (const f of ['add', 'subtract', 'multiply', 'divide'] as const)
      expectNear(d[f](x, y).slope, along(float64[f]), f);
    for (const f of ['sqrt', 'exp', 'log', 'tanh', 'erf', 'abs'] as const) {
      expectNear(d[f](x).slope, along(float64[f]), f);
      expect(d[f](x).value).toBe(float64[f](0.7));
      expect(d[f](d.number('0.7')).slope).toBe(0);
    }
    expect(d.abs({ value: -3, slope: 2 })).toEqual({ value: 3, slope: -2 });
    expect(d.number('3')).toEqual({ value: 3, slope: 0 });
  },

  'degrees are counted as for polynomials over polynomials': ({ degrees, randomFrom }) => {
    const { add, subtract, multiply, divide, number } = degrees;
    const x = degrees.draw(randomFrom(0), false, 'ordinary');
    const inverse = divide(number('1'), x);
    expect(x).toEqual({ over: 1, under: 0 });
    expect(degrees.draw(randomFrom(0), true, 'ordinary')).toEqual({ over: 2, under: 0 });
    expect(multiply(x, multiply(x, x))).toEqual({ over: 3, under: 0 });
    expect(add(multiply(x, x), x)).toEqual({ over: 2, under: 0 });
    expect(inverse).toEqual({ over: 0, under: 1 });
    expect(add(inverse, inverse)).toEqual({ over: 1, under: 2 });
    expect(subtract(x, inverse)).toEqual({ over: 2, under: 1 });
    expect(divide(inverse, inverse)).toEqual({ over: 1, under: 1 });
    expect(degrees.sqrt(multiply(x, x))).toEqual({ over: 1, under: 0 });
    expect(degrees.tanh(x)).toEqual({ over: 2, under: 2 });
    expect(degrees.toNumber({ over: 2, under: 5 })).toBe(5);
  },
};

/** The error of a central difference at h = 1e-6 is 1e-12 by its formula and some 1e-10 by rounding. */
function expectNear(got: number, want: number, what: string): void {
  expect([what, Math.abs(got - want) < 1e-8]).toEqual([what, true]);
}

function caught(attempt: () => unknown): unknown {
  try {
    return attempt();
  } catch (error) {
    return (error as Error).constructor;
  }
}
