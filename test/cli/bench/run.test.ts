import { runBench } from '../../../src/cli/bench/run.js';
import { notebookSizes } from '../../../src/cli/bench/sorting-step.js';

const sizes = { ...notebookSizes, depth: 4 };

/** A run on a machine where everything takes as long as written here. */
async function bench(words: string[]): Promise<{ code: number; said: string[]; saved: [string, string][] }> {
  const [said, saved]: [string[], [string, string][]] = [[], []];
  const code = await runBench(words, '20.19.0', {
    measure: () => [{ what: 'a step', value: 400, unit: 'µs', atMost: 300 }],
    measurePeers: (pythons) =>
      Promise.resolve([{ what: pythons.join(' and '), sizes, samples: { ours: [2] } }]),
    draw: (measured) => Promise.resolve(`<svg>${measured[0].what}</svg>`),
    say: (text) => said.push(text),
    save: (file, text) => saved.push([file, text]),
  });
  return { code, said, saved };
}

test('it prints the table, and a missed target is no failure', async () => {
  const { code, said, saved } = await bench([]);
  expect([code, saved]).toEqual([0, []]);
  expect(said.join()).toContain('Node 20.19.0');
  expect(said.join()).toContain('a step     400 µs  target ≤ 300: missed');
});

test('with --json the numbers are written as well', async () => {
  const { code, saved } = await bench(['--json', 'numbers.json']);
  expect([code, saved[0][0]]).toEqual([0, 'numbers.json']);
  expect(JSON.parse(saved[0][1])).toEqual({
    node: '20.19.0',
    measured: [{ what: 'a step', value: 400, unit: 'µs', atMost: 300 }],
  });
});

test.each([[['--json']], [['--fast']], [['--json', 'a', 'b']], [['--peers']], [['--picture', 'a.svg']]])(
  'the words %j are answered with what to type',
  async (words) => {
    expect(await bench(words)).toEqual({
      code: 1,
      said: [expect.stringContaining('bench: the options are --json FILE')],
      saved: [],
    });
  },
);

test('with --peers the engines of the given Pythons are measured instead', async () => {
  const { code, said, saved } = await bench(['--peers', 'one,two', '--json', 'numbers.json']);
  expect([code, said]).toEqual([0, []]);
  expect(JSON.parse(saved[0][1])).toMatchObject({
    measured: [{ what: 'one and two', sizes, samples: { ours: [2] } }],
  });
});

test('with --picture what was measured beside other engines is drawn into a file', async () => {
  const { code, saved } = await bench(['--peers', 'one', '--picture', 'step.svg']);
  expect([code, saved]).toEqual([0, [['step.svg', '<svg>one</svg>\n']]]);
});
