/**
 * Turns a scene by pointer, touch, keyboard and buttons. These functions run in the page only: their source is put there as
 * it stands, so they call nothing but each other and what they are given (`driving` lists them).
 */
import type { Scene, Step, View } from './scene.js';

/** What of a page's elements is used; TypeScript here knows no page. */
export interface PageElement {
  readonly ownerDocument: {
    readonly readyState: string;
    addEventListener(name: string, listener: () => void): void;
    createElement(tag: string): PageElement;
    createElementNS(space: string, tag: string): PageElement;
  };
  readonly dataset: Record<string, string | undefined>;
  readonly style: Record<string, string> & { cssText: string };
  readonly firstElementChild: PageElement | null;
  innerHTML: string;
  value?: string;
  textContent: string | null;
  append(...children: readonly PageElement[]): void;
  setAttribute(name: string, value: string): void;
  setPointerCapture(id: number): void;
  hasPointerCapture(id: number): boolean;
  addEventListener(name: string, listener: (event: PageEvent) => void): void;
}

/** What of a pointer's or a key's event is used. */
interface PageEvent {
  readonly pointerId: number;
  readonly clientX: number;
  readonly clientY: number;
  readonly key: string;
  preventDefault(): void;
  stopPropagation(): void;
}

/** How a scene is drawn, and what it is at a step. */
export interface Drawing {
  readonly draw: (scene: Scene, view: View) => string;
  readonly at: (scene: Scene, step: number) => Scene;
}

/** Puts the moving picture where the still one stands. */
export function drive(root: PageElement, { draw, at }: Drawing): void {
  const scene = JSON.parse(root.dataset.scene ?? '') as Scene;
  const page = root.ownerDocument;
  const picture = page.createElementNS('http://www.w3.org/2000/svg', 'svg');
  let view: View = scene.views[0];
  let step = 0;
  const show = (next: View): void => {
    view = { yaw: next.yaw, pitch: Math.max(-Math.PI / 2, Math.min(Math.PI / 2, next.pitch)) };
    picture.innerHTML = draw(at(scene, step), view);
  };
  picture.setAttribute('viewBox', `0 0 ${scene.size} ${scene.size}`);
  picture.setAttribute('role', 'img');
  picture.setAttribute('aria-label', `${scene.alt} The arrow keys turn it.`);
  picture.setAttribute('tabindex', '0');
  picture.setAttribute('data-lm-suppress-shortcuts', 'true');
  picture.style.cssText =
    'display:block;width:100%;cursor:grab;touch-action:pan-y;outline-offset:-2px;user-select:none;-webkit-user-select:none;font:13px Arial,Helvetica,sans-serif';
  show(view);
  turnByPointer(picture, (right, down) =>
    show({ yaw: view.yaw + right * 0.01, pitch: view.pitch + down * 0.01 }),
  );
  turnByKeys(picture, (right, down) => show({ yaw: view.yaw + right * 0.1, pitch: view.pitch + down * 0.1 }));
  if (root.firstElementChild !== null) root.firstElementChild.style.display = 'none';
  const heading = paragraph(root, scene.title, 'font-weight:bold');
  const note = paragraph(root, `Drag it to turn it. ${scene.note}`, 'font-size:0.92em');
  const views = buttonsOf(
    root,
    'Look at it',
    scene.views.map((each) => ({ name: each.name, press: () => show(each) })),
  );
  root.append(heading);
  if (scene.steps !== undefined)
    root.append(
      stepsOf(root, scene.steps, (next) => {
        step = next;
        show(view);
      }),
    );
  root.append(picture, legendOf(root, scene), views, note);
}

