import { progress } from '../../src/notebook/index.js';

const slot = Symbol.for('normlab.display');
let now = 0;
const shown = jest.fn<void, [Record<string, string>, { id: string; update: boolean }]>();
const texts = (): string[] => shown.mock.calls.map(([bundle]) => bundle['text/plain']);

beforeEach(() => {
  now = 1000;
  shown.mockClear();
  jest.spyOn(Date, 'now').mockImplementation(() => now);
  Reflect.set(globalThis, slot, shown);
});
afterEach(() => {
  jest.restoreAllMocks();
  Reflect.deleteProperty(globalThis, slot);
});

describe('progress', () => {
  it('yields what it was given, and ends with a line that says so', () => {
    expect([...progress(['a', 'b'])]).toEqual(['a', 'b']);
    expect([...progress(3)]).toEqual([0, 1, 2]);
    expect(texts().at(-1)).toBe('✓ progress: 3, done in 0.0 s');
  });

  it('tells count and time left, in place', () => {
    for (const i of progress(10, 'training')) {
      expect(i).toBeLessThan(10);
      now += 1000;
    }
    expect(texts()[0]).toBe('○ training: ░░░░░░░░░░░░░░░░░░░░ 0 of 10');
    expect(texts()[4]).toBe('○ training: ████████░░░░░░░░░░░░ 4 of 10, about 6 s left');
    expect(texts().at(-1)).toBe('✓ training: 10, done in 10.0 s');
    const options = shown.mock.calls.map(([, option]) => option);
    expect(new Set(options.map(({ id }) => id)).size).toBe(1);
    expect(options.map(({ update }) => update)).toEqual([false, ...Array<boolean>(10).fill(true)]);
  });

  it('tells at most five times a second', () => {
    for (const i of progress(1000)) now += i >= 0 ? 1 : 0;
    expect(texts().length).toBeLessThanOrEqual(7);
  });

  it('is closed by an early break and by an error', () => {
    for (const i of progress(10, 'search')) {
      now += 500;
      if (i === 2) break;
    }
    expect(texts().at(-1)).toBe('○ search: 2 of 10, ended after 1.5 s');
    expect(() => {
      for (const i of progress(10, 'search')) throw new Error(`at ${i}`);
    }).toThrow('at 0');
    expect(texts().at(-1)).toContain('ended after');
  });

  it('takes what has no length', () => {
    function* some(): Generator<string> {
      yield 'a';
      yield 'b';
    }
    expect([...progress(some(), 'stream')]).toEqual(['a', 'b']);
    expect(texts()).toEqual(['○ stream: 0', '✓ stream: 2, done in 0.0 s']);
    expect([...progress(new Set([1, 2]))]).toEqual([1, 2]);
    expect([...progress([])]).toEqual([]);
  });

  it('prints once, at the end, where the kernel cannot update', () => {
    Reflect.deleteProperty(globalThis, slot);
    const log = jest.spyOn(console, 'log').mockImplementation(() => undefined);
    for (const i of progress(5, 'quiet')) now += 1000 + i;
    expect(log.mock.calls).toEqual([['✓ quiet: 5, done in 5.0 s']]);
  });
});
