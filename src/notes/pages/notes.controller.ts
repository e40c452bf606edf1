import { Get, Param, ParseUUIDPipe, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { SentForm } from '../../platform/pages/forms.js';
import { html } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { ShowNote } from './show-note.js';

/** Best-practice notes as people read them. */
@PageController('praktik-baik')
export class NotePages {
  constructor(private readonly view: ShowNote) {}

  @Get(':id')
  @Allow(signedIn)
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await html(reply, await this.view.page(actor, id, { info: query['info'] }));
  }
}
