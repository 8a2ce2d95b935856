import { gapsOf } from '../../src/grade/gaps.js';
import { exercises } from '../../src/grade/index.js';
import type { Exercise } from '../../src/grade/index.js';

const all = Object.entries<Exercise>(exercises);

describe('every exercise', () => {
  it.each(all)('%s is whole', (_, exercise) => {
    expect(gapsOf(exercise)).toEqual([]);
  });

  it('has an id of its own', () => {
    expect(all.map(([, { id }]) => id)).toEqual([
      'E0.1',
      'E0.2',
      'E0.3',
      'E1.1',
      'E1.2',
      'E1.3',
      'E1.4',
      'E1.5',
      'E1.6',
      'E3.2',
      'E3.3',
      'E3.5',
      'E3.7',
      'E4.1',
      'E4.2',
      'E4.3',
      'E4.4',
      'E5.1',
      'E5.2',
      'E5.3',
      'E5.4',
      'E5.5',
      'E5.6',
      'E9.1',
      'E9.3',
      'E9.4',
      'E8.1',
      'E8.5',
      'E8.6',
      'E8.3',
      'E8.4',
      'E8.2',
      'E2.1',
      'E2.3',
      'E2.4',
      'E2.2',
      'E6.1',
      'E6.2',
      'E6.3',
      'E6.4',
      'E7.1',
      'E7.2',
      'E7.3',
      'E7.4',
      'E7.5',
    ]);
  });
});
