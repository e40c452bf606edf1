import { Injectable } from '@nestjs/common';
import { IsInt, Min } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { sendDownload } from '../../platform/http/download.js';
import { FileUploads } from '../../platform/http/file-upload.js';
import { Forms, typed } from '../../platform/pages/forms.js';
import { MOST_PHOTO_BYTES, MOST_PHOTOS } from '../domain/signed-copy.js';
import { KeepSignedCopy } from '../use-cases/keep-signed-copy.js';
import { LetterForms, versionOf, type LetterRequest } from './letter-forms.js';

class CopyForm {
  @IsInt()
  @Min(1)
  version: number;
}

/** What the pages of registers do with signed copies. */
@Injectable()
export class CopyForms {
  constructor(
    private readonly forms: Forms,
    private readonly uploads: FileUploads,
    private readonly copies: KeepSignedCopy,
    private readonly letters: LetterForms,
  ) {}

  async put(asked: LetterRequest, id: string, request: FastifyRequest): Promise<void> {
    const limits = { files: MOST_PHOTOS, together: MOST_PHOTO_BYTES };
    await this.uploads.with(
      request,
      async (form) => {
        const given = { version: Number(typed(form.fields, 'version')) };
        const taken = await this.forms.take(CopyForm, given, ({ version }) =>
          this.copies.put(asked.actor, { id, version }, form),
        );
        await this.letters.answer({ ...asked, sent: form.fields }, taken, {
          form: id,
          info: 'salinan',
          isCopy: true,
        });
      },
      limits,
    );
  }

  async remove(asked: LetterRequest, id: string): Promise<void> {
    const taken = await this.forms.take(CopyForm, { version: versionOf(asked.sent) }, ({ version }) =>
      this.copies.remove(asked.actor, { id, version }),
    );
    await this.letters.answer(asked, taken, { form: id, info: 'salinan-dihapus', isCopy: true });
  }

  async open({ actor, reply }: LetterRequest, id: string): Promise<void> {
    await sendDownload(reply, await this.copies.open(actor, id));
  }
}
