import { Get, Param, ParseUUIDPipe, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { typed, type SentForm } from '../../platform/pages/forms.js';
import { html } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { ReadNoteRevisions } from '../use-cases/read-note-revisions.js';

/** What a note said before. */
@PageController('praktik-baik/:id/riwayat')
@Allow(signedIn)
export class NoteRevisionPages {
  constructor(private readonly revisions: ReadNoteRevisions) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { note, revisions } = await this.revisions.execute(actor, id);
    const wished = Number(typed(query, 'versi'));
    const chosen = revisions.find(({ version }) => version === wished)?.version ?? note.version;
    // What compares texts is loaded with the first of these pages.
    const { NoteRevisionsPage } = await import('./note-revisions-page.js');
    await html(reply, NoteRevisionsPage({ actor, note, revisions, chosen }));
  }
}
