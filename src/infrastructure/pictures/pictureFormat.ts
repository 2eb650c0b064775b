import { disableTypes, imageSize, types } from 'image-size';

const CONTENT_TYPES = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
} as const;

type Format = keyof typeof CONTENT_TYPES;
export type PictureType = (typeof CONTENT_TYPES)[Format];

const isFormat = (type: string | undefined): type is Format => type !== undefined && Object.hasOwn(CONTENT_TYPES, type);

// Nothing else is even looked into; SVG above all, which is a document with scripts.
disableTypes(types.filter((type) => !isFormat(type)));

/** A few kilobytes can claim to be an area that no browser should unfold. */
const MAX_SIDE = 12_000;
const MAX_PIXELS = 50_000_000;

/** The content type of a picture by its first bytes, whatever its sender calls it; null for anything else. */
export const pictureTypeOf = (bytes: Uint8Array): PictureType | null => {
  try {
    const { type, width, height } = imageSize(bytes);
    if (!isFormat(type) || Math.min(width, height) < 1 || Math.max(width, height) > MAX_SIDE) return null;
    return width * height > MAX_PIXELS ? null : CONTENT_TYPES[type];
  } catch {
    return null;
  }
};