/** A button for each step, a slider for what lies between two, and what happens there in words. */
function stepsOf(root: PageElement, steps: readonly Step[], show: (step: number) => void): PageElement {
  const box = root.ownerDocument.createElement('div');
  const slider = root.ownerDocument.createElement('input');
  const words = paragraph(root, steps[0].note, 'min-height:3.9em;font-size:0.92em');
  const go = (step: number): void => {
    slider.value = String(step);
    words.textContent = steps[Math.round(step)].note;
    show(step);
  };
  const buttons = buttonsOf(
    root,
    'Step',
    steps.map(({ name }, n) => ({ name, press: () => go(n) })),
  );
  const told = { type: 'range', min: '0', max: String(steps.length - 1), step: '0.05', value: '0' };
  for (const [name, value] of Object.entries({ ...told, 'aria-label': 'Step, and what lies between' }))
    slider.setAttribute(name, value);
  slider.setAttribute('data-lm-suppress-shortcuts', 'true');
  slider.style.cssText = 'width:100%;margin:0;accent-color:#0072B2';
  slider.addEventListener('input', () => go(Number(slider.value)));
  slider.addEventListener('keydown', (event) => event.stopPropagation());
  box.setAttribute('class', 'control');
  box.append(buttons, slider, words);
  return box;
}

function paragraph(root: PageElement, text: string, style: string): PageElement {
  const made = root.ownerDocument.createElement('p');
  made.style.cssText = `margin:0.4em 0;${style}`;
  made.textContent = text;
  return made;
}

/** One finger or the mouse: sideways around, up and down to tilt. A finger that starts up or down scrolls the page. */
function turnByPointer(picture: PageElement, turn: (right: number, down: number) => void): void {
  let [x, y] = [0, 0];
  picture.addEventListener('pointerdown', (event) => {
    [x, y] = [event.clientX, event.clientY];
    picture.setPointerCapture(event.pointerId);
  });
  picture.addEventListener('pointermove', (event) => {
    if (!picture.hasPointerCapture(event.pointerId)) return;
    turn(event.clientX - x, event.clientY - y);
    [x, y] = [event.clientX, event.clientY];
  });
}

function turnByKeys(picture: PageElement, turn: (right: number, down: number) => void): void {
  const steps: Record<string, [number, number] | undefined> = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1],
  };
  picture.addEventListener('keydown', (event) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    turn(step[0], step[1]);
  });
}

function legendOf(root: PageElement, scene: Scene): PageElement {
  const list = root.ownerDocument.createElement('div');
  list.style.cssText = 'display:flex;flex-wrap:wrap;gap:0.2em 1.4em;font-size:0.92em';
  for (const { colour, text } of scene.legend) {
    const entry = root.ownerDocument.createElement('span');
    const line = root.ownerDocument.createElement('span');
    const words = root.ownerDocument.createElement('span');
    line.style.cssText = `display:inline-block;width:1.4em;height:4px;margin-right:0.5em;vertical-align:middle;background:${colour}`;
    words.textContent = text;
    entry.append(line, words);
    list.append(entry);
  }
  return list;
}

function buttonsOf(
  root: PageElement,
  label: string,
  choices: readonly { readonly name: string; readonly press: () => void }[],
): PageElement {
  const row = root.ownerDocument.createElement('div');
  row.style.cssText = 'margin:0.7em 0';
  // In a page of ours it looks, and stays off paper, like any control.
  row.setAttribute('class', 'control');
  row.setAttribute('role', 'group');
  row.setAttribute('aria-label', label);
  for (const { name, press } of choices) {
    const button = root.ownerDocument.createElement('button');
    button.setAttribute('type', 'button');
    button.style.cssText =
      'font:inherit;color:inherit;margin:0 0.5em 0.4em 0;background:rgba(128,128,128,0.12);border:1px solid rgba(128,128,128,0.5);border-radius:6px;padding:0.35em 0.9em;min-height:2.4em;cursor:pointer';
    button.textContent = name;
    button.addEventListener('click', press);
    row.append(button);
  }
  return row;
}

/** What `drive` needs in a page, beside what draws. */
export const driving: readonly { toString(): string }[] = [
  paragraph,
  turnByPointer,
  turnByKeys,
  legendOf,
  buttonsOf,
  stepsOf,
  drive,
];
