import fc from 'fast-check';
import { outputsFirst } from '../../src/autograd/walk.js';
import { add, gradient, tensor } from '../../src/index.js';

interface Made {
  readonly id: number;
  readonly node: { readonly inputs: readonly Made[] } | undefined;
}

test('a chain of a hundred thousand steps does not overflow the stack', () => {
  const x = tensor(0);
  let y = x;
  for (let i = 0; i < 100000; i++) y = add(y, 1);
  expect([y.data[0], gradient(y, [x])[0].data[0]]).toEqual([100000, 1]);
});

test('everything comes once, and before what it was made from', () => {
  const graphs = fc.array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(graphs, (links) => {
      const all: Made[] = [];
      links.forEach((to, id) => {
        const inputs = id === 0 ? [] : to.map((i) => all[i % id]);
        all.push({ id, node: inputs.length > 0 ? { inputs } : undefined });
      });
      const order = outputsFirst(all[all.length - 1]);
      const place = new Map(order.map((made, i) => [made, i]));
      expect(place.size).toBe(order.length);
      for (const made of order)
        for (const input of made.node?.inputs ?? [])
          expect(place.get(input)).toBeGreaterThan(place.get(made) as number);
    }),
  );
});

test('it goes no further back than told', () => {
  const first: Made = { id: 0, node: undefined };
  const middle: Made = { id: 1, node: { inputs: [first] } };
  const last: Made = { id: 2, node: { inputs: [middle] } };
  expect(outputsFirst(last, new Set([middle])).map(({ id }) => id)).toEqual([2, 1]);
  expect(outputsFirst(middle, new Set([middle])).map(({ id }) => id)).toEqual([1]);
});
