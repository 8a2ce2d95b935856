import { notebookSizes } from '../../../src/cli/bench/sorting-step.js';
import { stepTimePicture } from '../../../src/cli/bench/step-time-picture.js';

test('what was measured is drawn around the preset with four blocks, the engines by the names people know', () => {
  const sizes = { ...notebookSizes, depth: 4 };
  const figure = stepTimePicture([
    { what: 'L = 4', sizes, samples: { ours: [10, 12], 'torch-compile': [5, 6] } },
    { what: 'L = 8', sizes: { ...sizes, depth: 8 }, samples: { ours: [20, 24], 'torch-compile': [5, 6] } },
  ]);
  expect(figure.title).toBe('A step in NormLab takes 2 to 4 times its time in torch.compile');
  expect(figure.records.rows).toEqual([
    ['NormLab', 4, 16, 6, 11, 10, 12],
    ['torch.compile', 4, 16, 6, 5.5, 5, 6],
    ['NormLab', 8, 16, 6, 22, 20, 24],
    ['torch.compile', 8, 16, 6, 5.5, 5, 6],
  ]);
});
