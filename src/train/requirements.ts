/** @throws {RangeError} if an option is negative, infinite or not a number. */
export function requireNotNegative(op: string, options: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(options))
    if (!(Number.isFinite(value) && value >= 0))
      throw new RangeError(`${op}: expected ${name} to be 0 or a positive number, got ${value}`);
}

/** @throws {RangeError} if a decay rate is not from 0 up to, but not including, 1. */
export function requireDecay(op: string, options: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(options))
    if (!(Number.isFinite(value) && value >= 0 && value < 1))
      throw new RangeError(`${op}: expected ${name} to be at least 0 and less than 1, got ${value}`);
}

/** @throws {RangeError} if a count is not a whole number from `least`. */
export function requireCount(op: string, options: Readonly<Record<string, number>>, least: number = 1): void {
  for (const [name, value] of Object.entries(options))
    if (!(Number.isInteger(value) && value >= least))
      throw new RangeError(`${op}: expected ${name} to be a whole number from ${least}, got ${value}`);
}
