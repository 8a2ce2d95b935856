import { exercises, gradeCandidate } from '../../../src/grade/index.js';
import { rightShapes, seed } from '../../../src/grade/exercises/layer-shapes/layers.js';
import type { Shaped } from '../../../src/grade/exercises/layer-shapes/layers.js';
import { gradesItsVersions, run } from '../versions.js';

describe('the shapes of an encoder layer', () => {
  gradesItsVersions(exercises.layerShapes);

  it('are not given away: of a layer that is refused the shape is named that was read last', () => {
    const said = (experiment: (layer: Shaped) => boolean): string =>
      gradeCandidate(experiment, exercises.layerShapes, { run }).findings.at(-1)?.message ?? '';
    const message = said((layer) => {
      const { x, shares, norm2 } = layer({ batch: 3, words: 5, width: 12, heads: 4, hidden: 20 });
      return x.join() === '3,5,12' && norm2.join() === '3,5,12' && shares.join() === '3,5,5';
    });
    expect(message).toContain('read before it said false: norm2 is');
    const inTurn = said((layer) => {
      const shapes = layer({ batch: 3, words: 5, width: 12, heads: 4, hidden: 20 });
      return shapes.x.join() === '3,5,12' && shapes.shares.join() === '3,5,5' && shapes.norm2.length === 3;
    });
    expect(inTurn).toContain(
      'The last one that your experiment read before it said false: shares is [3, 4, 5, 5] where { batch: 3, words: 5, width: 12, heads: 4, hidden: 20 }. What did it expect?',
    );
    expect(inTurn).not.toMatch(/queries|gamma|inner/);
    expect(said((layer) => Object.keys(layer(seed)).length > 99)).toContain('Which of them');
  });

  it('are those that the lesson prints', () => {
    const { x, queries, shares, norm2 } = rightShapes(seed);
    expect([x, queries, shares, norm2]).toEqual([
      [30, 200, 512],
      [30, 8, 200, 64],
      [30, 8, 200, 200],
      [30, 200, 512],
    ]);
  });
});
