import fc from 'fast-check';
import { compare } from '../../src/cli/golden/compare.js';
import type { Packed } from '../../src/cli/golden/file.js';
import { operations } from '../../src/cli/golden/operations/index.js';
import type { ByName, Operation } from '../../src/cli/golden/operations/operation.js';
import { gradient, ndarray, spectralNorm, Tensor } from '../../src/index.js';
import { draftOf } from './calls.js';
import type { Call, Reference } from './process.js';
import { cotangent, recipes } from './recipes.js';
import type { Recipe } from './recipes.js';

/** Our side of a call. */
export type Ours = Pick<Operation, 'run'>;

/** PyTorch's spectral norm makes v anew from the improved u: that is ours, in use, after it was ours in training. */
const spectral: Ours = {
  run(inputs, { eps, ...attributes }) {
    const { u } = operations.spectral_norm.run(inputs, { eps, ...attributes });
    return { y: spectralNorm({ w: inputs.w, u }, { iterations: 0, eps: Number(eps) }), u };
  },
};

export const ours: Readonly<Record<string, Ours>> = { ...operations, spectral_norm: spectral };

/**
 * Rounding is 10⁻¹⁶ and 6 · 10⁻⁸. A short row may divide by √ε, one over 300, and an offset be 150 deviations away, which
 * in float64 takes five digits; in float32 ε is 0.1 and there is no offset.
 */
const tolerances = { float64: 1e-11, float32: 2e-5 } as const;

function computed({ run }: Ours, call: Omit<Call, 'gy'>, recipe: Recipe): [Call, Map<string, Tensor>] {
  const inputs: ByName = Object.fromEntries(
    Object.entries(call.in).map(([name, [shape, data]]) => [
      name,
      new Tensor(ndarray(data, shape, call.dtype)),
    ]),
  );
  const out = run(inputs, call.attrs);
  const gy = cotangent(recipe, out.y.shape);
  const wanted = call.wants.map((name) => inputs[name]);
  const gradients = gradient(out.y, wanted, { dy: new Tensor(ndarray(gy[1], gy[0], call.dtype)) });
  const results = [
    ...Object.entries(out),
    ...call.wants.map((name, i) => [`d${name}`, gradients[i]] as const),
  ];
  return [{ ...call, gy }, new Map(results)];
}

/** What differs between the library and the reference at this recipe, in words; nothing where they agree. */
export async function difference(
  op: string,
  mine: Ours,
  recipe: Recipe,
  reference: Reference,
): Promise<string> {
  const draft = { op, dtype: recipe.dtype, ...draftOf(op, recipe) };
  const [call, got] = computed(mine, draft, recipe);
  const wanted = await reference.compute(call);
  const findings = [...wanted].flatMap(([name, [shape, data]]) => {
    const tensor = got.get(name);
    if (!tensor) return [`${name}: the library gives no such result`];
    const { finding } = compare(tensor, { shape, data }, tolerances[recipe.dtype]);
    return finding === '' ? [] : [`${name}: ${finding}`];
  });
  return findings.length === 0 ? '' : `${findings.join('; ')}, for ${shown(call)}`;
}

/** A call as it can be typed again. */
function shown({ op, dtype, attrs, in: inputs, gy }: Call): string {
  const one = ([shape, data]: Packed): string => `${JSON.stringify(shape)} ${JSON.stringify(data)}`;
  const tensors = Object.entries({ ...inputs, gy }).map(([name, packed]) => `${name} = ${one(packed)}`);
  return `${op} in ${dtype}, ${JSON.stringify(attrs)}, ${tensors.join(', ')}`;
}

/** What came of comparing one operation. */
export interface Compared {
  readonly cases: number;
  /** The smallest difference found, in words; nothing where there is none. */
  readonly finding: string;
}

/** Compares an operation at random recipes, as many as the limits allow; a difference is looked for in smaller ones. */
export async function compared(
  op: string,
  reference: Reference,
  limits: { readonly seed: number; readonly cases: number; readonly milliseconds: number },
  mine: Ours = ours[op],
): Promise<Compared> {
  const agrees = fc.asyncProperty(recipes, async (recipe) => {
    const finding = await difference(op, mine, recipe, reference);
    if (finding !== '') throw new Error(finding);
  });
  const { seed, cases, milliseconds } = limits;
  const found = await fc.check(agrees, {
    ...{ seed, numRuns: cases },
    ...(milliseconds < Infinity && { interruptAfterTimeLimit: milliseconds }),
  });
  const error = found.errorInstance instanceof Error ? found.errorInstance.message : '';
  return { cases: found.numRuns, finding: found.counterexample ? `${op}: ${error}` : '' };
}
