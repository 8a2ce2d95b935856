import { Card } from './card.js';
import { currentDisplay } from './display.js';

const millisecondsBetween = 200;
let count = 0;

/**
 * Goes through a long loop and shows how far it is, at most five times a second.
 *
 * @param items What to loop over, or how many times.
 * @example
 * for (const step of progress(1000, 'training')) update(step);
 */
export function progress(items: number, label?: string): Generator<number, void, void>;
export function progress<T>(items: Iterable<T>, label?: string): Generator<T, void, void>;
export function* progress<T>(
  items: Iterable<T> | number,
  label = 'progress',
): Generator<T | number, void, void> {
  const [source, total] = typeof items === 'number' ? [counting(items), items] : [items, lengthOf(items)];
  const bar = new Bar(label, total);
  try {
    for (const item of source) {
      bar.tell();
      yield item;
      bar.done++;
    }
  } finally {
    bar.close();
  }
}

/** One line that is brought up to date in place. */
class Bar {
  done = 0;
  readonly label: string;
  readonly total: number | undefined;
  readonly #id = `progress-${Date.now().toString(36)}-${count++}`;
  readonly #start = Date.now();
  #told: number | undefined;

  constructor(label: string, total: number | undefined) {
    this.label = label;
    this.total = total;
  }

  tell(): void {
    const now = Date.now();
    if (this.#told !== undefined && now - this.#told < millisecondsBetween) return;
    const display = currentDisplay();
    if (display) this.#show(new Card('note', this.#line(now)));
  }

  close(): void {
    const seconds = ((Date.now() - this.#start) / 1000).toFixed(1);
    const whole = this.total === undefined || this.done === this.total;
    const count = this.total === undefined ? `${this.done}` : `${this.done} of ${this.total}`;
    const card = whole
      ? new Card('yes', `${this.label}: ${this.done}, done in ${seconds} s`)
      : new Card('note', `${this.label}: ${count}, ended after ${seconds} s`);
    if (currentDisplay()) this.#show(card);
    else console.log(card.toString());
  }

  #show(card: Card): void {
    currentDisplay()?.(card._repr_mimebundle_(), { id: this.#id, update: this.#told !== undefined });
    this.#told = Date.now();
  }

  #line(now: number): string {
    if (this.total === undefined) return `${this.label}: ${this.done}`;
    const share = this.total === 0 ? 1 : this.done / this.total;
    const full = Math.round(20 * share);
    const left =
      this.done === 0 ? '' : `, about ${Math.ceil(((now - this.#start) / 1000) * (1 / share - 1))} s left`;
    return `${this.label}: ${'█'.repeat(full)}${'░'.repeat(20 - full)} ${this.done} of ${this.total}${left}`;
  }
}

function* counting(n: number): Generator<number> {
  for (let i = 0; i < n; i++) yield i;
}

function lengthOf(items: Iterable<unknown>): number | undefined {
  if (Array.isArray(items) || typeof items === 'string' || ArrayBuffer.isView(items))
    return (items as ArrayLike<unknown>).length;
  return items instanceof Set || items instanceof Map ? items.size : undefined;
}
