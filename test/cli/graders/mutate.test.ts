import { mutantsOf } from '../../../src/cli/graders/mutate.js';

const changes = (code: string): string[] => mutantsOf(code).map(({ was, is }) => `${was} → ${is}`);

describe('mutants', () => {
  it('change operators, and leave out either operand', () => {
    expect(changes('function f(a) { return a / 7 + b; }')).toEqual(
      expect.arrayContaining(['a / 7 → a * 7', 'a / 7 + b → a / 7 - b', 'a / 7 + b → b', '7 → 8', '7 → (6)']),
    );
  });

  it('change calls: for the opposite, for an argument, exchanged, shortened', () => {
    expect(changes('sub(x, mean(x, last))')).toEqual(
      expect.arrayContaining([
        'sub(x, mean(x, last)) → add(x, mean(x, last))',
        'sub(x, mean(x, last)) → (x)',
        'sub(x, mean(x, last)) → sub(mean(x, last), x)',
        'mean(x, last) → sum(x, last)',
        'mean(x, last) → mean(x)',
      ]),
    );
  });

  it('exchange the arguments of the last function, but neither types nor names of properties', () => {
    const found = changes(
      'function f(x: Table, y: Table): Made { const made = { x, y: x.y }; return made; }',
    );
    expect(found).toEqual(['x → x: y', 'x → y']);
  });

  it('change branches, truth, places and statements', () => {
    const found = changes('if (a < 1e-5) { list[i] = true; }');
    expect(found).toEqual(
      expect.arrayContaining([
        'a < 1e-5 → a <= 1e-5',
        '1e-5 → 0.1',
        'true → false',
        'list[i] → list[0]',
        'list[i] = true; → ;',
      ]),
    );
    expect(changes('const n = x.length')).toEqual(['x.length → (x.length - 1)', 'x.length → (x.length + 1)']);
  });

  it('say on which line they are', () => {
    expect(mutantsOf('const a = 1;\nconst b = -a;').map(({ line, was, is }) => [line, was, is])).toEqual([
      [1, '1', '2'],
      [1, '1', '(0)'],
      [2, '-a', 'a'],
    ]);
  });
});
