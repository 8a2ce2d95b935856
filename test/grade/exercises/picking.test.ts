import { Failure } from '../../../src/grade/exercise.js';
import { picking } from '../../../src/grade/exercises/picking.js';

const [check] = picking<'too-many' | 'missing'>('E0.0', {
  among: ['a-b', 'c'],
  says: { 'too-many': 'One of them is enough.', missing: 'Something is missing.' },
  expected: "['a-b']",
  looks: [
    {
      name: 'the one',
      points: 100,
      mistake: (names) => (names.length > 1 ? 'too-many' : names[0] === 'a-b' ? undefined : 'missing'),
    },
  ],
});
const asked = (names: string[]): unknown => {
  try {
    check.run(names, { seed: 1 } as never);
    return 'passed';
  } catch (error) {
    return error;
  }
};

test('spelling does not matter: capitals, long dashes and spaces around', () => {
  expect([asked(['a-b']), asked([' A−B '])]).toEqual(['passed', 'passed']);
});

test('a mistake is named and said', () => {
  expect(asked(['a-b', 'c'])).toBeInstanceOf(Failure);
  expect(String(asked(['a-b', 'c']))).toContain('One of them is enough.');
  expect(String(asked(['c']))).toContain('Something is missing.');
});

test('the first name that is none of them is said', () => {
  expect(String(asked(['A–B', 'd', 'e']))).toContain("'d' is none of the names. One of them is enough.");
  expect(String(asked(['a-b', 'c']))).not.toContain('none of the names');
});

test('what is picked out can be called otherwise, and be meant though it is written otherwise', () => {
  const [places] = picking<'other'>('E0.1', {
    among: ['0 1'],
    says: { other: 'Another one.' },
    expected: "['0 1']",
    called: 'lists',
    meant: (name, place) => (name === '1 0' && place === 0 ? '0 1' : name),
    looks: [
      {
        name: 'all',
        points: 100,
        mistake: (names) => (names.every((each) => each === '0 1') ? undefined : 'other'),
      },
    ],
  });
  expect(() => {
    places.run(['1 0', '0 1']);
  }).not.toThrow();
  expect(() => {
    places.run(['1 0', '1 0']);
  }).toThrow("'1 0' is none of the lists. Another one.");
});

test('an empty list is no try', () => {
  expect(asked([])).not.toBe('passed');
  expect(asked([])).not.toBeInstanceOf(Failure);
});
