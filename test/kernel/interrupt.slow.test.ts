import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { KernelClient, python, registerKernel, textOf } from './kernel-client.js';
import type { KernelFolder, Ran } from './kernel-client.js';

const inOneSlice: [string, string][] = [
  ['a loop that never awaits', `console.log('begun'); while (true) steps++;`],
  ['a loop after an await', `await pause(); console.log('begun'); while (true) steps++;`],
  [
    'a loop in a timer',
    `await new Promise(() => setTimeout(() => { console.log('begun'); while (true) steps++; }, 1));`,
  ],
  [
    'a loop in a promise callback',
    `await Promise.resolve().then(() => { console.log('begun'); while (true) steps++; });`,
  ],
  ['a loop of settled promises', `console.log('begun'); for (;;) { await null; steps++; }`],
  [
    'a loop in queueMicrotask',
    `queueMicrotask(() => { console.log('begun'); for (;;) steps++; }); await pause();`,
  ],
  [
    'a loop in process.nextTick',
    `process.nextTick(() => { console.log('begun'); for (;;) steps++; }); await pause();`,
  ],
  ['a loop that prints', `for (;;) console.log('begun', steps++);`],
];
const betweenSlices: [string, string][] = [
  ['an async loop', `console.log('begun'); while (true) { await pause(); steps++; }`],
  [
    'an async function that loops',
    `async function run() { for (;;) { await pause(); steps++; } }\nconsole.log('begun'); await run();`,
  ],
  ['a promise that never settles', `console.log('begun'); await new Promise(() => {});`],
];

/** A loop that begins when its cell has long ended, and then says so: once there is a file named go. */
const later = `const isThere = require('node:fs').existsSync;
  setTimeout(function look() {
    if (!isThere('go')) return void setTimeout(look, 5);
    console.log('begun');
    for (;;);
  });`;
async function letLoopBegin(kernel: KernelClient, { folder }: KernelFolder): Promise<void> {
  writeFileSync(path.join(folder, 'go'), '');
  while (!(await kernel.next()).text?.includes('begun'));
}

/** How often a loop still turns after its interrupt. */
const turnsAfter = (kernel: KernelClient): Promise<unknown> =>
  kernel.value('const then = steps; await new Promise((go) => setTimeout(go, 100)); steps - then');

// Node loses a bare signal that comes just as a slice ends; a message is never lost. Hence no races for signals here.
describe.each([
  ['message', [...inOneSlice, ...betweenSlices]],
  ['signal', inOneSlice],
] as const)('an interrupt that comes as a %s', (mode, loops) => {
  let place: KernelFolder;
  let kernel: KernelClient;
  beforeAll(async () => {
    place = registerKernel(mode);
    kernel = await KernelClient.start(place);
    await kernel.run(
      `let steps = 0; const kept = 'kept'; const pause = () => new Promise((go) => setTimeout(go, 5));`,
    );
  });
  afterAll(async () => {
    await kernel.stop();
    place.remove();
  });

  const stop = async (cell: string): Promise<Ran> => {
    const ran = await kernel.run(cell, { interrupt_on: 'begun' });
    expect(ran.replies[0]).toMatchObject({ status: 'error', ename: 'KeyboardInterrupt' });
    expect(ran.outputs.filter(({ type }) => type === 'error')).toHaveLength(1);
    expect(await kernel.value('kept')).toBe('kept');
    return ran;
  };
  test.each(loops)('stops %s, and all is kept', async (_, cell) => {
    await stop(cell);
    expect(await turnsAfter(kernel)).toBe('0');
  });
});

describe('an interrupt', () => {
  let place: KernelFolder;
  let kernel: KernelClient;
  beforeAll(async () => {
    place = registerKernel();
    kernel = await KernelClient.start(place);
    await kernel.run(
      `let steps = 0; const kept = 'kept'; const pause = () => new Promise((go) => setTimeout(go, 5));`,
    );
  });
  afterAll(async () => {
    await kernel.stop();
    place.remove();
  });

  test('stops a loop that a timer began after its cell had ended', async () => {
    expect((await kernel.run(later)).replies[0].status).toBe('ok');
    await letLoopBegin(kernel, place);
    await kernel.interrupt();
    expect(await kernel.next()).toMatchObject({ type: 'error', ename: 'KeyboardInterrupt' });
    expect(await kernel.value('kept')).toBe('kept');
  });

  test('ends what runs in the background', async () => {
    await kernel.run('setInterval(() => steps++, 2); await pause();');
    await kernel.interrupt();
    expect(await turnsAfter(kernel)).toBe('0');
  });

  test('while nothing runs changes nothing', async () => {
    await kernel.interrupt();
    expect(await kernel.value('kept')).toBe('kept');
  });

  test('aborts the cells that wait behind it', async () => {
    const ran = await kernel.run([`console.log('begun'); for (;;);`, `console.log('next')`], {
      interrupt_on: 'begun',
    });
    expect(ran.replies.map(({ status }) => status)).toEqual(['error', 'aborted']);
    expect(textOf(ran)).toBe('begun\n');
  });
});

test('a shutdown ends a kernel whose cell never ends', async () => {
  const place = registerKernel();
  const kernel = await KernelClient.start(place);
  await kernel.run(later);
  await letLoopBegin(kernel, place);
  expect((await kernel.stop()).exitCode).not.toBeNull();
  place.remove();
});

test('a shutdown of an idle kernel ends it cleanly', async () => {
  const place = registerKernel();
  const kernel = await KernelClient.start(place);
  expect(await kernel.value('1 + 1')).toBe('2');
  expect((await kernel.stop()).exitCode).toBe(0);
  place.remove();
});

test('a kernel whose client is killed does not stay behind', async () => {
  const place = registerKernel();
  const client = [
    'import os',
    'from jupyter_client.manager import start_new_kernel',
    "manager, client = start_new_kernel(kernel_name='tslab', startup_timeout=120)",
    'print(manager.provisioner.pid, flush=True)',
    'os._exit(1)',
  ].join('\n');
  const { stdout } = spawnSync(python(), ['-c', client], { env: place.env, encoding: 'utf8' });
  const pid = Number(stdout);
  expect(pid).toBeGreaterThan(0);
  while (lives(pid)) await new Promise((go) => setTimeout(go, 50));
  place.remove();
});

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
