/** A number that a golden case must give. */
export function number(name: string, value: unknown): number {
  if (typeof value !== 'number')
    throw new RangeError(`expected ${name} to be a number, got ${JSON.stringify(value)}`);
  return value;
}
