import { follows, nothingFound } from '../../src/derive/verdict.js';
import type { Verdict } from '../../src/derive/verdict.js';

test('failing and inconclusive lines do not follow, all others do', () => {
  const kinds: readonly Verdict['kind'][] = [
    'identical',
    'exact',
    'numeric',
    'tested',
    'fail',
    'inconclusive',
  ];
  expect(kinds.map((kind) => follows({ ...nothingFound, kind }))).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
  ]);
});
