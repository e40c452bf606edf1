/** The texts that an office writes of a visit. */
export const pressKinds = ['panjang', 'pendek', 'laporan-wa'] as const;
export type PressKind = (typeof pressKinds)[number];

export const pressKindWords: Readonly<Record<PressKind, string>> = {
  panjang: 'Siaran pers',
  pendek: 'Berita singkat',
  'laporan-wa': 'Laporan WhatsApp',
};

export const pressKindHints: Readonly<Record<PressKind, string>> = {
  panjang: 'Untuk laman kantor dan media: lengkap dengan kutipan, program, dan tindak lanjut.',
  pendek: 'Untuk media sosial: satu lead dan satu alinea.',
  'laporan-wa': 'Untuk pimpinan: butir bernomor, siap dikirim lewat WhatsApp.',
};

/** The longest a title, a body and the caption of a photo may be, in characters. */
export const LONGEST_TITLE = 200;
export const LONGEST_BODY = 12_000;
export const LONGEST_CAPTION = 300;
/** The most photos of one text, so that its document stays one that mailboxes take. */
export const MOST_PHOTOS = 10;

/** A photo of the day that goes with a text; the photo itself is looked up and never copied. */
export interface PressPhoto {
  id: string;
  caption: string;
}

/** What an office says in one of its texts. */
export interface PressContent {
  title: string;
  /** Paragraphs, an empty line between them. */
  body: string;
  photos: PressPhoto[];
}

/** Whether two texts say the same, photos and captions with them. */
export const saysTheSame = (one: PressContent, other: PressContent): boolean =>
  JSON.stringify(partsOf(one)) === JSON.stringify(partsOf(other));

const partsOf = ({ title, body, photos }: PressContent) => [
  title,
  body,
  photos.map(({ id, caption }) => [id, caption]),
];

/** A text as it is copied and sent: a report to superiors has its title bold in the marks of WhatsApp. */
export const wholeText = (kind: PressKind, { title, body }: Pick<PressContent, 'title' | 'body'>): string =>
  [kind === 'laporan-wa' ? `*${title.replaceAll('*', '')}*` : title, body].join('\n\n').trim();
