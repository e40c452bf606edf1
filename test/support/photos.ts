import sharp from 'sharp';
import request from 'supertest';
import type { TestApp } from './app.js';
import { noteBody } from './example-bodies.js';
import { confirmed, type Header, type ShownVisit } from './visits.js';

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

let visits = 0;

/** A visit that takes place now; the host's time stays free for the next. */
export async function visitedNow(app: TestApp, guest: Header, host: Header): Promise<ShownVisit> {
  app.clock.set(new Date('2025-10-01T00:00:00Z'));
  visits += 1;
  const visit = await confirmed(app, guest, host, { title: `Kunjungan ${visits}` });
  await app.database.query('DELETE FROM host_time WHERE visit_id = $1', [visit.id]);
  app.clock.set(new Date('2025-10-30T02:30:00Z'));
  return visit;
}

/** Photos that are sent one after the other, each a minute later; their ids. */
export async function withPhotos(
  app: TestApp,
  { visit, by, cleared = true }: { visit: ShownVisit; by: Header; cleared?: boolean },
  ...texts: string[]
): Promise<string[]> {
  const content = await colourful(64, 48);
  const ids: string[] = [];
  for (const text of texts) {
    app.clock.advance(60_000);
    ids.push(await photographed(app, { visit: visit.id, by, content, text, cleared }));
  }
  return ids;
}

/** Columns of the database that hold exactly these bytes. */
export async function holders(app: TestApp, bytes: Buffer): Promise<string[]> {
  const columns = await app.database.query<{ table: string; column: string }>(
    `SELECT c.table_name AS "table", c.column_name AS "column" FROM information_schema.columns c
       JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.data_type = 'bytea'`,
  );
  const found: string[] = [];
  for (const { table, column } of columns) {
    const rows = await app.database.query(`SELECT 1 FROM "${table}" WHERE "${column}" = $1 LIMIT 1`, [bytes]);
    if (rows.length > 0) found.push(`${table}.${column}`);
  }
  return found;
}

/** Routes below a visit that answer with a photo. */
export const photoFiles = [
  ...['foto', 'kecil', 'asli'].map((size) => `entri/:entryId/${size}`),
  'foto/:entryId/samarkan/pratinjau',
];

/** The album of a visit with two photos, one of them chosen, and a note that may take it over. */
export async function albumExamples(
  app: TestApp,
  { guest, host }: Record<'guest' | 'host', Header>,
): Promise<Record<string, { by: 'host'; path: string }>> {
  const { id: visit } = await confirmed(app, guest, host, {
    title: 'Kebun dan kolam',
    startsAt: '2025-11-26T09:00:00+07:00',
    endsAt: '2025-11-26T12:00:00+07:00',
  });
  const content = await colourful(64, 48);
  const texts = ['Panen cabai di kebun', 'Kolam lele, hubungi 0812-3456-7890'];
  const ids: string[] = [];
  for (const text of texts) ids.push(await photographed(app, { visit, by: host, content, text }));
  const [first = ''] = ids;
  await request(app.server)
    .put(`/api/visits/${visit}/album`)
    .set(guest)
    .send({ version: 0, photos: [{ id: first, chosen: true }] })
    .expect(200);
  const note = { ...noteBody, title: 'Kebun dari kunjungan', visit };
  await request(app.server).post('/api/notes').set(host).send(note).expect(201);
  return {
    '/kunjungan/:id/foto': { by: 'host', path: `/kunjungan/${visit}/foto` },
    '/kunjungan/:id/foto/:entryId/samarkan': {
      by: 'host',
      path: `/kunjungan/${visit}/foto/${first}/samarkan`,
    },
  };
}
