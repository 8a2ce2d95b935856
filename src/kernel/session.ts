/** Answers requests one after another: each is announced as busy, answered, and announced as idle. */
import { setTimeout as later } from 'node:timers';
import type { Notebook } from './cell.js';
import { answerComplete, answerInspect } from './assistance.js';
import type { CellCompiler } from './compiler.js';
import { Ended } from './errors.js';
import type { Failure } from './errors.js';
import type { Guard } from './guard.js';
import { History } from './history.js';
import { kernelInfo, ok } from './messages.js';
import type { Content, FromCells, Request } from './messages.js';
import type { Streams } from './streams.js';

export interface Parts {
  compiler: CellCompiler;
  notebook: Notebook;
  guard: Guard;
  streams: Streams;
  /** Called before each cell: edited files are read again. */
  refresh: () => void;
  send: (message: FromCells) => void;
}

/** How long an error waits before it is answered, so that cells sent along with it arrive and are aborted. */
const graceInMs = 10;

export class Session {
  readonly #parts: Parts;
  readonly #history = new History();
  readonly #waiting: Request[] = [];
  /** Those that waited behind an error: their cells are answered without being run. */
  readonly #aborted = new WeakSet<Request>();
  #working = false;
  #count = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Takes a request; it is answered when those before it are. */
  take(request: Request): void {
    this.#waiting.push(request);
    if (!this.#working) void this.#work();
  }

  /** Publishes something that a request has caused. */
  publish(request: Pick<Request, 'header'>, type: string, content: Content): void {
    this.#parts.streams.flush();
    this.#parts.send({ send: { type, content, parent: request.header } });
  }

  async #work(): Promise<void> {
    this.#working = true;
    for (let request = this.#waiting.shift(); request; request = this.#waiting.shift())
      await this.#handle(request);
    this.#working = false;
  }

  async #handle(request: Request): Promise<void> {
    this.publish(request, 'status', { execution_state: 'busy' });
    if (request.header.msg_type === 'execute_request') await this.#execute(request);
    else await this.#assist(request);
    this.publish(request, 'status', { execution_state: 'idle' });
    this.#parts.send({ finished: true });
  }

  #reply(request: Request, content: Content): void {
    this.#parts.streams.flush();
    const type = request.header.msg_type.replace('_request', '_reply');
    this.#parts.send({ send: { type, content, parent: request.header, to: request } });
  }

  async #assist(request: Request): Promise<void> {
    try {
      const content = await this.#answer(request);
      if (content) this.#reply(request, content);
    } catch (error) {
      this.#reply(request, { status: 'error', ...failureOf(error).failure });
    }
  }

  async #answer({ header, content }: Request): Promise<Content | undefined> {
    const { compiler } = this.#parts;
    switch (header.msg_type) {
      case 'kernel_info_request':
        return kernelInfo;
      case 'complete_request':
        return answerComplete(compiler, content);
      case 'inspect_request':
        return answerInspect(compiler, content);
      case 'is_complete_request':
        return { ...(await compiler.completeness(String(content.code))) };
      case 'history_request':
        return { ...ok, history: this.#history.find(content) };
      case 'comm_info_request':
        return { ...ok, comms: {} };
      default:
        return undefined;
    }
  }

  async #execute(request: Request): Promise<void> {
    if (this.#aborted.has(request))
      return this.#reply(request, { status: 'aborted', execution_count: this.#count });
    const { notebook, guard, streams, refresh } = this.#parts;
    const code = String(request.content.code);
    const silent = request.content.silent === true;
    if (!silent) this.#count++;
    const execution_count = this.#count;
    if (!silent) this.publish(request, 'execute_input', { code, execution_count });
    guard.owner = request;
    refresh();
    // JupyterLab says which cell it is; other clients may not.
    const { cellId } = request.metadata;
    const id = typeof cellId === 'string' ? cellId : undefined;
    const end = await notebook.run(request, code, `In[${execution_count}].ts`, id).catch(failureOf);
    streams.close(request);
    if ('failure' in end) return this.#fail(request, end.failure);
    const { result } = end;
    if (result && !silent) this.publish(request, 'execute_result', { ...result, execution_count });
    this.#remember(request, code, result ? String(result.data['text/plain']) : null);
    this.#reply(request, { ...ok, execution_count, payload: [], user_expressions: {} });
  }

  async #fail(request: Request, failure: Failure): Promise<void> {
    this.publish(request, 'error', { ...failure });
    this.#remember(request, String(request.content.code), null);
    if (request.content.stop_on_error !== false) {
      await new Promise((resolve) => later(resolve, graceInMs));
      for (const waiting of this.#waiting) this.#aborted.add(waiting);
    }
    this.#reply(request, { status: 'error', execution_count: this.#count, ...failure });
  }

  #remember(request: Request, code: string, output: string | null): void {
    if (request.content.silent !== true && request.content.store_history !== false)
      this.#history.add(this.#count, code, output);
  }
}

/** What ended a request from outside of its code; anything unforeseen is said to be a fault of the kernel, which goes on. */
function failureOf(error: unknown): { failure: Failure } {
  if (error instanceof Ended) return { failure: error.failure };
  const evalue = `${error instanceof Error ? error.message : String(error)} (a fault of the kernel, not of the cell)`;
  return { failure: { ename: 'KernelError', evalue, traceback: [`KernelError: ${evalue}`] } };
}
