import type { Owner } from '../../src/kernel/guard.js';
import type { Outgoing } from '../../src/kernel/messages.js';
import { Streams } from '../../src/kernel/streams.js';

const owner = (id: string): Owner => ({ header: { msg_id: id } as Owner['header'] });
const [first, second] = [owner('first'), owner('second')];

function watched(
  limits = { lines: 5, characters: 100 },
  now = (): number => 0,
): { streams: Streams; sent: string[] } {
  const sent: string[] = [];
  const send = ({ content, parent }: Outgoing): void =>
    void sent.push(`${parent!.msg_id} ${String(content['name'])}: ${String(content['text'])}`);
  return { streams: new Streams(send, limits, now), sent };
}

test('text of one stream is gathered until it is flushed', () => {
  const { streams, sent } = watched();
  streams.write(first, 'stdout', 'a');
  streams.write(first, 'stdout', 'b');
  expect(sent).toEqual([]);
  streams.flush();
  streams.flush();
  expect(sent).toEqual(['first stdout: ab']);
});

test('a loop that prints ten thousand lines within a moment sends one message', () => {
  const { streams, sent } = watched({ lines: 10_000, characters: 1e6 });
  for (let i = 0; i < 10_000; i++) streams.write(first, 'stdout', `${i}\n`);
  streams.close(first);
  expect(sent).toHaveLength(1);
});

test('another stream or another cell sends what came before', () => {
  const { streams, sent } = watched();
  streams.write(first, 'stdout', 'a');
  streams.write(first, 'stderr', 'b');
  streams.write(second, 'stderr', 'c');
  streams.flush();
  expect(sent).toEqual(['first stdout: a', 'first stderr: b', 'second stderr: c']);
});

test('text that waited long enough goes out with the next write, without a pause of the cell', () => {
  let now = 0;
  const { streams, sent } = watched(undefined, () => now);
  streams.write(first, 'stdout', 'a');
  now = 1000;
  streams.write(first, 'stdout', 'b');
  expect(sent).toEqual(['first stdout: ab']);
});

test('held text goes out by itself', async () => {
  const { streams, sent } = watched();
  streams.write(first, 'stdout', 'a');
  while (sent.length === 0) await new Promise((go) => setTimeout(go, 5));
  expect(sent).toEqual(['first stdout: a']);
});

test('lines beyond the limit are cut inside a text, counted and told at the end', () => {
  const { streams, sent } = watched();
  streams.write(first, 'stdout', '1\n2\n3\n4\n5\n6\n7\n');
  streams.write(first, 'stdout', '8\n');
  streams.close(first);
  expect(sent[0]).toMatch(
    /^first stdout: 1\n2\n3\n4\n5\n\n\[The output is cut here: .*5 lines or 100 characters/,
  );
  expect(sent.slice(1)).toEqual(['first stderr: … and 3 more lines that are not shown.\n']);
});

test('exactly the limit is not cut', () => {
  const { streams, sent } = watched();
  streams.write(first, 'stdout', '1\n2\n3\n4\n5\n');
  streams.close(first);
  expect(sent).toEqual(['first stdout: 1\n2\n3\n4\n5\n']);
});

test('one endless line is cut by its characters', () => {
  const { streams, sent } = watched();
  streams.write(first, 'stdout', 'x'.repeat(1000));
  streams.flush();
  expect(sent[0]).toContain(`${'x'.repeat(100)}\n[The output is cut here`);
  expect(sent[0]).not.toContain('x'.repeat(101));
});

test('a cut cell does not silence the next one', () => {
  const { streams, sent } = watched();
  streams.write(first, 'stdout', 'x'.repeat(1000));
  streams.close(first);
  streams.write(second, 'stdout', 'heard');
  streams.close(second);
  expect(sent.at(-1)).toBe('second stdout: heard');
});
