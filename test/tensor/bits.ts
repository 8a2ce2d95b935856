/** The sixteen hexadecimal digits of a float64: two numbers print alike here only if they are the same number. */
export function bitsOf(x: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  return view.getBigUint64(0).toString(16).padStart(16, '0');
}
