import { Body, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Forms, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { TalkAboutNote } from '../use-cases/talk-about-note.js';
import { NoteAnswerForm, NoteTalkForm } from './note-forms.js';
import { ShowNote } from './show-note.js';

/** Questions and comments by forms of a note's page. */
@PageController('praktik-baik/:id/komentar')
@Allow(signedIn)
export class NoteTalkPages {
  constructor(
    private readonly forms: Forms,
    private readonly talk: TalkAboutNote,
    private readonly view: ShowNote,
  ) {}

  @Post()
  async say(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(NoteTalkForm, sent, async ({ kind, body }) => {
      await this.talk.say(actor, id, kind, body);
      return kind;
    });
    if (taken.faults) {
      const refusal = { form: 'talk' as const, sent, faults: taken.faults };
      return html(reply, await this.view.page(actor, id, { refusal }), taken.faults.status);
    }
    const info = taken.result === 'question' ? 'tanya' : 'komentar';
    await seeOther(reply, `/praktik-baik/${id}?info=${info}#tanya`);
  }

  @Post(':commentId/jawab')
  async answer(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('commentId', ParseUUIDPipe) commentId: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(NoteAnswerForm, sent, ({ answer }) =>
      this.talk.answer(actor, id, commentId, answer),
    );
    if (taken.faults) {
      const refusal = { form: 'answer' as const, id: commentId, sent, faults: taken.faults };
      return html(reply, await this.view.page(actor, id, { refusal }), taken.faults.status);
    }
    await seeOther(reply, `/praktik-baik/${id}?info=jawab#komentar-${commentId}`);
  }

  @Post(':commentId/hapus')
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('commentId', ParseUUIDPipe) commentId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.talk.remove(actor, id, commentId);
    await seeOther(reply, `/praktik-baik/${id}?info=hapus#tanya`);
  }
}
