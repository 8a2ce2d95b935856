import { exercises } from '../../../src/grade/index.js';
import { rightShapes, seed } from '../../../src/grade/exercises/layer-shapes/layers.js';
import { gradesItsVersions } from '../versions.js';

describe('the shapes of an encoder layer', () => {
  gradesItsVersions(exercises.layerShapes);

  it('are those that the lesson prints', () => {
    const { x, queries, scores, norm2 } = rightShapes(seed);
    expect([x, queries, scores, norm2]).toEqual([
      [30, 200, 512],
      [30, 8, 200, 64],
      [30, 8, 200, 200],
      [30, 200, 512],
    ]);
  });
});
