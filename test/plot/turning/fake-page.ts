/** As much of a page as the turning picture uses: jest cannot load jsdom. The real thing is tried in test/browser. */
type Listener = (event: object) => void;

export class FakeElement {
  readonly tag: string;
  readonly ownerDocument: FakePage;
  readonly style: Record<string, string> = {};
  readonly attributes: Record<string, string> = {};
  readonly dataset: Record<string, string> = {};
  readonly children: FakeElement[] = [];
  innerHTML = '';
  value?: string;
  textContent = '';
  readonly #listeners: Record<string, Listener> = {};
  #captured: unknown;

  constructor(tag: string, page: FakePage) {
    this.tag = tag;
    this.ownerDocument = page;
  }

  get firstElementChild(): FakeElement | null {
    return this.children[0] ?? null;
  }

  append(...children: FakeElement[]): void {
    this.children.push(...children);
  }

  setAttribute(name: string, value: string): void {
    this.attributes[name] = value;
  }

  setPointerCapture(id: number): void {
    this.#captured = id;
  }

  hasPointerCapture(id: number): boolean {
    return this.#captured === id;
  }

  addEventListener(name: string, listener: Listener): void {
    this.#listeners[name] = listener;
  }

  /** What happens to the event on its way. */
  fire(name: string, event: object): string[] {
    const done: string[] = [];
    const note = (what: string) => (): void => void done.push(what);
    this.#listeners[name]?.({
      ...event,
      preventDefault: note('preventDefault'),
      stopPropagation: note('stopPropagation'),
    });
    return done;
  }
}

/** A page with one still picture that waits for its script. */
export class FakePage {
  readonly root = new FakeElement('div', this);
  readonly still = new FakeElement('img', this);

  readyState = 'complete';
  readonly #kind: string;
  #whenRead: (() => void) | undefined;

  /** What its script finds in the data of this name, and the kind of picture. */
  constructor(data: string, name = 'scene', kind = 'turning') {
    this.root.dataset[name] = data;
    this.#kind = kind;
    this.root.append(this.still);
  }

  get picture(): FakeElement {
    return this.all('svg')[0];
  }

  addEventListener(name: string, listener: () => void): void {
    if (name !== 'DOMContentLoaded') throw new Error(`Not foreseen: ${name}`);
    this.#whenRead = listener;
  }

  /** The page has been read to its end. */
  finish(): void {
    this.#whenRead?.();
  }

  createElement(tag: string): FakeElement {
    return new FakeElement(tag, this);
  }

  createElementNS(_space: string, tag: string): FakeElement {
    return new FakeElement(tag, this);
  }

  /** Only what the script asks for: the pictures that were not started. */
  querySelectorAll(selector: string): FakeElement[] {
    if (selector !== `.normlab-${this.#kind}:not([data-started])`)
      throw new Error(`Not foreseen: ${selector}`);
    return this.root.dataset.started === undefined ? [this.root] : [];
  }

  all(tag: string, from: FakeElement = this.root): FakeElement[] {
    return from.children.flatMap((child) => [...(child.tag === tag ? [child] : []), ...this.all(tag, child)]);
  }

  /** The words of the buttons that are not hidden. */
  shownButtons(from: FakeElement = this.root): string[] {
    return from.children.flatMap((child) => {
      if (child.style.display === 'none') return [];
      return [...(child.tag === 'button' ? [child.textContent] : []), ...this.shownButtons(child)];
    });
  }

  words(from: FakeElement = this.root): string {
    return [from.textContent, ...from.children.map((child) => this.words(child))].join(' ');
  }
}
