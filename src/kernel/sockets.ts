/**
 * The thread that owns the sockets. It stays awake while a cell computes: heartbeats, interrupts and shutdown are
 * answered here, everything else is handed to the thread that runs the cells.
 */
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { context, Publisher, Reply, Router } from 'zeromq';
import { askInterrupt, claimSlice, isInterruptAsked, isRunning } from './slice.js';
import { kernelInfo, ok } from './messages.js';
import type { Content, FromCells, Outgoing, Request, ToCells } from './messages.js';
import { Wire } from './wire.js';
import type { Connection } from './wire.js';

const { connectionFile, slice } = workerData as { connectionFile: string; slice: Int32Array };
const connection = JSON.parse(readFileSync(connectionFile, 'utf8')) as Connection;
const wire = new Wire(connection);
const cells = parentPort!;
const tell = (message: ToCells): void => cells.postMessage(message);

// What nobody takes any more shall not keep the process.
context.blocky = false;
// Without limits on the queue: a slow page must not lose the message that says a cell has ended.
const options = { linger: 250, sendHighWaterMark: 0 };
const sockets = {
  iopub: new Publisher(options),
  shell: new Router(options),
  control: new Router(options),
  stdin: new Router(options),
  hb: new Reply({ linger: 0 }),
};

/** One send at a time per socket, in order. */
const order = { iopub: Promise.resolve(), shell: Promise.resolve(), control: Promise.resolve() };
function send(message: Outgoing): Promise<void> {
  const name = message.to?.channel ?? 'iopub';
  const frames = wire.encode(message);
  order[name] = order[name].then(() => sockets[name].send(frames)).catch(() => undefined);
  return order[name];
}

/** Requests handed over and not yet dealt with. */
let waiting = 0;
cells.on('message', (message: FromCells) => {
  if ('send' in message) void send(message.send);
  else waiting--;
});

function answer(request: Request, type: string, content: Content): Promise<unknown> {
  const status = (execution_state: string): Promise<void> =>
    send({ type: 'status', content: { execution_state }, parent: request.header });
  void status('busy');
  void send({ type, content, parent: request.header, to: request });
  return Promise.all([status('idle'), order.shell, order.control]);
}

/** Stops the slice of code that runs now; code that waits is stopped by the cells' thread, which hears the message. */
function interrupt(): void {
  askInterrupt(slice);
  tell({ interrupt: true });
  const signal = (): void => {
    if (!isInterruptAsked(slice)) return;
    if (claimSlice(slice)) process.kill(process.pid, 'SIGINT');
    else setTimeout(signal, 20);
  };
  signal();
}

async function leave(request: Request): Promise<void> {
  await answer(request, 'shutdown_reply', { ...ok, restart: request.content.restart === true });
  for (const socket of Object.values(sockets)) socket.close();
  tell({ leave: true });
  // A cell that computes does not hear: then the process is ended from here. One that is only slow to end has its time.
  setInterval(() => isRunning(slice) && process.kill(process.pid, 'SIGKILL'), 500);
}

function take(request: Request): void {
  switch (request.header.msg_type) {
    case 'kernel_info_request':
      // Answered at once while the compiler is still loading; in its turn while cells run.
      if (request.channel === 'shell' && waiting > 0) break;
      void answer(request, 'kernel_info_reply', kernelInfo);
      return;
    case 'interrupt_request':
      interrupt();
      void answer(request, 'interrupt_reply', ok);
      return;
    case 'shutdown_request':
      void leave(request);
      return;
  }
  waiting++;
  tell({ request });
}

async function listen(channel: Request['channel']): Promise<void> {
  for await (const frames of sockets[channel]) {
    const request = wire.decode(frames, channel);
    if (request) take(request);
  }
}

/** Leaves with the program that started the kernel, so that none stays behind when it is killed. */
function followParent(): void {
  const parent = process.ppid;
  if (String(parent) !== process.env['JPY_PARENT_PID']) return;
  setInterval(() => process.ppid !== parent && process.kill(process.pid, 'SIGKILL'), 2000).unref();
}

async function open(): Promise<void> {
  const { transport, ip } = connection;
  for (const name of ['shell', 'control', 'iopub', 'stdin', 'hb'] as const)
    await sockets[name].bind(
      `${transport}://${ip}${transport === 'ipc' ? '-' : ':'}${connection[`${name}_port`]}`,
    );
  void listen('shell');
  void listen('control');
  void send({ type: 'status', content: { execution_state: 'starting' }, parent: undefined });
  followParent();
  for await (const beat of sockets.hb) await sockets.hb.send(beat);
}

void open();
