/**
 * Buttons for placement and depth, and the panel for any combination. These functions run in the page only: their source
 * is put there as it stands, so they call nothing but each other and what they are given (`exploring` lists them).
 */
import type { PageElement } from '../turning/drive.js';
import type { PictureRanges, PlacementState } from './picture.js';

/** One state, drawn. */
interface Shown {
  readonly placement: string;
  readonly depth: number;
  readonly svg: string;
  readonly words: string;
}

/** All that the page needs. */
export interface Exploration {
  readonly title: string;
  readonly note: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly states: readonly Shown[];
  /** Number of the state shown first. */
  readonly first: number;
  readonly ranges: PictureRanges;
  /** What stands in place of the panel where the library is not in the page. */
  readonly absent: string;
}

/** What the library does in a page that has it, as the global `normlab`. */
interface InPage {
  readonly placementProfile: (sockets: Readonly<Record<string, boolean | number>>) => PlacementState;
  readonly placementPicture: (state: PlacementState, ranges: PictureRanges) => string;
  readonly placementInWords: (state: PlacementState) => string;
}

/** What of the window is used. */
interface Surroundings {
  readonly normlab?: Partial<InPage>;
  readonly setTimeout: (then: () => void, milliseconds: number) => unknown;
}

/** Puts the controls and the picture that changes where the still one stands. */
export function explore(root: PageElement): void {
  const all = JSON.parse(root.dataset['exploration'] ?? '') as Exploration;
  let { placement, depth } = all.states[all.first];
  const [picture, words] = [pictureOf(root, all), spoken(root)];
  const live = combination(root, all, depth);
  const show = (): void => {
    const here = all.states.find((one) => one.placement === placement && one.depth === depth);
    picture.innerHTML = here?.svg ?? '';
    picture.setAttribute('aria-label', here?.words ?? '');
    words.textContent = here?.words ?? '';
  };
  const placements = [...new Set(all.states.map((one) => one.placement))];
  const byPlacement = choice(root, 'Placement', { values: placements, at: placement }, (chosen) => {
    placement = chosen;
    show();
  });
  const depths = [...new Set(all.states.map((one) => String(one.depth)))];
  const byDepth = choice(root, 'Blocks', { values: depths, at: String(depth) }, (chosen) => {
    depth = Number(chosen);
    show();
    live.redraw(depth);
  });
  show();
  if (root.firstElementChild !== null) root.firstElementChild.style.display = 'none';
  const side = made(root, 'div', 'flex:1 1 320px;max-width:600px;min-width:0');
  side.append(byPlacement, picture, words);
  const sides = made(root, 'div', 'display:flex;flex-wrap:wrap;gap:1em 2em');
  sides.append(side, live.panel);
  const heading = made(root, 'p', 'margin:0.4em 0;font-weight:bold', all.title);
  const note = made(root, 'p', 'margin:0.4em 0;font-size:0.92em', all.note);
  root.append(heading, byDepth, sides, note);
}

function made(root: PageElement, tag: string, style: string, text = ''): PageElement {
  const element = root.ownerDocument.createElement(tag);
  element.style.cssText = style;
  element.textContent = text;
  return element;
}

function pictureOf(root: PageElement, { size }: Exploration): PageElement {
  const picture = root.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'svg');
  picture.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
  picture.setAttribute('role', 'img');
  picture.style.cssText = 'display:block;width:100%;font:13px Arial,Helvetica,sans-serif';
  return picture;
}

/** A line that readers speak when it changes. */
function spoken(root: PageElement): PageElement {
  const words = made(root, 'p', 'margin:0.4em 0;font-size:0.92em;min-height:4.5em');
  words.setAttribute('aria-live', 'polite');
  return words;
}

/** A row of buttons of which one is pressed. */
function choice(
  root: PageElement,
  label: string,
  { values, at }: { values: readonly string[]; at: string },
  choose: (value: string) => void,
): PageElement {
  const row = made(root, 'div', 'margin:0.3em 0');
  // In a page of ours it looks, and stays off paper, like any control.
  row.setAttribute('class', 'control');
  row.setAttribute('role', 'group');
  row.setAttribute('aria-label', label);
  const buttons = values.map((value) => button(root, value));
  const press = (pressed: number): void => buttons.forEach((one, i) => mark(one, i === pressed));
  buttons.forEach((one, i) =>
    one.addEventListener('click', () => {
      press(i);
      choose(values[i]);
    }),
  );
  press(values.indexOf(at));
  row.append(made(root, 'span', 'margin-right:0.6em', `${label}:`), ...buttons);
  return row;
}

