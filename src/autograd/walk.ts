/** Anything made from others of its kind. */
interface Made<T> {
  readonly node: { readonly inputs: readonly T[] } | undefined;
}

/**
 * Everything `root` was made from, each before its own inputs: the order in which gradients flow. What stands in
 * `stopAt` counts as made from nothing.
 *
 * It keeps its own stack, so that a graph of a million steps cannot overflow the call stack.
 */
export function outputsFirst<T extends Made<T>>(root: T, stopAt: ReadonlySet<T> = new Set()): T[] {
  const finished: T[] = [];
  const seen = new Set<T>([root]);
  const stack = [{ at: root, next: 0 }];
  for (let top = stack[0]; top !== undefined; top = stack[stack.length - 1]) {
    const input = stopAt.has(top.at) ? undefined : top.at.node?.inputs[top.next++];
    if (input === undefined) {
      finished.push(top.at);
      stack.pop();
    } else if (!seen.has(input)) {
      seen.add(input);
      stack.push({ at: input, next: 0 });
    }
  }
  return finished.reverse();
}
