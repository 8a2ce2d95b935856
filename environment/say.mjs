import { spawn } from 'node:child_process';

/** A failure that a person can mend: its message is one sentence that says how. `detail` is shown below it, if any. */
export class Stop extends Error {
  constructor(sentence, detail = '') {
    super(sentence);
    this.detail = detail;
  }
}

export const say = (line) => console.log(line);

/** The last lines of a tool's output, indented: enough to see what it complained about. */
export function tail(output, lines = 12) {
  const kept = output.trimEnd().split('\n').slice(-lines);
  return kept.map((line) => `    ${line}`).join('\n');
}

/**
 * Runs a tool without showing its output; meanwhile says how long it has been at it.
 * @returns its exit code (127: not found) and everything it printed
 */
export function quietly([command, ...args], { progress, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const clock = progress ? startClock(() => progress(output)) : () => {};
    child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (output += text));
    const end = (code) => {
      clock();
      resolve({ code, output });
    };
    child.on('error', (error) => {
      output += error.message;
      end(127);
    });
    child.on('close', (code) => end(code ?? 1));
  });
}

/** A terminal gets one line that changes each second, a log gets a line each half minute. */
function startClock(progress) {
  const began = Date.now();
  const line = () => `      ${Math.round((Date.now() - began) / 1000)} s${progress()}`;
  const terminal = process.stdout.isTTY;
  const show = () => (terminal ? process.stdout.write(`\r\x1b[K${line()}`) : say(line()));
  const timer = setInterval(show, terminal ? 1000 : 30_000);
  return () => {
    clearInterval(timer);
    if (terminal) process.stdout.write('\r\x1b[K');
  };
}

const noNetwork =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ECONNRESET|ERR_SOCKET_TIMEOUT|NewConnectionError|ConnectTimeoutError|ReadTimeoutError|Failed to establish a new connection|name resolution|\(from versions: none\)/;
const diskFull = /ENOSPC|No space left on device|not enough space/i;

/** Why an installation stopped, in one sentence; where it is none of the usual reasons, with the tool's own last lines. */
export function whyStopped(what, output) {
  if (diskFull.test(output))
    return new Stop(
      'The disk is full: free about 1 GB, then run this command again; what is finished is kept.',
    );
  if (noNetwork.test(output))
    return new Stop(
      `The ${what} could not be fetched: connect to the network, then run this command again; what is finished is kept.`,
    );
  return new Stop(
    `Installing the ${what} stopped: run this command again, and if it stops again, ask for help with these lines.`,
    tail(output),
  );
}
