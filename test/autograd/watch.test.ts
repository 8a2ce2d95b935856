import { add, LayerNorm, Module, mul, tensor, watch } from '../../src/index.js';
import type { Tensor } from '../../src/index.js';

class Twice extends Module {
  readonly norm: LayerNorm = new LayerNorm(2);
  readonly factor: Tensor = tensor([3, 5]);
  forward(x: Tensor): Tensor {
    return add(this.norm.forward(x), mul(this.factor, x));
  }
}
const x = tensor([[1, 4]]);

test('every module below is heard, inner ones first, with what it was given', () => {
  const twice = new Twice();
  const heard: string[] = [];
  watch(twice, ({ path, inputs }) => heard.push(`${path}:${inputs[0] === x}`));
  twice.forward(x);
  expect(heard).toEqual(['norm:true', ':true']);
});

test('the result and the gradients are those of a module that nobody watches', () => {
  const [watched, alone] = [new Twice(), new Twice()];
  watch(watched, () => undefined);
  for (const one of [watched, alone]) one.forward(x).backward([[2, 7]]);
  expect([...(watched.factor.grad?.data ?? [])]).toEqual([...(alone.factor.grad?.data ?? [1])]);
});

test('what is heard gets its gradient with the way back', () => {
  const twice = new Twice();
  let inner: Tensor | undefined;
  watch(twice, ({ path, output }) => {
    if (path === 'norm') inner = output;
  });
  twice.forward(x).backward([[2, 7]]);
  expect([...(inner?.grad?.data ?? [])]).toEqual([2, 7]);
});

test('after the end nothing is heard, and an earlier watch goes on', () => {
  const twice = new Twice();
  let [first, second] = [0, 0];
  const endFirst = watch(twice, () => first++);
  const endSecond = watch(twice, () => second++);
  twice.forward(x);
  endSecond();
  twice.forward(x);
  endFirst();
  twice.forward(x);
  expect([first, second]).toEqual([4, 2]);
  expect(Object.keys(twice)).not.toContain('forward');
});
