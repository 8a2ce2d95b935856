/** The names of arms as figures show them. */

/**
 * What a figure calls an arm. The one without a normalization is `none` in records; "none is at chance" would say that
 * every network trains.
 *
 * @example
 * armName('none, learning rate 0.1'); // 'bare network, learning rate 0.1'
 */
export function armName(arm: string): string {
  return arm.replace(/^none(?=,|$)/, 'bare network');
}

/** The same records, with the names that a figure has for their arms. */
export function withArmNames<R extends { readonly arm: string }>(records: readonly R[]): R[] {
  return records.map((record) => ({ ...record, arm: armName(record.arm) }));
}
