import { add } from '../../../src/autograd/ops/add.js';
import { slice } from '../../../src/autograd/ops/slice.js';
import { Tensor, tensor } from '../../../src/autograd/tensor.js';
import { exercises, gradeCandidate } from '../../../src/grade/index.js';
import type { AnswerTo } from '../../../src/grade/index.js';
import { stream } from '../../../src/tensor/random.js';
import { gradesItsVersions, run } from '../versions.js';

type Experiment = AnswerTo<typeof exercises.sentences>;
const told = (experiment: Experiment): string =>
  gradeCandidate(experiment, exercises.sentences, { run }).findings.at(-1)?.misconception ?? '';

const batch = new Tensor(stream('another batch', 1).normals([2, 3, 5]));
const second = add(batch, tensor([[[0]], [[7]]]));
const first = (y: Tensor): string => slice(y, { axis: 0, end: 1 }).data.join();

describe('the experiment on sentences', () => {
  gradesItsVersions(exercises.sentences);

  it('knows a mistake from its verdicts, with another batch and in other words', () => {
    expect(told((layer) => first(layer(batch)) === first(layer(second)))).toBe(
      'the experiment of section 7 alone',
    );
    expect(told((layer) => layer(batch).data.join() === layer(batch).data.join())).toBe('nothing is changed');
    expect(told((layer) => layer(tensor([1, 2, 3])).shape.length === 1)).toBe('an error with every layer');
  });
});
