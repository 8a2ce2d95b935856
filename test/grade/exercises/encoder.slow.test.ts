import { exercises, gradeCandidate } from '../../../src/grade/index.js';
import { encode } from '../../../src/grade/exercises/encoder/right.js';
import type { EncodeFunction } from '../../../src/grade/exercises/encoder/inputs.js';
import { gradesItsVersions, run } from '../versions.js';

describe('the encoder', () => {
  gradesItsVersions(exercises.encoder);

  it('hears that dropout was never called where it was forgotten in both orders', () => {
    const forgotten: EncodeFunction = (x, layers, order, finalNorm) =>
      encode(
        x,
        layers.map((layer) => ({ ...layer, dropout: (t) => t })),
        order,
        finalNorm,
      );
    const { findings } = gradeCandidate(forgotten, exercises.encoder, { run });
    expect(findings.at(-1)).toMatchObject({ check: 'post: one layer', misconception: 'post: no dropout' });
  });

  it('hears of what is wrong in post before what is wrong at the end', () => {
    const both: EncodeFunction = (x, layers, order) =>
      encode(order === 'post' ? layers[0].norm1(x) : x, layers, order, (t) => t);
    const { findings } = gradeCandidate(both, exercises.encoder, { run });
    expect(findings.at(-1)).toMatchObject({ check: 'post: one layer', misconception: 'other numbers' });
  });
});
