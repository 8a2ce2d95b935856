import { exercises, gradeCandidate } from '../../../src/grade/index.js';
import { typed } from '../../../src/grade/exercises/invariance-table/table.js';
import { invarianceTable } from '../../../src/index.js';
import { gradesItsVersions, run } from '../versions.js';

const graded = (table: string, seed = 0) => gradeCandidate(table, exercises.invarianceTable, { run, seed });
const open = typed((change, column) => (change === 'turn' && column === 'WN' ? '-' : '?'));

describe('the invariance table', () => {
  gradesItsVersions(exercises.invarianceTable);

  it('is not yet written while every cell is open', () => {
    expect(graded(open).outcome).toBe('not yet written');
  });

  it('is judged line by line: an open line stops at its own check, with its points for those before', () => {
    const table = typed((change, column) => (change === 'data' ? '?' : invarianceTable[change][column]));
    const { points, findings } = graded(table);
    expect(findings[findings.length - 1]).toMatchObject({
      check: 'x → αx is right',
      misconception: 'an open cell',
    });
    expect(points).toBe(4 + 3 * 12);
  });

  it('answers a wrong cell with numbers: what y was, and what it is', () => {
    const table = typed((change, column) =>
      change === 'one unit' && column === 'LN' ? 'yes' : invarianceTable[change][column],
    );
    const { shown } = graded(table).findings[3];
    const [, was, is] = /^no: y was \((.*)\), and is \((.*)\)$/.exec(shown!.expected)!;
    expect(was.split(', ')).toHaveLength(4);
    expect(was).not.toBe(is);
    expect(shown!.got).toBe('yes');
  });

  it('names what is asked where no known mistake fits', () => {
    const table = typed((change, column) =>
      change === 'weights' && column === 'IN' ? 'no' : invarianceTable[change][column],
    );
    expect(graded(table).findings[1]).toMatchObject({ misconception: 'another verdict' });
    expect(graded(table).findings[1].message).toContain('all positions of one channel of one sample');
  });

  it.each([1, 2, 3, 4, 5])('is right with seed %i as well', (seed) => {
    expect(
      graded(
        typed((change, column) => invarianceTable[change][column]),
        seed,
      ).points,
    ).toBe(100);
  });
});
