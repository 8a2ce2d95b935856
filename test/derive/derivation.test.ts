import { line } from '../../src/derive/derivation.js';

test('a line is an equation without conditions, unless it says otherwise', () => {
  expect(line('a')).toEqual({ expr: 'a', relation: '=', why: '', forbid: [], maxNodes: undefined });
  expect(line('a', 'so', { relation: '<=', forbid: ['D'], maxNodes: 9 })).toEqual({
    expr: 'a',
    relation: '<=',
    why: 'so',
    forbid: ['D'],
    maxNodes: 9,
  });
});
