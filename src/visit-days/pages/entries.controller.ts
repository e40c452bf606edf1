import { Body, Get, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { sendDownload } from '../../platform/http/download.js';
import type { SentForm } from '../../platform/pages/forms.js';
import { seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { ChangeEntry } from '../use-cases/change-entry.js';
import { ReadAlbum } from '../use-cases/read-album.js';
import { ReadEntries } from '../use-cases/read-entries.js';

/** Photos of the day as pictures, and what its people do with an entry. */
@PageController('kunjungan/:id/entri/:entryId')
@Allow(signedIn)
export class EntryPages {
  constructor(
    private readonly read: ReadEntries,
    private readonly album: ReadAlbum,
    private readonly change: ChangeEntry,
  ) {}

  @Get('foto')
  async photo(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('entryId', ParseUUIDPipe) entryId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendPicture(reply, await this.read.photo(actor, id, entryId, 'photo'));
  }

  @Get('kecil')
  async thumbnail(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('entryId', ParseUUIDPipe) entryId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendPicture(reply, await this.read.photo(actor, id, entryId, 'thumbnail'));
  }

  /** The whole photo, to take away. */
  @Get('asli')
  async original(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('entryId', ParseUUIDPipe) entryId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const content = await this.album.original(actor, id, entryId);
    void reply.header('cache-control', 'no-store');
    await sendDownload(reply, { name: `foto-${entryId}.jpg`, mediaType: 'image/jpeg', content });
  }

  @Post('izin')
  async clear(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('entryId', ParseUUIDPipe) entryId: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.change.clear(actor, id, entryId);
    await seeOther(reply, pageWithEntries(id, sent));
  }

  @Post('hapus')
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('entryId', ParseUUIDPipe) entryId: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.change.remove(actor, id, entryId);
    await seeOther(reply, pageWithEntries(id, sent));
  }
}

/** Whether somebody may see a photo can change: no browser keeps it. */
async function sendPicture(reply: FastifyReply, content: Buffer): Promise<void> {
  await reply.type('image/webp').header('cache-control', 'no-store').send(content);
}

/** The page that the form stood on. */
function pageWithEntries(id: string, sent: SentForm | undefined): string {
  if (sent?.['asal'] === 'hari-ini') return `/kunjungan/${id}/hari-ini#entri`;
  if (sent?.['asal'] === 'foto') return `/kunjungan/${id}/foto?info=izin`;
  return `/kunjungan/${id}#catatan-dan-foto`;
}
