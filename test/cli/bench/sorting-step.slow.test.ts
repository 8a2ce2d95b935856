import { notebookSizes, sortingModel, sortingStep } from '../../../src/cli/bench/sorting-step.js';

test('the step that is timed learns, and is the same from the same model', () => {
  const model = sortingModel({ ...notebookSizes, depth: 1 }, 'float64');
  const losses = (): number[] => {
    const step = sortingStep(JSON.parse(JSON.stringify(model)) as typeof model);
    return Array.from({ length: 40 }, (_, i) => step(i));
  };
  const once = losses();
  expect(once[39]).toBeLessThan(once[0] - 0.1);
  expect(losses()).toEqual(once);
});
