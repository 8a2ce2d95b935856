import type { Derive, Facts } from './derive.js';
import { editedDerive } from './edited-derive.js';
import { compareFacts } from './facts/compare.js';
import { derivativeFacts } from './facts/derivatives.js';
import { evaluateFacts } from './facts/evaluate.js';
import { fieldFacts } from './facts/fields.js';
import { finiteFacts } from './facts/finite.js';
import { inequalityFacts } from './facts/inequality.js';
import { shapeFacts } from './facts/shape.js';
import { vectorFacts } from './facts/vectors.js';
import { comparisonBugs, evaluatorBugs, fieldBugs, shapeBugs, vectorBugs } from './bugs.js';
import type { Bugs } from './bugs.js';

/** Each kind of bug with the facts that have to catch it. */
const groups: readonly (readonly [string, Bugs, Facts])[] = [
  ['evaluator', evaluatorBugs, { ...evaluateFacts, ...derivativeFacts }],
  ['fields', fieldBugs, { ...finiteFacts, ...fieldFacts, ...evaluateFacts }],
  ['vectors', vectorBugs, vectorFacts],
  ['shape', shapeBugs, shapeFacts],
  ['comparison', comparisonBugs, { ...compareFacts, ...inequalityFacts }],
];
const caught = new Map<string, string>();

describe.each(groups)('%s', (_, bugs, facts) => {
  test.each(Object.entries(bugs))('caught: %s', (name, [file, from, to, first = '']) => {
    const copy = editedDerive({ file, from, to });
    const order = [first, ...Object.keys(facts)].filter((fact) => fact in facts);
    const fact = order.find((of) => fails(facts[of], copy));
    caught.set(name, fact ?? 'NOT CAUGHT');
    expect(fact).toBeDefined();
  });
});

function fails(check: (of: Derive) => void, copy: Derive): boolean {
  try {
    check(copy);
    return false;
  } catch {
    return true;
  }
}

test('a copy without a mistake keeps every fact', () => {
  const copy = editedDerive({
    file: 'evaluate',
    from: 'One evaluator for all fields',
    to: 'A single evaluator for all fields',
  });
  for (const [, , facts] of groups) for (const check of Object.values(facts)) check(copy);
});

test('a mistake that changes no text is refused', () => {
  expect(() => editedDerive({ file: 'evaluate', from: 'no such text', to: '' })).toThrow(
    'holds this text 0 times',
  );
});

afterAll(() => {
  if (process.env.NORMLAB_TABLE)
    console.log([...caught].map(([name, by]) => `${name.padEnd(60)} ${by}`).join('\n'));
});
