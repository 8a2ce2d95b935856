import { Complex, gradient, layerNorm, tensor } from '../../../src/index.js';
import { exercises, gradeCandidate } from '../../../src/grade/index.js';
import { gradesItsVersions, run } from '../versions.js';

const { complexLayerNorm } = exercises;
const last = (candidate: unknown): string | undefined =>
  gradeCandidate(candidate, complexLayerNorm, { run }).findings.at(-1)?.misconception;

describe('the exercise of LayerNorm in the complex plane', () => {
  gradesItsVersions(complexLayerNorm);

  it('asks for what has the slopes of the library in its imaginary parts', () => {
    const x = [0.3, -1, 2.5];
    for (const { candidate } of complexLayerNorm.right) {
      const slopes = candidate(
        x.map((value, i) => new Complex(value, i === 1 ? 1e-100 : 0)),
        0.1,
      ).map(({ im }) => im / 1e-100);
      slopes.forEach((slope, k) => {
        const input = tensor(x);
        const dy = tensor(x.map((_, i) => (i === k ? 1 : 0)));
        const [dx] = gradient(layerNorm({ x: input }, { eps: 0.1 }), [input], { dy });
        expect(slope).toBeCloseTo(dx.data[1], 12);
      });
    }
  });

  it('accepts the right ones for many seeds', () => {
    for (const { candidate } of complexLayerNorm.right)
      for (let seed = 0; seed < 40; seed++)
        expect(gradeCandidate(candidate, complexLayerNorm, { run, seed }).outcome).toBe('passed');
  });

  it('knows the first number that reduce leaves unsquared, and a length that is written into the lines', () => {
    const by =
      (n: (x: Complex[]) => number, squares: (c: Complex[]) => Complex) =>
      (x: Complex[], eps: number): Complex[] => {
        const mu = x.reduce((a, b) => a.add(b)).div(n(x));
        const c = x.map((z) => z.sub(mu));
        const deviation = squares(c).div(n(x)).add(eps).sqrt();
        return c.map((z) => z.div(deviation));
      };
    const mapped = (c: Complex[]): Complex => c.map((z) => z.mul(z)).reduce((a, b) => a.add(b));
    const reduced = (c: Complex[]): Complex => c.reduce((a, z) => a.add(z.mul(z)));
    expect(last(by((x) => x.length, reduced))).toBe('the first number is not squared');
    expect(last(by(() => 5, mapped))).toBe('always five features');
    expect(last(by((x) => x.length, mapped))).toBe('');
  });

  it('says what stands where a list of complex numbers should', () => {
    expect(last(() => 1)).toBe('not a list');
    expect(last(() => undefined)).toBe('nothing');
    expect(last(() => [new Complex(1)])).toBe('length');
    expect(last((x: Complex[]) => x.map(() => 'a'))).toBe('numbers instead of complex numbers');
  });

  it('shows which numbers it expects where there are none', () => {
    const { findings } = gradeCandidate(() => undefined, complexLayerNorm, { run });
    expect(findings.at(-1)?.shown?.expected).toMatch(/^re = \[-?\d/);
  });
});
