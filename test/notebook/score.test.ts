import { exercises } from '../../src/grade/index.js';
import { hall, notYetWritten, score } from '../../src/notebook/index.js';

const shapes = hall.styles[0].check;

describe('score', () => {
  it('counts what is caught and who is accused, by name', () => {
    const text = score(hall.styles[4].check).toString();
    expect(text).toMatch(/^○ 11 of 18 wrong layers caught, 0 of 4 right ones accused\./);
    expect(text).toContain(
      'still slip through  ε outside, no ε, always 1e-5, E[x²] − E[x]², no β, γ(x̂ + β), cut off',
    );
    expect(text).not.toContain('accused, though');
  });

  it('is a yes only where nothing slips and nobody is accused', () => {
    expect(score(exercises.catchAll.right[0].candidate).toString()).toBe(
      '✓ 18 of 18 wrong layers caught, 0 of 4 right ones accused.',
    );
    expect(score((layer) => !shapes(layer)).toString()).toBe(
      '○ 18 of 18 wrong layers caught, 4 of 4 right ones accused.\n  accused, though right  two passes, Welford, matrix, the library',
    );
  });

  it('says what checks stop with', () => {
    expect(
      score((layer) => {
        throw new Error(`no ${typeof layer}`);
      }).toString(),
    ).toContain('Welford (stopped: no function)');
  });

  it('has no score for checks that are not written, say nothing, or ask nothing', () => {
    expect(score(() => notYetWritten('E4.3')).toString()).toContain(
      'Replace the line that calls notYetWritten',
    );
    expect(score((layer) => void layer as never).toString()).toContain('Is a return missing');
    expect(score(() => true).toString()).toContain('without calling what it was handed');
  });
});
