import { gradersTable } from '../../src/cli/graders.js';
import { exercises } from '../../src/grade/index.js';

test('gradersTable shows each wrong version with what the learner is told, and judges none wrongly', () => {
  const { lines, mistakes } = gradersTable(exercises.mean);
  const text = lines.join('\n');
  for (const { name } of exercises.mean.wrong) expect(text).toContain(`✗ ${name}`);
  expect(text).toContain(exercises.mean.wrong[0].says);
  for (const { name } of exercises.mean.right) expect(text).toContain(`✓ ${name}`);
  expect(mistakes).toBe(0);
});

test('gradersTable counts a wrong version that slips through and a right one that is refused', () => {
  const { right, wrong } = exercises.mean;
  const exchanged = {
    ...exercises.mean,
    wrong: [{ ...wrong[0], candidate: right[0].candidate }],
    right: [{ name: 'refused', candidate: wrong[0].candidate }],
  };
  const { lines, mistakes } = gradersTable(exchanged);
  expect(mistakes).toBe(2);
  expect(lines.join('\n')).toMatch(/slips through[\s\S]*refused/);
});
