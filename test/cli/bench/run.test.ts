import { runBench } from '../../../src/cli/bench/run.js';

/** A run on a machine where everything takes as long as written here. */
function bench(words: string[]): { code: number; said: string[]; saved: [string, string][] } {
  const [said, saved]: [string[], [string, string][]] = [[], []];
  const code = runBench(words, '20.19.0', {
    measure: () => [{ what: 'a step', value: 400, unit: 'µs', atMost: 300 }],
    say: (text) => said.push(text),
    save: (file, text) => saved.push([file, text]),
  });
  return { code, said, saved };
}

test('it prints the table, and a missed target is no failure', () => {
  const { code, said, saved } = bench([]);
  expect([code, saved]).toEqual([0, []]);
  expect(said.join()).toContain('Node 20.19.0');
  expect(said.join()).toContain('a step     400 µs  target ≤ 300: missed');
});

test('with --json the numbers are written as well', () => {
  const { code, saved } = bench(['--json', 'numbers.json']);
  expect([code, saved[0][0]]).toEqual([0, 'numbers.json']);
  expect(JSON.parse(saved[0][1])).toEqual({
    node: '20.19.0',
    measured: [{ what: 'a step', value: 400, unit: 'µs', atMost: 300 }],
  });
});

test.each([[['--json']], [['--fast']], [['--json', 'a', 'b']]])(
  'the words %j are answered with what to type',
  (words) => {
    expect(bench(words)).toEqual({
      code: 1,
      said: ['bench: the only option is --json FILE, where the numbers are written as well'],
      saved: [],
    });
  },
);
