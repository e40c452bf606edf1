import { Injectable } from '@nestjs/common';
import type { RenderedPicture } from '../../platform/pictures/render-picture.js';
import { NoteAttachmentRepository } from '../storage/note-attachment-repository.js';

/** Pictures of notes that were taken over from elsewhere, where what they were taken from changes; in the open transaction. */
@Injectable()
export class TakenPictures {
  constructor(private readonly attachments: NoteAttachmentRepository) {}

  /** Puts another picture in place of each; somebody has to look at it again before others see it. */
  async replace(ids: readonly string[], picture: RenderedPicture): Promise<void> {
    if (ids.length > 0) await this.attachments.replacePictures(ids, picture);
  }

  async withdraw(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.attachments.withdrawPictures(ids);
  }
}
