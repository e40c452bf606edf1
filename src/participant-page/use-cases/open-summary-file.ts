import { Injectable } from '@nestjs/common';
import { found } from '../../platform/http/request-error.js';
import { FileStore } from '../../platform/files/file-store.js';
import type { KeptDownload } from '../../platform/http/download.js';
import { PublishedSummary } from '../../summaries/index.js';
import { OutgoingEntries } from '../../visit-days/index.js';
import { FileRepository, ParticipantLinks } from '../../visits/index.js';

/** Opens a document or photo of a visit for a participant: one that the published summary names, no other. */
@Injectable()
export class OpenSummaryFile {
  constructor(
    private readonly links: ParticipantLinks,
    private readonly summaries: PublishedSummary,
    private readonly files: FileRepository,
    private readonly store: FileStore,
    private readonly entries: OutgoingEntries,
  ) {}

  /** @throws RequestError `not-found` */
  async execute(secret: string, id: string): Promise<KeptDownload> {
    const { visitId } = found(await this.links.open(secret));
    const { content } = found(await this.summaries.ofVisit(visitId));
    found(content.files.find(({ url }) => url.endsWith(`/${id}`)));
    return this.store.download(found(await this.files.content(visitId, id)));
  }

  /** Bytes of a photo as WebP, if the published summary shows it. @throws RequestError `not-found` */
  async photo(secret: string, id: string, size: 'photo' | 'thumbnail'): Promise<Buffer> {
    const { visitId } = found(await this.links.open(secret));
    const { content } = found(await this.summaries.ofVisit(visitId));
    found(content.photos.find((photo) => photo.id === id));
    return found(await this.entries.photo(visitId, id, size));
  }
}
