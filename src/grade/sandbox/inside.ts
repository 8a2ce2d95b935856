/**
 * The script that every sandbox runs before the learner's: it hands copies in and takes copies out.
 *
 * It keeps the built-in functions it uses, and reads and writes numbers only through views of its own, so that no patched
 * prototype, getter or species of the learner's stands between. What leaves is a list of numbers (see wire.ts).
 */
export const inside = `(host) => {
  'use strict';
  const uncurry = Function.prototype.bind.bind(Function.prototype.call);
  const { apply, getPrototypeOf, ownKeys, getOwnPropertyDescriptor, set: setProperty } = Reflect;
  const { isArray } = Array;
  const { hasOwn, prototype: plain } = Object;
  const { isView } = ArrayBuffer;
  const isEnumerable = uncurry(Object.prototype.propertyIsEnumerable);
  const charCodeAt = uncurry(String.prototype.charCodeAt);
  const { fromCharCode } = String;
  const numbersLength = uncurry(getOwnPropertyDescriptor(getPrototypeOf(Float64Array.prototype), 'length').get);
  const kindOfView = uncurry(getOwnPropertyDescriptor(getPrototypeOf(Float64Array.prototype), Symbol.toStringTag).get);
  const [Buffer, Numbers, Fault, TypeFault, RealProxy, { revocable }] = [ArrayBuffer, Float64Array, Error, TypeError, Proxy, Proxy];
  const [note, known] = [uncurry(WeakSet.prototype.add), uncurry(WeakSet.prototype.has)];
  const [proxies, wrappers] = [new WeakSet(), new WeakSet()];
  const [get, set, forget] = [uncurry(Map.prototype.get), uncurry(Map.prototype.set), uncurry(Map.prototype.delete)];
  const kept = new Map();
  const stop = {};
  const most = 2 ** 21;
  let why = 0;

  globalThis.Proxy = function Proxy(target, handler) {
    if (!new.target) throw new TypeFault('Proxy needs new');
    const proxy = new RealProxy(target, handler);
    note(proxies, proxy);
    return proxy;
  };
  globalThis.Proxy.revocable = (target, handler) => {
    const made = revocable(target, handler);
    note(proxies, made.proxy);
    return made;
  };
  const silent = () => undefined;
  globalThis.console = { log: silent, info: silent, warn: silent, error: silent, debug: silent, table: silent };

  const refuse = (kind) => {
    why = kind;
    throw stop;
  };

  const writer = () => {
    let size = 1024;
    let used = 1;
    let buffer = new Buffer(8192);
    let room = new Numbers(buffer);
    const put = (number) => {
      if (used === size) {
        if (size >= most) refuse(7);
        const before = room;
        buffer = new Buffer(16 * size);
        room = new Numbers(buffer);
        for (let i = 0; i < size; i++) room[i] = before[i];
        size *= 2;
      }
      room[used++] = number;
    };
    const text = (of) => {
      if (of.length > 10000) refuse(7);
      put(of.length);
      for (let i = 0; i < of.length; i++) put(charCodeAt(of, i));
    };
    const list = (of, depth) => {
      put(5);
      const length = of.length;
      if (length > most) refuse(7);
      put(length);
      for (let i = 0; i < length; i++) {
        const found = getOwnPropertyDescriptor(of, i);
        if (found === undefined) refuse(5);
        if (!hasOwn(found, 'value')) refuse(4);
        value(found.value, depth);
      }
    };
    const view = (of) => {
      const length = numbersLength(of);
      if (kindOfView(of) === undefined) refuse(8);
      put(5);
      put(length);
      for (let i = 0; i < length; i++) value(of[i], 0);
    };
    const object = (of, depth) => {
      const keys = ownKeys(of);
      const parent = getPrototypeOf(of);
      if (keys.length === 0 && parent !== plain && parent !== null) refuse(8);
      let count = 0;
      for (let i = 0; i < keys.length; i++) if (typeof keys[i] === 'string' && isEnumerable(of, keys[i])) count++;
      put(6);
      put(count);
      for (let i = 0; i < keys.length; i++) {
        if (typeof keys[i] !== 'string' || !isEnumerable(of, keys[i])) continue;
        const found = getOwnPropertyDescriptor(of, keys[i]);
        if (!hasOwn(found, 'value')) refuse(4);
        text(keys[i]);
        value(found.value, depth);
      }
    };
    const value = (of, depth) => {
      const type = typeof of;
      if (type === 'number') { put(2); put(of); return; }
      if (of === undefined) return put(0);
      if (of === null) return put(1);
      if (type === 'boolean') { put(3); put(of ? 1 : 0); return; }
      if (type === 'string') { put(4); text(of); return; }
      if (type === 'function' && known(wrappers, of)) return put(7);
      if (type !== 'object') refuse(type === 'function' ? 1 : type === 'bigint' ? 9 : 10);
      if (known(proxies, of)) refuse(2);
      if (depth === 0) refuse(6);
      if (typeof of.then === 'function') refuse(3);
      if (isArray(of)) list(of, depth - 1);
      else if (isView(of)) view(of);
      else object(of, depth - 1);
    };
    const end = () => {
      room[0] = used;
      return buffer;
    };
    return { begin: () => { used = 1; }, put, text, value, end };
  };

  // An array that was handed in before is the same array again, with what it holds now.
  const refill = (into, from) => {
    if (isArray(from)) setProperty(into, 'length', from.length);
    const keys = ownKeys(from);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      const now = into[key];
      const next = from[key];
      if (key === 'length') continue;
      const nested = typeof next === 'object' && next !== null && typeof now === 'object' && now !== null;
      if (nested) refill(now, next);
      else setProperty(into, key, next);
    }
    return into;
  };
  const theSame = (id, now) => {
    if (typeof now !== 'object' || now === null) return now;
    const before = get(kept, id);
    if (before !== undefined) return refill(before, now);
    set(kept, id, now);
    forget(kept, id - 200);
    return now;
  };

  const read = (buffer) => {
    const numbers = new Numbers(buffer);
    let at = 1;
    const text = () => {
      const length = numbers[at++];
      let made = '';
      for (let i = 0; i < length; i++) made += fromCharCode(numbers[at++]);
      return made;
    };
    const value = () => {
      const tag = numbers[at++];
      if (tag === 0) return undefined;
      if (tag === 1) return null;
      if (tag === 2) return numbers[at++];
      if (tag === 3) return numbers[at++] === 1;
      if (tag === 4) return text();
      if (tag === 7) return wrapper(numbers[at++]);
      if (tag === 9) throw new Fault(text());
      if (tag === 10) return theSame(numbers[at++], value());
      const count = numbers[at++];
      const made = tag === 5 ? [] : {};
      for (let i = 0; i < count; i++) {
        const key = tag === 5 ? i : text();
        made[key] = value();
      }
      return made;
    };
    return value();
  };

  const asked = writer();
  const wrapper = (which) => {
    const made = (...inputs) => {
      asked.begin();
      try {
        asked.value(inputs, 8);
      } catch (error) {
        throw error === stop ? new TypeFault('it takes numbers and lists of numbers') : error;
      }
      return read(host(which, asked.end()));
    };
    note(wrappers, made);
    return made;
  };

  const said = (error) => {
    try {
      const words = \`\${typeof error === 'object' && error !== null ? error.message : error}\`;
      let made = '';
      for (let i = 0; i < words.length && i < 300; i++) made += words[i];
      return made;
    } catch {
      return 'an error without words';
    }
  };

  const answer = writer();
  return (f, input) => {
    let after = false;
    try {
      const inputs = read(input);
      const result = apply(f, undefined, inputs);
      answer.begin();
      answer.value(result, 8);
      after = true;
      answer.value(inputs, 8);
    } catch (error) {
      answer.begin();
      if (error === stop) { answer.put(8); answer.put(after ? 11 : why); }
      else { answer.put(9); answer.text(said(error)); }
    }
    return answer.end();
  };
}`;
