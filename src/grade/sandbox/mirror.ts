import { aFunction } from './wire.js';

/**
 * Writes into `target` whatever differs in `now`, so that an input that was changed inside a sandbox is changed outside too.
 *
 * @returns Whether anything differed.
 */
export function mirror(target: unknown, now: unknown): boolean {
  if (now === aFunction || typeof target !== 'object' || target === null) return false;
  const [into, from] = [target, now as object];
  const surplus = Object.keys(into).filter((key) => !Object.hasOwn(from, key));
  for (const key of surplus) Reflect.deleteProperty(into, key);
  if (Array.isArray(into) && Array.isArray(from) && surplus.length > 0)
    Reflect.set(into, 'length', from.length);
  let changed = surplus.length > 0;
  for (const [key, value] of Object.entries(from)) {
    const before: unknown = Reflect.get(into, key);
    if (alike(before, value)) changed = mirror(before, value) || changed;
    else if (value !== aFunction) changed = put(into, key, value);
  }
  return changed;
}

/** As a property of its own, whatever it is called. */
function put(into: object, key: string, value: unknown): true {
  Reflect.defineProperty(into, key, { value, writable: true, enumerable: true, configurable: true });
  return true;
}

/** Whether both are the same value, or of one kind, so that only what they hold can differ. */
function alike(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b);
  return Array.isArray(a) === Array.isArray(b);
}
