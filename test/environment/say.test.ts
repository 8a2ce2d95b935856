interface Stop extends Error {
  readonly detail: string;
}
interface Module {
  whyStopped(what: string, output: string): Stop;
  tail(output: string, lines?: number): string;
  quietly(command: string[]): Promise<{ code: number; output: string }>;
}
const { whyStopped, tail, quietly } = jest.requireActual<Module>('../../environment/say.mjs');

test.each([
  ['npm error code ENOTFOUND', /connect to the network/],
  ['npm error network request failed, reason: connect ECONNREFUSED', /connect to the network/],
  ['NewConnectionError: Failed to establish a new connection', /connect to the network/],
  ['OSError: [Errno 28] No space left on device', /The disk is full: free about 1 GB/],
])('%s is said in one sentence with its remedy', (output, sentence) => {
  const { message, detail } = whyStopped('npm packages', output);
  expect(message).toMatch(sentence);
  expect(message).toContain('what is finished is kept');
  expect(detail).toBe('');
});

test('an unknown reason is shown by the last lines of the tool', () => {
  const { message, detail } = whyStopped('Python packages', 'one\ntwo\nthree\n');
  expect(message).toMatch(/^Installing the Python packages stopped: run this command again/);
  expect(detail).toBe('    one\n    two\n    three');
});

test('the tail of an output is its last lines', () => {
  expect(tail('a\nb\nc\n', 2)).toBe('    b\n    c');
});

test('a command that is not there ends with 127', async () => {
  await expect(quietly(['no-such-command-here'])).resolves.toMatchObject({ code: 127 });
});

test('both outputs and the exit code of a command are returned', async () => {
  const script = "console.log('out'); console.error('err'); process.exitCode = 3";
  const { code, output } = await quietly([process.execPath, '-e', script]);
  expect(code).toBe(3);
  expect(output).toMatch(/out/);
  expect(output).toMatch(/err/);
});
