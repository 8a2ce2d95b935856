import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { registered } from '../../../src/cli/exercise/lay-out.js';
import { root } from '../../house/project';

const registry = readFileSync(join(root, 'src/grade/arrays/index.ts'), 'utf8');

/** Names before, among and after those of the registry, which nobody will lay out: else this test would fail for them. */
test.each([
  ['aa', 'aa'],
  ['laid-by-a-test', 'laidByATest'],
  ['zz', 'zz'],
])('the registry gets the lines of %s, and nothing else changes', (name, called) => {
  const before = registry.split('\n');
  const added = registered(registry, name)
    .split('\n')
    .filter((line) => !before.includes(line));
  const symbol = `${called}OverArrays`;
  expect(added.filter((line) => line.startsWith('import'))).toEqual([
    `import { ${symbol} } from './${name}/exercise.js';`,
  ]);
  expect(added.filter((line) => line.startsWith('  |')).at(-1)).toBe(`  | '${name}';`);
  expect(added).toContain(name.includes('-') ? `  '${name}': ${symbol},` : `  ${name}: ${symbol},`);
  expect(added).toHaveLength(4); // the last name of before lost its semicolon
});

test('a registry that is written otherwise is left alone', () => {
  const sentence = /register the exercise by hand/;
  expect(() =>
    registered(registry.replace('export const arrayExercises', 'export const all'), 'a-b'),
  ).toThrow(sentence);
  expect(() => registered(registry.replace('export type', 'type'), 'a-b')).toThrow(sentence);
  expect(() => registered('', 'a-b')).toThrow(sentence);
});
