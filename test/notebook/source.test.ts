import { sourceOf } from '../../src/notebook/source.js';

/** A function with exactly this text, as a compiler would leave it. */
const written = (text: string): ((...inputs: never[]) => unknown) => {
  const f = (): void => undefined;
  f.toString = () => text;
  jest.spyOn(Function.prototype, 'toString').mockReturnValueOnce(text);
  return f;
};
const names = (text: string): readonly string[] | undefined => sourceOf(written(text))?.names;

describe('the source of a function', () => {
  it('turns compiled calls back', () => {
    const source = sourceOf(written('function f(x) { return (0, normlab_1.add)(x, normlab_1.half); }'));
    expect(source).toEqual({ text: 'function f(x) { return add(x, half); }', names: ['add', 'half'] });
  });

  it('turns names of other cells back', () => {
    expect(sourceOf(written('(x) => exports.sub(x, exports.mu)'))).toEqual({
      text: '(x) => sub(x, mu)',
      names: ['mu', 'sub'],
    });
  });

  it('is an expression, also of a method', () => {
    expect(sourceOf(written('forward(x) { return x; }'))?.text).toBe('function forward(x) { return x; }');
    expect(sourceOf(written('(x) => x'))?.text).toBe('(x) => x');
    expect(sourceOf(written('x => x'))?.text).toBe('x => x');
  });

  it('is missing where nothing was written', () => {
    expect(sourceOf(Math.max as never)).toBeUndefined();
    expect(sourceOf(((x: number) => x).bind(undefined) as never)).toBeUndefined();
  });

  it.each([
    ['(x, eps) => { const { a, b: c } = x; let [d] = a; return add(c, d, eps); }', ['add']],
    ['function f(x) { return mean(x, { axis: -1, keepdims: true }); }', ['mean']],
    ['(x) => { const row = { axis }; return sum(x, row); }', ['axis', 'sum']],
    ['(x) => mul(x, { ...options })', ['mul', 'options']],
    ['(x) => { /* skip(me) */ return x; } // and(me)', []],
    ["(x) => log('mean(x)', `${width}px`)", ['log', 'width']],
    ['(x) => x.shape.at(-1) ?? Math.max(1, 2)', []],
    ['(x) => x.map((value, i) => value * scale[i])', ['scale']],
    ['(x) => (x ? left : right)', ['left', 'right']],
    ['(x) => { for (const v of x) use(v); function use(y) { return y; } }', []],
  ])('reads in %s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});
