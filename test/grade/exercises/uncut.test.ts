import { gradient, layerNorm, mul, stream, sum, Tensor, tensor } from '../../../src/index.js';
import { gradeCandidate } from '../../../src/grade/index.js';
import { uncutExercise } from '../../../src/grade/exercises/uncut/exercise.js';
import { cutLayers, wholeLayers } from '../../../src/grade/exercises/uncut/layers.js';
import { gradesItsVersions, run } from '../versions.js';

const words = new Tensor(stream('words', 1).normals([3, 4]));
const [gamma, beta] = [tensor([2, -1, 0.5, 3]), tensor([1, 0, -2, 1])];

describe('telling a layer whose statistics are cut', () => {
  gradesItsVersions(uncutExercise);

  it('is done with layers whose outputs are all those of LayerNorm', () => {
    const right = layerNorm({ x: words, gamma, beta });
    for (const { layer } of [...wholeLayers, ...cutLayers])
      layer(words, gamma, beta).data.forEach((value, i) => expect(value).toBeCloseTo(right.data[i], 12));
  });

  it('speaks of the layer where it knows no more of the experiment', () => {
    const odd = (layer: (typeof cutLayers)[number]['layer']): boolean => {
      const [dx] = gradient(layer(words, gamma, beta), [words], { dy: mul(words, words) });
      return Math.abs(sum(dx).data[0]) < 1e-6 || dx.data[0] > 0;
    };
    const { findings } = gradeCandidate(odd, uncutExercise, { run });
    expect(findings.at(-1)?.misconception).toBe('slips through');
    expect(findings.at(-1)?.shown?.got).toBe('true');
  });
});
