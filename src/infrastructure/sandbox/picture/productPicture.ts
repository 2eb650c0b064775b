import { createHash } from 'node:crypto';
import { encode } from 'fast-png';

const SIDE = 240;
/** Half the width of the line between two areas, which is shaded. */
const SOFT = 1 / SIDE;

/** How far a point of the unit square lies outside a shape; negative inside. */
type Shape = (x: number, y: number) => number;
type Colour = readonly [number, number, number];

const box =
  (cx: number, cy: number, width: number, height: number, radius: number): Shape =>
  (x, y) => {
    const [dx, dy] = [Math.abs(x - cx) - width / 2 + radius, Math.abs(y - cy) - height / 2 + radius];
    return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
  };
const disc =
  (cx: number, cy: number, radius: number): Shape =>
  (x, y) =>
    Math.hypot(x - cx, y - cy) - radius;
const both =
  (...shapes: readonly Shape[]): Shape =>
  (x, y) =>
    Math.min(...shapes.map((shape) => shape(x, y)));
const without =
  (a: Shape, b: Shape): Shape =>
  (x, y) =>
    Math.max(a(x, y), -b(x, y));

type Drawing = readonly [body: Shape, detail: Shape];

/** A body, and what stands out on it. */
const BOX: Drawing = [box(0.5, 0.55, 0.6, 0.5, 0.03), both(box(0.5, 0.55, 0.1, 0.5, 0), box(0.5, 0.36, 0.6, 0.03, 0))];
const BOTTLE: Drawing = [
  both(box(0.5, 0.6, 0.3, 0.56, 0.08), box(0.5, 0.24, 0.13, 0.22, 0.03)),
  box(0.5, 0.62, 0.3, 0.2, 0),
];
const MUG: Drawing = [
  both(box(0.45, 0.55, 0.42, 0.5, 0.06), without(disc(0.68, 0.53, 0.16), disc(0.68, 0.53, 0.1))),
  box(0.45, 0.55, 0.42, 0.1, 0),
];
const SPEAKER: Drawing = [box(0.5, 0.5, 0.4, 0.72, 0.08), both(disc(0.5, 0.62, 0.14), disc(0.5, 0.3, 0.07))];
const LAMP: Drawing = [both(disc(0.5, 0.38, 0.22), box(0.5, 0.66, 0.2, 0.2, 0.04)), box(0.5, 0.7, 0.2, 0.05, 0)];
const BOOK: Drawing = [
  box(0.5, 0.5, 0.5, 0.7, 0.03),
  both(box(0.31, 0.5, 0.04, 0.7, 0), box(0.56, 0.36, 0.24, 0.06, 0.02)),
];
const BAG: Drawing = [
  both(box(0.5, 0.57, 0.48, 0.58, 0.12), without(disc(0.5, 0.27, 0.13), disc(0.5, 0.27, 0.08))),
  box(0.5, 0.68, 0.32, 0.22, 0.04),
];
const FOLDED: Drawing = [
  both(box(0.5, 0.4, 0.56, 0.15, 0.07), box(0.5, 0.57, 0.6, 0.15, 0.07), box(0.5, 0.74, 0.58, 0.15, 0.07)),
  box(0.5, 0.57, 0.6, 0.15, 0.07),
];

/** Categories whose goods do not come as a box. */
const DRAWINGS: ReadonlyMap<Drawing, readonly number[]> = new Map([
  [BOTTLE, [2166, 8010, 8044, 9010]],
  [MUG, [2110, 2125, 2140, 7044, 7060]],
  [SPEAKER, [4410, 4425, 4510, 4522]],
  [LAMP, [8610]],
  [BOOK, [6120, 6135, 8520]],
  [BAG, [3388, 3901, 5244, 8110]],
  [FOLDED, [7010, 8450]],
]);
const drawingOf = (category: number): Drawing =>
  [...DRAWINGS].find(([, categories]) => categories.includes(category))?.[0] ?? BOX;

const SHADOW = both(box(0.5, 0.9, 0.56, 0.02, 0.01));

const rgb = (hue: number, saturation: number, lightness: number): Colour => {
  const channel = (n: number): number => {
    const k = (n + hue / 30) % 12;
    const amplitude = saturation * Math.min(lightness, 1 - lightness);
    return Math.round(255 * (lightness - amplitude * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  };
  return [channel(0), channel(8), channel(4)];
};

/**
 * A drawing in place of a photograph, 240 × 240 PNG: the shape follows from the category that the name begins with,
 * colours from the name, so that each product keeps its own.
 */
export const productPicture = (name: string): Uint8Array => {
  const [hueByte = 0, shade = 0, offset = 0] = createHash('sha256').update(name).digest();
  const [body, detail] = drawingOf(Number.parseInt(name, 10));
  const hue = (hueByte / 256) * 360;
  const layers: readonly (readonly [Shape, Colour])[] = [
    [SHADOW, [226, 228, 232]],
    [body, rgb(hue, 0.5, 0.42 + (shade / 255) * 0.2)],
    [(x, y) => Math.max(detail(x, y), body(x, y)), rgb((hue + 25 + (offset % 5) * 60) % 360, 0.45, 0.8)],
  ];
  const data = new Uint8Array(SIDE * SIDE * 3).fill(255);
  for (let pixel = 0; pixel < SIDE * SIDE; pixel += 1) {
    const [x, y] = [((pixel % SIDE) + 0.5) / SIDE, (Math.floor(pixel / SIDE) + 0.5) / SIDE];
    for (const [shape, colour] of layers) {
      const cover = Math.min(1, Math.max(0, 0.5 - shape(x, y) / (2 * SOFT)));
      if (cover === 0) continue;
      for (const [channel, value] of colour.entries()) {
        const at = pixel * 3 + channel;
        data[at] = Math.round((data[at] ?? 255) * (1 - cover) + value * cover);
      }
    }
  }
  return encode({ width: SIDE, height: SIDE, data, channels: 3 });
};
