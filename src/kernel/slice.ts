/**
 * A slice is one uninterrupted run of a cell's code. Two shared words say whether one runs and whether an interrupt
 * waits to be heard, so that the thread of the sockets stops the code of a cell and never the kernel's own.
 */
const state = 0;
const asked = 1;
const idle = 0;
const running = 1;
const claimed = 2;

/** The words that the threads of the sockets and of the cells share. */
export function newSlice(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
}

/** For the thread of the sockets: true where a slice runs and a signal shall stop it. Windows has no such signal. */
export function claimSlice(slice: Int32Array, platform: string = process.platform): boolean {
  return platform !== 'win32' && Atomics.compareExchange(slice, state, running, claimed) === running;
}

export function beginSlice(slice: Int32Array): void {
  Atomics.store(slice, state, running);
}

/** Ends a slice; where a signal is on its way it is waited for here, inside the code that it stops. */
export function endSlice(slice: Int32Array): void {
  if (Atomics.exchange(slice, state, idle) !== claimed) return;
  for (;;) Atomics.wait(slice, state, idle, 1000);
}

export function isRunning(slice: Int32Array): boolean {
  return Atomics.load(slice, state) === running;
}

/** After a slice was stopped from outside. */
export function resetSlice(slice: Int32Array): void {
  Atomics.store(slice, state, idle);
}

export function askInterrupt(slice: Int32Array): void {
  Atomics.store(slice, asked, 1);
}

export function isInterruptAsked(slice: Int32Array): boolean {
  return Atomics.load(slice, asked) === 1;
}

/** The interrupt has done its work. */
export function hearInterrupt(slice: Int32Array): void {
  Atomics.store(slice, asked, 0);
}
