import { climbs, questions } from '../../src/grade/index.js';
import { derivations } from '../../src/derive/index.js';
import type { Climb, Need } from '../../src/grade/index.js';

const needsOf = ({ levels }: Climb): readonly Need[] => levels.flatMap(({ needs }) => needs);

/** What is wrong with a need, as a sentence; nothing where it can be met. */
function fault(need: Need): string[] {
  if ('question' in need) return need.question in questions ? [] : [`there is no question ${need.question}`];
  if (!('blank' in need)) return [];
  const [name, line] = need.blank.split(':');
  const count =
    (derivations as Readonly<Record<string, { lines: readonly unknown[] }>>)[name]?.lines.length ?? 0;
  return Number(line) >= 2 && Number(line) <= count ? [] : [`there is no line ${need.blank}`];
}

describe.each(Object.entries(climbs))('%s', (_name, climb) => {
  test('asks for nothing that is not there', () => {
    expect(needsOf(climb).flatMap(fault)).toEqual([]);
  });

  test('has levels that each ask for something and give something', () => {
    for (const { title, goal, tool, needs } of climb.levels) {
      expect([title, goal, tool].every((text) => text.length > 0)).toBe(true);
      expect(needs.length).toBeGreaterThan(0);
    }
  });

  test('has titles that differ', () => {
    const titles = climb.levels.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});

test('a need that cannot be met is found', () => {
  expect(fault({ blank: 'layer-norm-dx:9' })).toEqual(['there is no line layer-norm-dx:9']);
  expect(fault({ blank: 'layer-norm-dz:2' })).toHaveLength(1);
  expect(fault({ question: 'no-such' })).toHaveLength(1);
});