function button(root: PageElement, text: string): PageElement {
  const one = made(
    root,
    'button',
    'font:inherit;font-size:0.92em;color:inherit;margin:0 0.4em 0.4em 0;border:1px solid rgba(128,128,128,0.5);border-radius:6px;padding:0.3em 0.7em;min-height:2.4em;cursor:pointer',
    text,
  );
  one.setAttribute('type', 'button');
  return one;
}

/** Pressed or not: in colour, by its weight, and for readers that speak. */
function mark(one: PageElement, pressed: boolean): void {
  one.setAttribute('aria-pressed', String(pressed));
  one.style.background = pressed ? 'rgba(0,114,178,0.28)' : 'rgba(128,128,128,0.12)';
  one.style.fontWeight = pressed ? 'bold' : 'normal';
}

/** The sockets as switches; what they give is computed by the library in the page, where it is there. */
function combination(
  root: PageElement,
  all: Exploration,
  depth: number,
): { panel: PageElement; redraw: (depth: number) => void } {
  const panel = made(root, 'div', 'flex:1 1 320px;max-width:600px;min-width:0');
  const [picture, words] = [pictureOf(root, all), spoken(root)];
  picture.style.display = 'none';
  words.textContent = 'Press any of them: the library computes the block you made, here in the page.';
  const chosen: Record<string, boolean> = {};
  let blocks = depth;
  const redraw = (): void => compute(all.ranges, { ...chosen, depth: blocks }, { picture, words });
  const row = switches(root, (socket, on) => {
    chosen[socket] = on;
    redraw();
  });
  for (const socket of row.sockets) chosen[socket] = false;
  panel.append(row.element, picture, words);
  const withoutLibrary = (): void => {
    if (inThisPage() !== undefined) return;
    row.element.style.display = 'none';
    words.textContent = all.absent;
  };
  // A library may stand further down in a page that is still read.
  if (root.ownerDocument.readyState === 'loading')
    root.ownerDocument.addEventListener('DOMContentLoaded', withoutLibrary);
  else withoutLibrary();
  const deeper = (now: number): void => {
    blocks = now;
    if (picture.style.display === 'block') redraw();
  };
  return { panel, redraw: deeper };
}

/** A button for each socket, which stays pressed until it is pressed again. */
function switches(
  root: PageElement,
  turn: (socket: string, on: boolean) => void,
): { element: PageElement; sockets: string[] } {
  const names: Record<string, string> = {
    before: 'norm before',
    after: 'norm on the branch',
    sum: 'norm on the sum',
    alpha: 'α on the stream',
    gate: 'gate on the branch',
  };
  const sockets = Object.keys(names);
  const element = made(root, 'div', 'margin:0.3em 0');
  element.setAttribute('class', 'control');
  element.setAttribute('role', 'group');
  element.setAttribute('aria-label', 'Any combination');
  const buttons = sockets.map((socket) => {
    const one = button(root, names[socket]);
    let on = false;
    mark(one, on);
    one.addEventListener('click', () => {
      on = !on;
      mark(one, on);
      turn(socket, on);
    });
    return one;
  });
  element.append(made(root, 'span', 'margin-right:0.6em', 'Any combination:'), ...buttons);
  return { element, sockets };
}

/** What of the library is used, where the page has all of it. */
function inThisPage(): InPage | undefined {
  const { placementProfile, placementPicture, placementInWords } =
    (globalThis as unknown as Surroundings).normlab ?? {};
  if (!placementProfile || !placementPicture || !placementInWords) return undefined;
  return { placementProfile, placementPicture, placementInWords };
}

function compute(
  ranges: PictureRanges,
  sockets: Readonly<Record<string, boolean | number>>,
  { picture, words }: { picture: PageElement; words: PageElement },
): void {
  const library = inThisPage();
  if (library === undefined) return;
  words.textContent = 'Computing …';
  // The page draws that line first.
  (globalThis as unknown as Surroundings).setTimeout(() => {
    try {
      const state = library.placementProfile(sockets);
      picture.innerHTML = library.placementPicture(state, ranges);
      picture.style.display = 'block';
      picture.setAttribute('aria-label', library.placementInWords(state));
      words.textContent = library.placementInWords(state);
    } catch (error) {
      words.textContent = String(error);
    }
  }, 30);
}

/** What `explore` needs in a page. */
export const exploring: readonly { toString(): string }[] = [
  made,
  pictureOf,
  spoken,
  choice,
  button,
  mark,
  combination,
  switches,
  inThisPage,
  compute,
  explore,
];
