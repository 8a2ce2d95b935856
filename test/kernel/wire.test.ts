import { Wire } from '../../src/kernel/wire.js';

const key = { key: 'secret', signature_scheme: 'hmac-sha256' };
const frames = (wire: Wire): Uint8Array[] =>
  wire
    .encode({
      type: 'execute_reply',
      content: { status: 'ok' },
      parent: undefined,
      metadata: { cellId: 'a1' },
      to: { channel: 'shell', identities: [Buffer.from('client')] },
    })
    .map((frame) => Buffer.from(frame as Uint8Array));

test('what one end signs the other end reads', () => {
  const read = new Wire(key).decode(frames(new Wire(key)), 'shell');
  expect(read).toMatchObject({
    channel: 'shell',
    header: { msg_type: 'execute_reply', version: '5.3' },
    metadata: { cellId: 'a1' },
    content: { status: 'ok' },
  });
  expect(read!.identities.map((frame) => Buffer.from(frame).toString())).toEqual(['client']);
});

test('a message with another key, a changed part or no signature is not read', () => {
  const wire = new Wire(key);
  expect(wire.decode(frames(new Wire({ ...key, key: 'other' })), 'shell')).toBeUndefined();
  const changed = frames(wire);
  changed[changed.length - 1] = Buffer.from('{"status":"error"}');
  expect(wire.decode(changed, 'shell')).toBeUndefined();
  const unsigned = frames(wire);
  unsigned[2] = Buffer.from('');
  expect(wire.decode(unsigned, 'shell')).toBeUndefined();
});

test('frames that are no message are not read', () => {
  const wire = new Wire({ key: '', signature_scheme: '' });
  expect(wire.decode([Buffer.from('hello')], 'shell')).toBeUndefined();
  expect(
    wire.decode(
      ['<IDS|MSG>', '', 'no json', '{}', '{}', '{}'].map((text) => Buffer.from(text)),
      'shell',
    ),
  ).toBeUndefined();
});

test('without a key nothing is signed and everything is read', () => {
  const open = new Wire({ key: '', signature_scheme: 'hmac-sha256' });
  expect(open.decode(frames(open), 'shell')).toBeDefined();
});

test('a published message is routed by its type and names no parent where there is none', () => {
  const [topic, , , , parent] = new Wire(key).encode({ type: 'status', content: {}, parent: undefined });
  expect([String(topic), String(parent)]).toEqual(['kernel.status', '{}']);
});
