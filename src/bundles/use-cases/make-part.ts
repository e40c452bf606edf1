import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { outageOf } from '../../platform/database/postgres-errors.js';
import { AppError } from '../../platform/errors/app-error.js';
import { IncidentLog } from '../../platform/errors/incident-log.js';
import type { KeptDownload } from '../../platform/http/download.js';
import { found } from '../../platform/http/request-error.js';
import { convertPicture } from '../../platform/pictures/convert-picture.js';
import type { Actor } from '../../platform/security/actor.js';
import { TakePaper } from '../../paperwork/index.js';
import type { PartKind } from '../domain/bundle.js';
import { BundleFiles } from '../storage/bundle-files.js';
import { BundleRepository, type PartRow } from '../storage/bundle-repository.js';
import { partName } from './bundle-outputs.js';
import { VisitRecords } from './plan-bundle.js';
import { TellVisit } from './tell-visit.js';

/** A part that was made, and whose NIP stand on it whole. */
interface MadePart {
  content: Uint8Array;
  looked: string[];
}

/** Longest side of a photo, in pixels: that of the size in which pages show it. */
const PHOTO_SIDE = 1600;

/** Makes parts of bundles. */
@Injectable()
export class MakePart {
  constructor(
    private readonly papers: TakePaper,
    private readonly records: VisitRecords,
    private readonly tell: TellVisit,
    private readonly bundles: BundleRepository,
    private readonly files: BundleFiles,
    private readonly incidents: IncidentLog,
  ) {}

  /** Makes a part; what cannot be made is missing, with the reason, and stops no other. @throws of an outage of the database */
  async execute(actor: Actor, part: PartRow): Promise<void> {
    try {
      const { content, looked } = await this.makers[part.kind](actor, part);
      const kept = await this.files.keep(part.bundleId, partName(part.number), content);
      await this.bundles.done(part, { ...kept, looked });
    } catch (thrown) {
      if (outageOf(thrown) || isOfDisk(thrown)) throw thrown;
      await this.bundles.missing(part, this.reasonOf(thrown));
    }
  }

  private readonly makers: Readonly<Record<PartKind, (actor: Actor, part: PartRow) => Promise<MadePart>>> = {
    'paper-pdf': (actor, part) => this.paper(actor, part, 'pdf'),
    'paper-docx': (actor, part) => this.paper(actor, part, 'docx'),
    'signed-copy': async (actor, { ref }) =>
      bare(await wholeOf(await this.records.copies.open(actor, ref ?? ''))),
    file: async (_, { visitId, ref }) => {
      const file = found(await this.records.files.content(visitId, ref ?? ''));
      return bare(await wholeOf(this.records.objects.download(file)));
    },
    photo: async (_, { visitId, ref }) => {
      const photo = found(await this.records.photos.photo(visitId, ref ?? '', 'photo'));
      return bare((await convertPicture(photo, { format: 'jpeg', longestSide: PHOTO_SIDE })).content);
    },
    summary: async (actor, { visitId }) => bare(await this.tell.summary(actor, visitId)),
    attendance: async (actor, { visitId }) => bare(await this.tell.attendance(actor, visitId)),
  };

  private async paper(actor: Actor, part: PartRow, format: 'pdf' | 'docx'): Promise<MadePart> {
    const noted = await this.bundles.looked(part.bundleId, part.visitId);
    const { download, looked } = await this.papers.among(actor, part.ref ?? '', format, noted);
    return { content: download.content, looked };
  }

  private reasonOf(thrown: unknown): string {
    if (thrown instanceof AppError && (thrown.code === 'not-found' || thrown.code === 'not-allowed')) {
      return 'sudah dihapus, atau tidak boleh diambil lagi.';
    }
    return `tidak dapat dibaca atau disusun (kode ${this.incidents.report(thrown, 'making a part of a bundle')}).`;
  }
}

/** A document has 20 MB at most. */
async function wholeOf({ open }: KeptDownload): Promise<Buffer> {
  const content = await open();
  return Buffer.isBuffer(content) ? content : buffer(content);
}

const bare = (content: Uint8Array): MadePart => ({ content, looked: [] });

/** A disk that is full or away is no fault of a part. */
const isOfDisk = (thrown: unknown): boolean =>
  ['ENOSPC', 'EIO', 'EROFS', 'EDQUOT', 'EACCES', 'EMFILE'].includes((thrown as { code?: string }).code ?? '');
