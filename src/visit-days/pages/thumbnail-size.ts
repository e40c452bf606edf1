const THUMBNAIL_SIDE = 320;

/** The shape the small picture takes before it is there. */
export function thumbnailSize({ width, height }: { width: number | null; height: number | null }): {
  width?: number;
  height?: number;
} {
  if (width === null || height === null) return {};
  const scale = Math.min(1, THUMBNAIL_SIDE / Math.max(width, height));
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}
