/** The thread that runs the cells: puts the kernel together and hands it the requests that the sockets receive. */
import { writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { noPlotly, Notebook } from './cell.js';
import { beginCompilerThread, CompilerThread } from './compiler-thread.js';
import { asBundle } from './display.js';
import type { DisplayOptions } from './display.js';
import { Drive } from './drive.js';
import { interrupted, Sources } from './errors.js';
import { Guard, isStop } from './guard.js';
import type { Owner } from './guard.js';
import type { Content, FromCells, ToCells } from './messages.js';
import { Session } from './session.js';
import { newSlice } from './slice.js';
import { Streams } from './streams.js';
import { guardTimers } from './timers.js';
import type * as tslabDisplay from './tslab-display.js';
import { closeKeyboard, makeWorld } from './world.js';

/** What is needed late, or is plain JavaScript. */
const load = createRequire(__filename);
const { root, forgetEdited } = load('./typescript.cjs') as { root: string; forgetEdited(): string[] };

closeKeyboard();
const slice = newSlice();
const sockets = new Worker(path.join(__dirname, 'launch.cjs'), {
  workerData: { module: './sockets.ts', connectionFile: process.argv[2], slice },
  execArgv: [],
});
const compiler = new CompilerThread(beginCompilerThread);
const send = (message: FromCells): void => sockets.postMessage(message);

const streams = new Streams((message) => send({ send: message }));
const guard = new Guard(slice);
const drive = new Drive(guard);
const sources = new Sources(root);

const leave = makeWorld((name, text) => guard.owner && streams.write(guard.owner, name, text));
guardTimers(guard);

const modules = {
  tslab: (): unknown => (load('./tslab-display.js') as typeof tslabDisplay).tslabModule(show),
  'plotly.js-dist': noPlotly,
};
const notebook = new Notebook(compiler, drive, sources, modules);
const session = new Session({ compiler, notebook, guard, streams, refresh: forgetEdited, send });

/** Shows a bundle in the cell whose code runs, or changes one that was shown under the same name. */
function show(bundle: Content, { id, update }: DisplayOptions = {}): void {
  if (!guard.owner) return;
  const content = { ...asBundle(bundle), transient: id ? { display_id: id } : {} };
  session.publish(guard.owner, update ? 'update_display_data' : 'display_data', content);
}
Reflect.set(globalThis, Symbol.for('normlab.display'), show);

/** An interrupt ends the cell that runs or is compiled; code that a timer started after its cell had ended reports for itself. */
guard.onInterrupt = (stopped): void => {
  const underWay = compiler.interrupt() || drive.interrupt();
  if (!underWay && stopped) session.publish(stopped, 'error', { ...interrupted });
};
process.on('SIGINT', () => guard.interrupt());

function reportLate(owner: Owner | undefined, sentence: string, thrown: unknown): void {
  if (!owner) return void writeSync(2, `${sentence}\n${String(thrown)}\n`);
  streams.write(owner, 'stderr', `${sentence}\n${sources.failure(thrown).traceback.join('\n')}\n`);
}
process.on('uncaughtException', (error) => {
  if (isStop(error)) guard.interrupt();
  else
    reportLate(
      guard.takeFailed() ?? guard.owner,
      'An error in a timer or callback, after its cell had gone on:',
      error,
    );
});
process.on('unhandledRejection', (error) => {
  reportLate(guard.owner, 'A promise failed and nothing waited for it (is an `await` missing?):', error);
});

/** Nearly every notebook imports these, and draws: they are read while the compiler gets ready. */
function readLibrary(): void {
  try {
    load('../notebook/index.ts');
    load('../plot/index.ts');
    (load('../notebook/still-picture.ts') as { beginDrawing(): void }).beginDrawing();
  } catch {
    // A file of the library is being edited: the cell that imports it will say what is wrong.
  }
}

setImmediate(readLibrary);

sockets.on('message', (message: ToCells) => {
  if ('request' in message) session.take(message.request);
  else if ('interrupt' in message) guard.hear();
  else leave();
});
sockets.on('error', (error) => {
  writeSync(2, `The kernel lost its sockets. ${String(error)}\n`);
  leave();
});
