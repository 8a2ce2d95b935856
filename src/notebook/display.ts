/** What `globalThis[Symbol.for('normlab.display')]` does where the kernel is ours. */
export type Display = (
  bundle: Record<string, unknown>,
  options?: { readonly id?: string; readonly update?: boolean },
) => void;

/** How to show something in the middle of a cell; nothing where the kernel cannot. */
export function currentDisplay(): Display | undefined {
  const found: unknown = Reflect.get(globalThis, Symbol.for('normlab.display'));
  return typeof found === 'function' ? (found as Display) : undefined;
}
