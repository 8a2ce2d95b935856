import { runInThisContext } from 'node:vm';
import * as library from '../../../src/index.js';
import { exercises } from '../../../src/grade/index.js';
import { snippets } from '../../../src/grade/exercises/name-placements/snippets.js';
import { piecesWith } from '../../../src/grade/exercises/placements/inputs.js';
import { place } from '../../../src/grade/exercises/placements/right.js';
import type { PlaceInputs } from '../../../src/grade/exercises/placements/inputs.js';
import { gradesItsVersions } from '../versions.js';

const { add, mul, stream, Tensor } = library;
const x = new Tensor(stream('snippets', 1).normals([3, 4]));
const pieces = piecesWith(2.5, 0.3);

describe('naming placements', () => {
  gradesItsVersions(exercises.namePlacements);

  it.each(snippets.map(({ code, placement }) => [placement, code] as const))(
    'shows code that is %s, when it is run',
    (placement, code) => {
      const names = ['x', 'f', 'norm', 'outputNorm', 'alpha', 'gate', 'add', 'mul'];
      const block = runInThisContext(`(${names.join()}) => {${code}}`) as (
        ...given: unknown[]
      ) => library.Tensor;
      const { f, norm, outputNorm, alpha, gate } = pieces;
      const y = block(x, f, norm, outputNorm, alpha, gate, add, mul);
      const right =
        placement === 'norm on the stream'
          ? add(norm(x), f(norm(x)))
          : place(...([placement, x, pieces] satisfies PlaceInputs));
      y.data.forEach((value, i) => expect(value).toBeCloseTo(right.data[i], 12));
    },
  );
});
