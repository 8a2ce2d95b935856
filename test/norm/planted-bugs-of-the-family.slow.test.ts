import { families } from './bugs-of-the-family.js';
import { familiesBySample } from './bugs-of-norms-by-sample.js';
import { weights } from './bugs-of-weights.js';
import { caughtBy, printed } from './caught.js';
import { editedLibrary } from './edited-library.js';

describe.each(Object.entries({ ...families, ...familiesBySample, ...weights }))('%s', (_, [facts, bugs]) => {
  const table = new Map<string, string[]>();

  test.each(Object.entries(bugs))('caught: %s', (name, [file, from, to]) => {
    const by = caughtBy(facts, editedLibrary({ file, from, to }).library);
    table.set(name, by);
    expect(by).not.toEqual([]);
  });

  afterAll(() => printed(table));
});
