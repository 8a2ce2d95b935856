import { currentDisplay } from '../../src/notebook/display.js';

describe('the display of the kernel', () => {
  it('is found where the kernel put it, and nowhere else', () => {
    expect(currentDisplay()).toBeUndefined();
    const display = jest.fn();
    Reflect.set(globalThis, Symbol.for('normlab.display'), display);
    expect(currentDisplay()).toBe(display);
    Reflect.deleteProperty(globalThis, Symbol.for('normlab.display'));
  });
});
