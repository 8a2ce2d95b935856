import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { places } from '../../../src/notebook/summary/stands-in.js';

describe('where something stands', () => {
  it('is found in the cells of the notebooks', () => {
    const where = places();
    expect(where.exercise('E1.1')).toBe('01');
    expect(where.exercise('E12.1')).toBe('12');
    expect(where.exercise('B4')).toBe('museum');
    expect(['09', 'museum', '01', undefined].map((asked) => where.exercise('B8', asked))).toEqual([
      '09',
      'museum',
      'museum',
      'museum',
    ]);
    expect(where.exercise('own')).toBeUndefined();
    expect(where.question('epsilon')).toBe('01');
    expect(where.question('toString')).toBeUndefined();
    expect(where.prediction('place in memory of the number at [1, 2, 3]')).toBe('00');
    expect(where.prediction('B4: std of a normalized block of 24 numbers')).toBe('museum');
    expect(where.prediction('place in memory')).toBeUndefined();
    expect(where.blank('layer-norm-dbeta:4')).toBe('03');
    expect(where.blank('layer-norm-dbeta:44')).toBeUndefined();
  });

  describe('in a project of its own', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'normlab-places-'));
    const before = process.cwd();
    beforeAll(() => {
      fs.writeFileSync(path.join(folder, 'package.json'), '{"name":"normlab"}');
      process.chdir(folder);
    });
    afterAll(() => {
      process.chdir(before);
      fs.rmSync(folder, { recursive: true, force: true });
    });

    it('is unknown without notebooks, and in one that cannot be read', () => {
      expect(places().prediction('a')).toBeUndefined();
      fs.mkdirSync(path.join(folder, 'notebooks'));
      fs.writeFileSync(path.join(folder, 'notebooks', '01-a.ipynb'), '{');
      fs.writeFileSync(path.join(folder, 'notebooks', '02-b.ipynb'), '[]');
      const cell = { cell_type: 'code', source: ['predict("a", 1, 2)\n', "blank('b', 3, '')"] };
      fs.writeFileSync(path.join(folder, 'notebooks', '03-c.ipynb'), JSON.stringify({ cells: [cell] }));
      expect([places().prediction('a'), places().blank('b:3')]).toEqual(['03', '03']);
    });
  });
});
