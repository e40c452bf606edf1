/** Most boxes of one blurring. */
export const MOST_BOXES = 20;

/** A part of a photo, in per cent of its width and height, from the upper left. */
export interface BlurBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A part of a photo in whole pixels. */
interface PixelBox {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Whether a box has a size and begins inside the photo; what reaches beyond its edge is cut off. */
const isSound = ({ x, y, width, height }: BlurBox): boolean =>
  [x, y, width, height].every((value) => Number.isFinite(value)) &&
  x >= 0 &&
  y >= 0 &&
  x < 100 &&
  y < 100 &&
  width > 0 &&
  height > 0 &&
  width <= 100 &&
  height <= 100;

/** Whether some boxes can be blurred. */
export const areSound = (boxes: readonly BlurBox[]): boolean =>
  boxes.length > 0 && boxes.length <= MOST_BOXES && boxes.every(isSound);

/** The pixels that a box covers, every one that it touches. */
export function pixelsOf(box: BlurBox, photo: { width: number; height: number }): PixelBox {
  const left = Math.min(photo.width - 1, Math.floor((box.x / 100) * photo.width));
  const top = Math.min(photo.height - 1, Math.floor((box.y / 100) * photo.height));
  const right = Math.min(photo.width, Math.ceil(((box.x + box.width) / 100) * photo.width));
  const bottom = Math.min(photo.height, Math.ceil(((box.y + box.height) / 100) * photo.height));
  return { left, top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}
