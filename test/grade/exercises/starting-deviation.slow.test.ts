import { exercises, gradeCandidate } from '../../../src/grade/index.js';
import { stream } from '../../../src/index.js';
import { gradesItsVersions, run } from '../versions.js';

type Activation = (z: number) => number;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** What is said to 1/√(n · of φ(z)), from so many draws. */
function saidTo(
  of: (outputs: number[]) => number,
  count: (n: number) => number,
  seed = 1,
): string | undefined {
  const deviation = (n: number, phi: Activation): number =>
    1 / Math.sqrt(n * of(Array.from(stream('z', seed).normals([count(n)]).data, phi)));
  return gradeCandidate(deviation, exercises.startingDeviation, { run }).findings.at(-1)?.message;
}

const meanSquare = (outputs: number[]): number => mean(outputs.map((y) => y * y));
const variance = (outputs: number[]): number => {
  const mu = mean(outputs);
  return meanSquare(outputs.map((y) => y - mu));
};

describe('the deviation of the first weights', () => {
  gradesItsVersions(exercises.startingDeviation);

  it('knows a variance also where it is drawn, though that of a constant is 0 but for rounding', () => {
    expect(saidTo(variance, () => 20_000)).toContain('You use the variance of φ(z).');
  });

  it.each([
    [50, 2],
    [500, 1],
  ])('says of the right formula with %i draws that only draws are missing', (count, seed) => {
    expect(saidTo(meanSquare, () => count, seed)).toMatch(
      /^Right idea, and too few draws: .* up to \d+ percent off/,
    );
  });

  it('does not let pass whoever draws n numbers', () => {
    expect(saidTo(meanSquare, (n) => n)).toMatch(/^Right idea/);
  });

  it('does not call a wrong formula with few draws the right idea', () => {
    const size = (outputs: number[]): number => mean(outputs.map(Math.abs)) * mean(outputs.map(Math.abs));
    expect(saidTo(size, () => 500)).not.toContain('Right idea');
  });
});
