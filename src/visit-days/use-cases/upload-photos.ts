import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { readUploads, type Uploads } from '../../platform/http/upload.js';
import { LARGEST_PICTURE } from '../../platform/pictures/picture-format.js';
import type { Actor } from '../../platform/security/actor.js';
import { newId } from '../../platform/text/tokens.js';
import { LARGEST_AT_ONCE, MOST_AT_ONCE } from '../domain/album.js';
import { VisitDayError } from '../domain/error-codes.js';
import { KeepEntry } from './keep-entry.js';

/** What came of several photos. */
export interface UploadedPhotos {
  stored: number;
  /** Names of those that are too large, or can be read by nobody. */
  refused: string[];
}

/** Reads a form with several photos. @throws RequestError as readUploads */
export const readPhotosForm = (request: FastifyRequest): Promise<Uploads> =>
  readUploads(request, {
    field: 'photo',
    largest: LARGEST_PICTURE,
    most: MOST_AT_ONCE,
    largestTogether: LARGEST_AT_ONCE,
  });

/** Keeps several photos that come at once, also after the day. */
@Injectable()
export class UploadPhotos {
  constructor(private readonly keep: KeepEntry) {}

  /**
   * One that cannot be read stops no other; sent again by the same form they are the same photos.
   *
   * @throws VisitDayError `photos-too-many`, `photo-missing`, `photo-too-large` or `photo-unreadable` where none is left; as
   *   KeepEntry.photo
   */
  async execute(
    actor: Actor,
    visitId: string,
    { files, tooLarge, isTooMuch }: Uploads,
    { form = newId(), cleared }: { form?: string | undefined; cleared: boolean },
  ): Promise<UploadedPhotos> {
    if (isTooMuch) throw new VisitDayError('photos-too-many');
    if (files.length === 0)
      throw new VisitDayError(tooLarge.length > 0 ? 'photo-too-large' : 'photo-missing');
    const refused = [...tooLarge];
    for (const [at, { name, content }] of files.entries()) {
      // One after the other: each takes as much memory as its pixels.
      const isKept = await this.keepOne(actor, visitId, { id: photoId(form, at), content, cleared });
      if (!isKept) refused.push(name);
    }
    const stored = files.length + tooLarge.length - refused.length;
    if (stored === 0) throw new VisitDayError('photo-unreadable');
    return { stored, refused };
  }

  private async keepOne(
    actor: Actor,
    visitId: string,
    given: { id: string; content: Buffer; cleared: boolean },
  ): Promise<boolean> {
    try {
      await this.keep.photo(actor, visitId, { text: '', ...given });
      return true;
    } catch (error) {
      if (error instanceof VisitDayError && error.code === 'photo-unreadable') return false;
      throw error;
    }
  }
}

/** The id of a form's photo by its place there. */
function photoId(form: string, at: number): string {
  const hash = createHash('sha256').update(`${form}:${at}`).digest('hex');
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}
