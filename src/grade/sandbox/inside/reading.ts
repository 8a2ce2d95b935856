/** How values that come from outside are made inside: fresh, but for an array that was handed in before. */
export const reading = `
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
`;
