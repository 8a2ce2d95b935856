/** What a place to run JavaScript usually offers to copy data with; a plain engine has none. */
export const cloning = `
  globalThis.structuredClone = (data) => {
    const copies = new Map();
    const copied = (from) => {
      if (typeof from === 'function' || typeof from === 'symbol') throw new TypeFault('it is no data, and cannot be cloned');
      if (typeof from !== 'object' || from === null) return from;
      return get(copies, from) ?? copiedOnce(from, (copy) => (set(copies, from, copy), copy));
    };
    const copiedOnce = (from, keep) => {
      if (from instanceof Buffer || (isView(from) && 'slice' in from)) return keep(from.slice());
      if (from instanceof Date) return keep(new Date(from.getTime()));
      if (from instanceof Map) {
        const copy = keep(new Map());
        from.forEach((item, key) => copy.set(copied(key), copied(item)));
        return copy;
      }
      if (from instanceof Set) {
        const copy = keep(new Set());
        from.forEach((item) => copy.add(copied(item)));
        return copy;
      }
      const copy = keep(isArray(from) ? new Array(from.length) : {});
      for (const key of Object.keys(from)) copy[key] = copied(from[key]);
      return copy;
    };
    return copied(data);
  };
`;
