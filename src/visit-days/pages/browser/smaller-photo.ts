/** Pixels of the longer side that a photo is kept with: what a page shows, and a tenth of what a phone takes. */
const LONGEST_SIDE = 2560;
const QUALITY = 0.85;

/** The photo as it is kept and sent; one that is small, or that this browser cannot read, as it came. */
export async function smallerPhoto(photo: File): Promise<File> {
  try {
    const picture = await createImageBitmap(photo, { imageOrientation: 'from-image' });
    const scale = LONGEST_SIDE / Math.max(picture.width, picture.height);
    if (scale >= 1) return photo;
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const content = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/jpeg', QUALITY);
    });
    return content && content.size < photo.size
      ? new File([content], photo.name, { type: content.type })
      : photo;
  } catch {
    return photo;
  }
}
