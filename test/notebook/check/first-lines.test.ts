import { Console } from 'node:console';
import { check, exercises, score, takeHome } from '../../../src/notebook/index.js';
import { withFirstLines } from '../../../src/notebook/check/first-lines.js';
import { right } from '../layer-norms.js';
import { ownRecord } from '../own-record.js';

ownRecord();

/** What reaches the two streams while `f` runs. */
function printedBy(f: (log: Console) => void): string {
  const streams = [process.stdout, process.stderr];
  const writers = streams.map((stream) => stream.write);
  let text = '';
  for (const stream of streams)
    stream.write = (chunk: string | Uint8Array): boolean => {
      text += String(chunk);
      return true;
    };
  try {
    // Colours are a matter of the terminal.
    f(new Console({ stdout: process.stdout, stderr: process.stderr, colorMode: false }));
  } finally {
    streams.forEach((stream, i) => (stream.write = writers[i]));
  }
  return text;
}
const lines = (n: number): string => Array.from({ length: n }, (_, i) => `${i}\n`).join('');
const times = (n: number, f: (i: number) => void): void => Array.from({ length: n }, (_, i) => i).forEach(f);

describe('what is printed during a check', () => {
  it('is shown whole where it has ten lines', () => {
    expect(printedBy((log) => withFirstLines(() => times(10, (i) => log.log(i))))).toBe(lines(10));
    expect(printedBy(() => withFirstLines(() => undefined))).toBe('');
  });

  it('is shown in its first ten lines, of either stream, and the others are counted', () => {
    const said = 'not shown: your function is called many times.\n';
    expect(printedBy((log) => withFirstLines(() => times(11, (i) => log.error(i))))).toBe(
      `${lines(10)}… and 1 more line that is ${said}`,
    );
    const both = (log: Console): void =>
      withFirstLines(() => times(1234, (i) => (i % 2 ? log.error(i) : log.log(i))));
    expect(printedBy(both)).toBe(`${lines(10)}… and 1,224 more lines that are ${said}`);
  });

  it('is cut inside a text of many lines, and a line without an end counts', () => {
    const text = printedBy(() =>
      withFirstLines(() => {
        process.stdout.write('a');
        process.stdout.write(new TextEncoder().encode('b\n'));
        process.stdout.write(`${lines(20)}open`);
      }),
    );
    expect(text).toMatch(/^ab\n0\n1\n2\n3\n4\n5\n6\n7\n8\n… and 12 more lines/);
  });

  it('passes on what is given back and what is thrown, and what is printed afterwards is whole', () => {
    const text = printedBy((log) => {
      expect(withFirstLines(() => 7)).toBe(7);
      const failing = (): never => {
        times(20, (i) => log.log(i));
        throw new Error('stop');
      };
      expect(() => withFirstLines(failing)).toThrow('stop');
      times(20, (i) => log.log(i));
    });
    expect(text).toMatch(/^[^…]*… and 10 more lines[^…]*$/);
    expect(text.endsWith(lines(20))).toBe(true);
  });

  it('is cut by check, score and takeHome', () => {
    const cut = /^(?:called\n){10}… and [\d,]+ more lines that are not shown: [^\n]*\n$/;
    const printing =
      (log: Console): typeof right =>
      (...given) => {
        log.log('called');
        return right(...given);
      };
    expect(printedBy((log) => void check(printing(log), exercises.layerNorm))).toMatch(cut);
    expect(printedBy((log) => void takeHome(printing(log)))).toMatch(cut);
    const asking = (log: Console) => (): boolean => {
      times(20, () => log.log('called'));
      return true;
    };
    expect(printedBy((log) => void score(asking(log)))).toMatch(cut);
  });
});
