import { exercises, firstMistake, gradeCandidate } from '../../../src/grade/index.js';
import { refuted } from '../../../src/grade/exercises/invariance-table/refuting.js';
import { changes, columns, typed } from '../../../src/grade/exercises/invariance-table/table.js';
import { invarianceTable } from '../../../src/index.js';
import type { InvarianceChange, InvarianceColumn, InvarianceVerdict } from '../../../src/index.js';
import { gradesItsVersions, run } from '../versions.js';

const graded = (table: string, seed = 0) => gradeCandidate(table, exercises.invarianceTable, { run, seed });
type Cell = (change: InvarianceChange, column: InvarianceColumn) => string;
const right: Cell = (change, column) => invarianceTable[change][column];
const open: Cell = (change, column) => (change === 'turn' && column === 'WN' ? '-' : '?');
const verdicts: readonly InvarianceVerdict[] = ['yes', 'no', 'sign', 'Q1=±1', '-'];

/** The numbers of a row that is shown. */
const numbersIn = (text: string): string | undefined => /\(([-\d., ]+)\)/.exec(text)?.[1];

describe('the invariance table', () => {
  gradesItsVersions(exercises.invarianceTable);

  it('is not yet written while every cell is open', () => {
    expect(graded(typed(open)).outcome).toBe('not yet written');
  });

  it.each(changes)('gives the line %s its points, right or not whatever the others are', (line) => {
    const alone = graded(typed((change, column) => (change === line ? right : open)(change, column)));
    expect(alone).toMatchObject({ outcome: 'failed', points: 4 + 12 });
    const others = graded(typed((change, column) => (change === line ? open : right)(change, column)));
    expect(others).toMatchObject({ outcome: 'failed', points: 4 + 7 * 12 });
    const wrong = graded(
      typed((change, column) => (change === line && column === 'BN' ? '-' : right(change, column))),
    );
    expect(wrong).toMatchObject({ outcome: 'failed', points: 4 + 7 * 12 });
  });

  it('gives the other lines their points where a line cannot be read or is missing', () => {
    const unread = typed((change, column) => (change === 'data' ? 'maybe' : right(change, column)));
    expect(graded(unread).points).toBe(7 * 12);
    expect(graded(typed(right).split('\n').slice(0, -1).join('\n')).points).toBe(7 * 12);
  });

  it('names open cells by line and norm, and never says what belongs there', () => {
    const { findings } = graded(
      typed((change, column) => (change === 'data' && column !== 'LN' ? '?' : right(change, column))),
    );
    expect(firstMistake(findings)).toEqual({
      check: 'is right in the line x → αx',
      passed: false,
      misconception: 'still open',
      message: 'The line x → αx is open at BN, WN, RMS, IN, GN.',
      isOpen: true,
    });
  });

  it('speaks of a wrong cell before an open one, in its own line and in others', () => {
    const { findings } = graded(
      typed((change, column) => {
        if (change !== 'one unit') return open(change, column);
        return column === 'BN' ? '?' : column === 'LN' ? 'yes' : right(change, column);
      }),
    );
    expect(firstMistake(findings)).toMatchObject({
      check: 'is right in the line wᵢ → αwᵢ',
      misconception: 'LayerNorm looks at units',
    });
    expect(findings.filter(({ isOpen }) => isOpen)).toHaveLength(7);
  });

  const wrongCells = changes.flatMap((change) =>
    columns.flatMap((column) =>
      verdicts
        .filter((claim) => claim !== invarianceTable[change][column])
        .map((claim) => ({ change, column, claim, found: invarianceTable[change][column] })),
    ),
  );

  it.each(wrongCells)('refutes $claim for $column in the line $change by what it claims', (cell) => {
    for (const seed of [0, 1, 2, 3]) {
      const { expected, got } = refuted(cell, seed);
      expect(expected).not.toBe(got);
      const [claimed, is] = [numbersIn(expected), numbersIn(got)];
      if (!['yes', 'no', 'sign'].includes(cell.claim) || cell.found === '-') continue;
      // "It changes" is refuted by the same numbers, "it stays" by others.
      const isSame = cell.claim === 'no' && cell.found !== 'sign';
      expect(claimed).toMatch(/^[-\d., ]+$/);
      expect(claimed === is).toBe(isSame);
    }
  });

  it('refutes "only with Q1 = ±1" by a Q that keeps 1 and is not followed, or one that does not and is', () => {
    const claim = 'Q1=±1';
    const tooMuch = refuted({ change: 'turn', column: 'BN', claim, found: 'no' }, 1);
    expect(tooMuch.expected).toMatch(/^with a Q that keeps the direction 1, of zQ comes yQ, /);
    expect(numbersIn(tooMuch.got)).not.toBe(numbersIn(tooMuch.expected.slice(40)));
    const tooLittle = refuted({ change: 'turn', column: 'RMS', claim, found: 'yes' }, 1);
    expect(tooLittle.expected).toMatch(
      /^with a Q that does not keep the direction 1, of zQ comes something else/,
    );
    expect(numbersIn(tooLittle.got)).toBe(numbersIn(tooLittle.expected));
  });

  it('names what is asked where no known mistake fits', () => {
    const mistake = firstMistake(
      graded(
        typed((change, column) => (change === 'weights' && column === 'IN' ? 'no' : right(change, column))),
      ).findings,
    )!;
    expect(mistake.misconception).toBe('another verdict');
    expect(mistake.message).toContain('all positions of one channel of one sample');
  });

  it.each([1, 2, 3, 4, 5])('is right with seed %i as well', (seed) => {
    expect(graded(typed(right), seed).points).toBe(100);
  });
});
