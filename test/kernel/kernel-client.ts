/** A kernel under test: its registration in a folder of its own, and a client that speaks to it through Python. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

export const root = path.resolve(__dirname, '..', '..');

/** The interpreter that has the Jupyter packages: NORMLAB_PYTHON, or that of the project's environment. */
export function python(): string {
  const places = [
    process.env['NORMLAB_PYTHON'],
    path.join(root, '.venv', 'bin', 'python'),
    path.join(root, '.venv', 'Scripts', 'python.exe'),
  ];
  const found = places.find((place) => place !== undefined && existsSync(place));
  if (!found)
    throw new Error('No Python with Jupyter: run `npm start -- --check` once, or set NORMLAB_PYTHON.');
  return found;
}

export interface KernelFolder {
  /** Where cells run and may write. */
  folder: string;
  env: NodeJS.ProcessEnv;
  remove(): void;
}

/** Registers the kernel of this source as `tslab` for processes with this environment. */
export function registerKernel(interruptMode: 'message' | 'signal' = 'message'): KernelFolder {
  const folder = mkdtempSync(path.join(tmpdir(), 'normlab kernel '));
  const spec = path.join(folder, 'jupyter', 'kernels', 'tslab');
  mkdirSync(spec, { recursive: true });
  const launch = path.join(root, 'src', 'kernel', 'launch.cjs');
  const node = process.env['NORMLAB_NODE'] ?? process.execPath;
  const kernel = {
    argv: [node, '--no-warnings', launch, '{connection_file}'],
    display_name: 'TypeScript (under test)',
    language: 'typescript',
    interrupt_mode: interruptMode,
  };
  writeFileSync(path.join(spec, 'kernel.json'), JSON.stringify(kernel));
  const env = { ...process.env, JUPYTER_PATH: path.join(folder, 'jupyter') };
  delete (env as NodeJS.ProcessEnv)['JUPYTER_PREFER_ENV_PATH'];
  return { folder, env, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface Output {
  /** Which of the cells that were sent together. */
  request: number;
  type: string;
  name?: string;
  text?: string;
  data?: Record<string, unknown>;
  ename?: string;
  evalue?: string;
  traceback?: string[];
  transient?: { display_id?: string };
}

export interface Ran {
  replies: { status: string; execution_count: number; ename?: string; evalue?: string }[];
  outputs: Output[];
}

export interface RunOptions {
  stop_on_error?: boolean;
  silent?: boolean;
  /** Which cell of the notebook it is, as JupyterLab says it. */
  cell_id?: string;
  /** Interrupts as soon as a cell prints this. */
  interrupt_on?: string;
  /** Interrupts as soon as this one of the cells is begun: before it runs, it is compiled. */
  interrupt_at?: number;
}

export class KernelClient {
  readonly #bridge: ChildProcess;
  readonly #lines: AsyncIterator<string>;

  private constructor(bridge: ChildProcess) {
    this.#bridge = bridge;
    this.#lines = createInterface({ input: bridge.stdout! })[Symbol.asyncIterator]();
  }

  static async start(place: KernelFolder): Promise<KernelClient> {
    const bridge = spawn(python(), [path.join(__dirname, 'bridge.py'), 'tslab', place.folder], {
      env: place.env,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const client = new KernelClient(bridge);
    await client.#read();
    return client;
  }

  /** Sends cells at once and waits until all are done. */
  run(cells: string | string[], options: RunOptions = {}): Promise<Ran> {
    return this.#call('run', { cells: [cells].flat(), ...options }) as Promise<Ran>;
  }

  /** The text of a cell's result, or its error. */
  async value(code: string): Promise<unknown> {
    const { outputs } = await this.run(code);
    const shown = outputs.find(({ type }) => type === 'execute_result' || type === 'error');
    return shown?.type === 'error' ? `${shown.ename}: ${shown.evalue}` : shown?.data?.['text/plain'];
  }

  /** What a cell that fails says, without colours. */
  async error(code: string, options?: RunOptions): Promise<{ ename: string; evalue: string; text: string }> {
    const { outputs } = await this.run(code, options);
    const { ename = '', evalue = '', traceback = [] } = outputs.find(({ type }) => type === 'error') ?? {};
    return { ename, evalue, text: plain(traceback.join('\n')) };
  }

  async printed(code: string, name = 'stdout'): Promise<string> {
    return textOf(await this.run(code), name);
  }

  ask(kind: string, content: object): Promise<Record<string, unknown>> {
    return this.#call('ask', { kind, content }) as Promise<Record<string, unknown>>;
  }

  async interrupt(): Promise<void> {
    await this.#call('interrupt', {});
  }

  /** The next thing that is published, for whatever request. */
  next(): Promise<Output> {
    return this.#call('next', {}) as Promise<Output>;
  }

  usage(): Promise<{ cpu: number; megabytes: number }> {
    return this.#call('usage', {}) as Promise<{ cpu: number; megabytes: number }>;
  }

  stop(): Promise<{ exitCode: number }> {
    return this.#call('stop', {}) as Promise<{ exitCode: number }>;
  }

  async #call(op: string, request: object): Promise<unknown> {
    this.#bridge.stdin!.write(`${JSON.stringify({ op, ...request })}\n`);
    const answer = (await this.#read()) as { bridgeError?: string };
    if (answer.bridgeError) throw new Error(answer.bridgeError);
    return answer;
  }

  async #read(): Promise<unknown> {
    const line = await this.#lines.next();
    if (line.done) throw new Error('The bridge to the kernel has ended.');
    return JSON.parse(line.value);
  }
}

export function textOf({ outputs }: Ran, name = 'stdout'): string {
  return outputs
    .filter((output) => output.type === 'stream' && output.name === name)
    .map((output) => output.text)
    .join('');
}

/** Without colours. */
export function plain(text: string): string {
  return text.replace(new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g'), '');
}

/** One kernel for the tests of a file, from before the first of them to after the last. */
export function kernelForAll(begun: (kernel: KernelClient, place: KernelFolder) => void): void {
  const place = registerKernel();
  let kernel: KernelClient;
  beforeAll(async () => {
    kernel = await KernelClient.start(place);
    begun(kernel, place);
  });
  afterAll(async () => {
    await kernel.stop();
    place.remove();
  });
}
