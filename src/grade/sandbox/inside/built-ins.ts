/**
 * The built-in functions that the inner side of the wall uses, kept before the learner's code runs, so that nothing it patches
 * stands between. Proxies made from now on are noted, and there is a console that says nothing.
 */
export const builtIns = `
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
  globalThis.console = {};
  for (const name of ['log', 'info', 'warn', 'error', 'debug', 'table', 'dir', 'trace', 'assert', 'count', 'group', 'groupEnd', 'time', 'timeEnd'])
    globalThis.console[name] = silent;

  const refuse = (kind) => {
    why = kind;
    throw stop;
  };
`;
