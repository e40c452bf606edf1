import { Injectable } from '@nestjs/common';
import { exportTypes } from '../../platform/documents/document-format.js';
import type { Download } from '../../platform/http/download.js';
import type { Actor } from '../../platform/security/actor.js';
import { OutgoingEntries } from '../../visit-days/index.js';
import { safeFileName } from '../../visits/index.js';
import { pressKindWords, wholeText } from '../domain/press-kinds.js';
import { ReadPress } from './read-press.js';

/** The formats in which texts are taken away. */
export const takenFormats = ['docx', 'txt'] as const;
export type TakenFormat = (typeof takenFormats)[number];

/** Writes a text as a file: a Word document with its photos and their captions, or plain text. */
@Injectable()
export class TakePress {
  constructor(
    private readonly read: ReadPress,
    private readonly entries: OutgoingEntries,
  ) {}

  /** A photo that may no longer leave the visit is left out. @throws RequestError `not-found` */
  async execute(
    actor: Actor,
    { visitId, organisation, kind }: { visitId: string; organisation: string; kind: string },
    format: TakenFormat,
  ): Promise<Download> {
    const { text, visit } = await this.read.one(actor, visitId, organisation, kind);
    const { content } = text;
    const name = `${pressKindWords[text.kind]} – ${text.office.name} – ${visit.reference}`;
    const file = safeFileName(`${name.replaceAll(/[\\/]/g, '-')}.${format}`);
    if (format === 'txt') {
      const whole = Buffer.from(`${wholeText(text.kind, content)}\n`);
      return { name: file, mediaType: 'text/plain; charset=utf-8', content: whole };
    }
    const photos = await this.photosOf(visitId, content.photos);
    // The library takes long to load, and is asked for here alone.
    const { writeArticleWord } = await import('../../platform/documents/article-word.js');
    const { title, body } = content;
    const isBold = text.kind === 'laporan-wa';
    const written = await writeArticleWord({ title, body: isBold ? body.replaceAll('*', '') : body, photos });
    return { name: file, mediaType: exportTypes.docx, content: written };
  }

  private async photosOf(visitId: string, chosen: readonly { id: string; caption: string }[]) {
    const photos = await Promise.all(
      chosen.map(async ({ id, caption }) => ({
        caption,
        image: await this.entries.photo(visitId, id, 'photo'),
      })),
    );
    return photos.flatMap(({ caption, image }) => (image ? [{ caption, image }] : []));
  }
}
