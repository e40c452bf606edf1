import sharp from 'sharp';
import request from 'supertest';
import type { TestApp } from './app.js';
import type { Header } from './visits.js';

/** Words that a camera and a program wrote into the picture of `fullOfMetadata`. */
export const SECRETS = ['Kamera Rahasia', 'Rahasia XMP', 'Rahasia IPTC', 'Rahasia Komentar'];

const camera = {
  IFD0: { Make: 'Kamera Rahasia', Software: 'Kamera Rahasia 2' },
  IFD3: {
    GPSLatitudeRef: 'S',
    GPSLatitude: '7/1 23/1 40/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '109/1 41/1 30/1',
  },
};
const xmp =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
  '<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Rahasia XMP</dc:creator></rdf:Description>' +
  '</rdf:RDF></x:xmpmeta>';

/** A segment of a JPEG: marker, length, content. */
function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

/** Photoshop's block with an IPTC record: 2:80 By-line. */
function iptc(): Buffer {
  const words = Buffer.from('Rahasia IPTC');
  const record = Buffer.concat([Buffer.from([0x1c, 2, 80, 0, words.length]), words]);
  const padded = record.length % 2 === 0 ? record : Buffer.concat([record, Buffer.alloc(1)]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(record.length);
  const block = Buffer.concat([Buffer.from('8BIM'), Buffer.from([0x04, 0x04, 0, 0]), size, padded]);
  return segment(0xed, Buffer.concat([Buffer.from('Photoshop 3.0\0'), block]));
}

/** A JPEG that lies on its side, with EXIF, GPS, XMP, IPTC, a comment and a colour profile. */
export async function fullOfMetadata(width = 2400, height = 1200): Promise<Buffer> {
  const jpeg = await sharp({ create: { width, height, channels: 3, background: '#3a7' } })
    .withMetadata({ orientation: 6, icc: 'p3' })
    .withExifMerge(camera)
    .withXmp(xmp)
    .jpeg()
    .toBuffer();
  const more = [iptc(), segment(0xfe, Buffer.from('Rahasia Komentar'))];
  return Buffer.concat([jpeg.subarray(0, 2), ...more, jpeg.subarray(2)]);
}

/** A photo of many colours, so that every part tells itself from any other. */
export const colourful = (width = 800, height = 600): Promise<Buffer> => {
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3;
      data[at] = (x >> 3) % 2 ? 230 : 20;
      data[at + 1] = (y >> 3) % 2 ? 230 : 20;
      data[at + 2] = (255 * x) / width;
    }
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
    .toBuffer();
};

/** How far two pictures of one size are apart in a part of them, in steps of a colour (0–255). */
export async function difference(
  one: Buffer,
  other: Buffer,
  part: { left: number; top: number; width: number; height: number },
): Promise<number> {
  const [a, b] = await Promise.all(
    [one, other].map((each) => sharp(each).extract(part).removeAlpha().raw().toBuffer()),
  );
  if (!a || !b) throw new Error('no pixels');
  let sum = 0;
  for (const [at, value] of a.entries()) sum += Math.abs(value - (b[at] ?? 0));
  return sum / a.length;
}

/** Sends a photo as the API takes it; its id. */
export async function photographed(
  app: TestApp,
  {
    visit,
    by,
    content,
    text = '',
    cleared = true,
  }: {
    visit: string;
    by: Header;
    content: Buffer;
    text?: string;
    cleared?: boolean;
  },
): Promise<string> {
  const asked = request(app.server).post(`/api/visits/${visit}/entries/photos`).set(by);
  if (text) void asked.field('text', text);
  if (cleared) void asked.field('clearance', 'ya');
  const { body } = await asked.attach('photo', content, 'IMG_0001.jpg').expect(201);
  return (body as { id: string }).id;
}
