import { EventEmitter } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { CompilerThread } from '../../src/kernel/compiler-thread.js';
import type { Question } from '../../src/kernel/compiler-thread.js';

/** A thread that answers only when the test lets it. */
class Played extends EventEmitter {
  readonly asked: Question[] = [];
  readonly declarations: string;
  ended = false;

  constructor(declarations: string) {
    super();
    this.declarations = declarations;
  }

  postMessage(question: Question): void {
    this.asked.push(question);
  }

  terminate(): void {
    this.ended = true;
  }

  answer(answer: unknown): void {
    this.emit('message', answer);
  }
}

let threads: Played[];
let compiler: CompilerThread;
beforeEach(() => {
  threads = [];
  compiler = new CompilerThread(({ declarations }) => {
    threads.push(new Played(declarations));
    return threads.at(-1) as unknown as Worker;
  });
});

const cell = { javascript: '', pauses: false, lastExpression: undefined, maps: { toModule: '', toCell: '' } };
const compile = async (code: string, declarations: string): Promise<void> => {
  const compiled = compiler.compile(code);
  threads.at(-1)!.answer({ cell, declarations });
  expect(await compiled).toMatchObject({ cell });
};

test('a cell is compiled after all those that were, and not after those that had problems', async () => {
  await compile('let a = 1', 'let a: number;');
  const failed = compiler.compile('let b: number = ""');
  threads[0].answer({ problems: [], names: ['b'] });
  expect(await failed).toEqual({ problems: [], names: ['b'] });
  await compile('let c = a', 'let a: number; let c: number;');
  expect(threads[0].asked.map(({ method, given }) => [method, ...given])).toEqual([
    ['compile', '', 'let a = 1'],
    ['compile', 'let a: number;', 'let b: number = ""'],
    ['compile', 'let a: number;', 'let c = a'],
  ]);
});

test('answers come to those who asked, in order', async () => {
  const answers = [compiler.completeness('a'), compiler.inspect('b', 0), compiler.complete('c', 1)];
  for (const answer of ['first', undefined, 'third']) threads[0].answer(answer);
  expect(await Promise.all(answers)).toEqual(['first', undefined, 'third']);
});

describe('an interrupt', () => {
  test('ends a cell that is being compiled, and a new thread knows the cells before it', async () => {
    await compile('let a = 1', 'let a: number;');
    const endless = compiler.compile('type Endless = 1');
    expect(compiler.interrupt()).toBe(true);
    await expect(endless).rejects.toMatchObject({ failure: { ename: 'KeyboardInterrupt' } });
    expect(threads.map(({ ended, declarations }) => [ended, declarations])).toEqual([
      [true, ''],
      [false, 'let a: number;'],
    ]);
    // What the old one had on its tongue is no answer to anybody.
    const next = compiler.completeness('a');
    threads[0].answer('late');
    threads[1].answer('in time');
    expect(await next).toBe('in time');
  });

  test('while nothing is compiled changes nothing', () => {
    expect(compiler.interrupt()).toBe(false);
    expect(threads.map(({ ended }) => ended)).toEqual([false]);
  });
});

describe('a thread that breaks down', () => {
  test('says so in one sentence to who waits, and is replaced', async () => {
    const waiting = compiler.compile('a');
    threads[0].emit('error', new Error('out of memory'));
    threads[0].emit('exit', 1);
    await expect(waiting).rejects.toMatchObject({
      failure: {
        ename: 'CompilerError',
        evalue: expect.stringMatching(
          /^The compiler of cells broke down \(Error: out of memory\); another has begun/,
        ),
      },
    });
    await compile('a', '');
    expect(threads).toHaveLength(2);
  });

  test('while nobody waits is replaced for the next question, not before', async () => {
    threads[0].emit('exit', 1);
    expect(threads).toHaveLength(1);
    const asked = compiler.completeness('a');
    expect(threads).toHaveLength(2);
    threads[1].answer('complete');
    expect(await asked).toBe('complete');
  });
});
