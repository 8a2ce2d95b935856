import { runGraders } from '../../src/cli/graders/run.js';
import { exercises } from '../../src/grade/index.js';
import type { Exercise } from '../../src/grade/index.js';

const { mean, undo } = exercises;

function graders(
  names: readonly string[],
  among: readonly Exercise[],
): { code: number; lines: string[]; saved: string } {
  const lines: string[] = [];
  let saved = '';
  const code = runGraders(names, {
    exercises: among,
    say: (line) => lines.push(line),
    save: (text) => {
      saved = text;
      return 'here';
    },
  });
  return { code, lines, saved };
}

describe('npm run graders', () => {
  it('prints and saves one row for each exercise, and counts', () => {
    const { code, lines, saved } = graders([], [mean, undo]);
    const all = [mean, undo].reduce((sum, { wrong, right }) => sum + wrong.length + right.length, 0);
    expect(code).toBe(0);
    expect(lines.at(-1)).toBe(`${all} passed, 0 failed`);
    expect(saved.split('\n')[1]).toMatch(
      new RegExp(`^E0.1 +${mean.wrong.length} +${mean.wrong.length} +0 +${mean.right.length} +0 +\\d+$`),
    );
    expect(saved).toContain('E1.3');
    expect(lines).toContain('saved as here');
  });

  it('shows each version of an exercise that is named, with what its learner is told, and saves nothing', () => {
    const { code, lines, saved } = graders(['E0.1'], [mean, undo]);
    const text = lines.join('\n');
    for (const { name } of mean.wrong) expect(text).toContain(`✗ ${name}`);
    expect(text).toContain(mean.wrong[1].says);
    for (const { name } of mean.right) expect(text).toContain(`✓ ${name}`);
    expect(text).not.toContain('E1.3');
    expect([code, saved]).toEqual([0, '']);
  });

  it('shows and counts a wrong version that slips through and a right one that is refused', () => {
    const [{ candidate: wrong }] = mean.wrong;
    const [{ candidate: right }] = mean.right;
    const exchanged = {
      ...mean,
      wrong: [{ ...mean.wrong[0], candidate: right }],
      right: [{ name: 'a good one', candidate: wrong }],
    };
    const { code, lines } = graders([], [exchanged]);
    expect(code).toBe(1);
    expect(lines.at(-1)).toBe('0 passed, 2 failed');
    expect(lines.join('\n')).toMatch(/slips through[\s\S]*a good one: refused/);
  });

  it('says which exercises there are near a name that it does not know', () => {
    const { code, lines } = graders(['E0.9'], [mean, undo]);
    expect(code).toBe(2);
    expect(lines[0]).toMatch(/there is no exercise E0.9; near it are .*E0.1/);
  });

  it('changes worked solutions where asked to, says why what passes changes nothing, and saves nothing', () => {
    const { code, lines, saved } = graders(['E0.1', '--mutants'], [mean, undo]);
    expect(code).toBe(0);
    expect(lines.join('\n')).toMatch(/E0.1 line 2, 1 → 2: changes no answer, for what stands behind/);
    expect(lines.at(-1)).toMatch(/^\d\d passed, 0 failed$/);
    expect(saved).toBe('');
  });

  it('says that a worked solution is none, and goes on', () => {
    const { code, lines } = graders(['--mutants'], [{ ...mean, id: 'E0.9', solution: '' }, mean]);
    expect(code).toBe(1);
    expect(lines[0]).toBe('The worked solution of E0.9 does not pass its own checks.');
    expect(lines.at(-1)).toMatch(/^\d\d passed, \d failed$/);
  });

  it('says that a formula has no mutants', () => {
    const formula = { ...mean, id: 'E9.9', asks: 'a formula' } as const;
    const { code, lines } = graders(['E9.9', '--mutants'], [mean, formula]);
    expect([code, lines[0]]).toEqual([
      2,
      'graders: E9.9 asks for a formula, and only functions that compute have mutants.',
    ]);
  });

  it('says how it is called, also where a flag is unknown', () => {
    expect(graders(['--help'], [mean])).toMatchObject({
      code: 0,
      lines: [expect.stringMatching(/^npm run graders/)],
    });
    const { code, lines } = graders(['--fast'], [mean]);
    expect([code, lines[0]]).toEqual([
      2,
      expect.stringMatching(/^graders: npm run graders.*there is no --fast/),
    ]);
  });
});
