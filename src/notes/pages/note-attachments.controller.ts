import { Get, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendDownload } from '../../platform/http/download.js';
import { FileUploads } from '../../platform/http/file-upload.js';
import { Forms, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { LARGEST_PICTURE } from '../../platform/pictures/picture-format.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { fileOf, pictureOf, readAttachmentForm } from '../use-cases/attachment-form.js';
import { KeepNoteAttachments } from '../use-cases/keep-note-attachments.js';
import { NoteAttachmentForm } from './note-forms.js';
import { ShowNote } from './show-note.js';

/** Pictures and documents of notes: sent, shown and removed. */
@PageController('praktik-baik/:id')
@Allow(signedIn)
export class NoteAttachmentPages {
  constructor(
    private readonly forms: Forms,
    private readonly uploads: FileUploads,
    private readonly attachments: KeepNoteAttachments,
    private readonly view: ShowNote,
  ) {}

  @Post('gambar')
  async addPicture(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const form = await readAttachmentForm(request, LARGEST_PICTURE);
    const taken = await this.forms.take(NoteAttachmentForm, {}, async () =>
      this.attachments.addPicture(actor, id, pictureOf(form)),
    );
    if (!taken.faults) return seeOther(reply, `/praktik-baik/${id}?info=gambar#gambar`);
    const sent: SentForm = form.fields;
    const refusal = { form: 'picture' as const, sent, faults: taken.faults };
    await html(reply, await this.view.page(actor, id, { refusal }), taken.faults.status);
  }

  @Get('gambar/:pictureId')
  async picture(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('pictureId', ParseUUIDPipe) pictureId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendPicture(reply, await this.attachments.openPicture(actor, id, pictureId, 'picture'));
  }

  @Get('gambar/:pictureId/kecil')
  async thumbnail(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('pictureId', ParseUUIDPipe) pictureId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendPicture(reply, await this.attachments.openPicture(actor, id, pictureId, 'thumbnail'));
  }

  @Post('gambar/:pictureId/izin')
  async clear(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('pictureId', ParseUUIDPipe) pictureId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.attachments.clear(actor, id, pictureId);
    await seeOther(reply, `/praktik-baik/${id}#gambar`);
  }

  @Post('gambar/:pictureId/hapus')
  async removePicture(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('pictureId', ParseUUIDPipe) pictureId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.attachments.removePicture(actor, id, pictureId);
    await seeOther(reply, `/praktik-baik/${id}?info=hapus#gambar`);
  }

  @Post('berkas')
  async addFile(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(NoteAttachmentForm, {}, () =>
      this.uploads.with(request, (form) => this.attachments.addFile(actor, id, fileOf(form))),
    );
    if (!taken.faults) return seeOther(reply, `/praktik-baik/${id}?info=berkas#berkas`);
    const refusal = { form: 'file' as const, sent: {}, faults: taken.faults };
    await html(reply, await this.view.page(actor, id, { refusal }), taken.faults.status);
  }

  /** The document as a download, never shown inside the site. */
  @Get('berkas/:fileId')
  async file(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('fileId', ParseUUIDPipe) fileId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendDownload(reply, await this.attachments.openFile(actor, id, fileId));
  }

  @Post('berkas/:fileId/hapus')
  async removeFile(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('fileId', ParseUUIDPipe) fileId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.attachments.removeFile(actor, id, fileId);
    await seeOther(reply, `/praktik-baik/${id}?info=hapus#berkas`);
  }
}

/** Whether somebody may see a picture can change: no browser keeps it. */
async function sendPicture(reply: FastifyReply, content: Buffer): Promise<void> {
  await reply.type('image/webp').header('cache-control', 'no-store').send(content);
}
