/**
 * How a value is written down as numbers inside (see wire.ts): into a view of its own, which no patched prototype, getter or
 * species reaches, each property read once. What cannot be read as plain data is refused, by number (see refused.ts).
 */
export const writing = `
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
      if (length > most) refuse(7);
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
`;
