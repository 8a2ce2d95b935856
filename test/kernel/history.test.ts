import { History } from '../../src/kernel/history.js';

function sample(): History {
  const history = new History();
  history.add(1, 'a = 1', '1');
  history.add(2, 'b = 2', null);
  history.add(3, 'a = 1', '1');
  history.add(4, 'say("x.y")', null);
  return history;
}

test('the tail is the last entries, with output where asked', () => {
  expect(sample().find({ hist_access_type: 'tail', n: 2 })).toEqual([
    [1, 3, 'a = 1'],
    [1, 4, 'say("x.y")'],
  ]);
  expect(sample().find({ hist_access_type: 'tail', n: 1, output: true })).toEqual([
    [1, 4, ['say("x.y")', null]],
  ]);
});

test('a range ends before its stop and knows only this session', () => {
  const counts = (request: object): unknown[] =>
    sample()
      .find({ hist_access_type: 'range', ...request })
      .map((entry) => (entry as unknown[])[1]);
  expect(counts({ session: 0, start: 2, stop: 4 })).toEqual([2, 3]);
  expect(counts({ session: 1, start: 3 })).toEqual([3, 4]);
  expect(counts({ session: 7, start: 1, stop: 9 })).toEqual([]);
});

test('a search takes the pattern literally but for * and ?', () => {
  const found = (request: object): unknown[] => sample().find({ hist_access_type: 'search', ...request });
  expect(found({ pattern: 'a*' })).toHaveLength(2);
  expect(found({ pattern: 'a*', unique: true })).toHaveLength(1);
  expect(found({ pattern: '? = ?', n: 2 })).toEqual([
    [1, 2, 'b = 2'],
    [1, 3, 'a = 1'],
  ]);
  expect(found({ pattern: '*x.y*' })).toHaveLength(1);
  expect(found({ pattern: '*x+y*' })).toEqual([]);
});
