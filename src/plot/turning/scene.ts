/** A picture in three dimensions that can be turned: plain data, drawn by `draw.ts` here and in the page. */

/** Along three axes; the third points up when the picture is not tilted. */
export type Vector = readonly [number, number, number];

/** From where one looks, in radians: around the axis that points up, and down from its top (π/2 looks along it). */
export interface View {
  readonly yaw: number;
  readonly pitch: number;
}

/** A line, an arrow or an area. */
export interface Item {
  readonly points: readonly Vector[];
  /** A colour, or `currentColor` for that of the text around. */
  readonly colour: string;
  /** Width of the line in px; without it, and without a dot, the points are the corners of an area. */
  readonly width?: number;
  /** A dot of this radius in px at the last point, in place of a line. */
  readonly dot?: number;
  /** Its points at each step of the scene, in place of `points`; between two steps they move straight. */
  readonly path?: readonly (readonly Vector[])[];
  /** The first and the last step at which it is seen; always where left out. */
  readonly seen?: readonly [number, number];
  /** As in SVG: "4 4". */
  readonly dash?: string;
  readonly opacity?: number;
  /** Ends in an arrow head. */
  readonly isArrow?: boolean;
  /** Stands at the last point. */
  readonly label?: string;
}

/** A colour with the words for it. */
interface Entry {
  readonly colour: string;
  readonly text: string;
}

/** One of several states of the picture, each made of the one before. */
export interface Step {
  readonly name: string;
  /** What happens in it. */
  readonly note: string;
}

/** Everything a page needs to draw, turn and explain the picture. */
export interface Scene {
  readonly title: string;
  readonly alt: string;
  /** How to read the lines that the legend does not name. */
  readonly note: string;
  /** Labels of earlier items keep their place where two would stand on each other. */
  readonly items: readonly Item[];
  readonly legend: readonly Entry[];
  /** The states to step through; nothing changes where left out. */
  readonly steps?: readonly Step[];
  /** Views by name; the first is shown at the start. */
  readonly views: readonly (View & { readonly name: string })[];
  /** Everything lies within this distance of the origin. */
  readonly radius: number;
  /** Width and height of the picture, in px. */
  readonly size: number;
}
