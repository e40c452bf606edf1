import { Body, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Forms, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { can } from '../../platform/security/capabilities.js';
import type { NoteAction } from '../domain/note-states.js';
import { ReadNote } from '../use-cases/read-note.js';
import { TakeNoteStep } from '../use-cases/take-note-step.js';
import { UseNote } from '../use-cases/use-note.js';
import { NoteStepForm, NoteUseForm } from './note-forms.js';
import { ShowNote } from './show-note.js';

const infoOf: Readonly<Record<NoteAction, string>> = {
  propose: 'usul',
  publish: 'terbit',
  withdraw: 'draf',
  return: 'draf',
  renew: 'tinjau',
  archive: 'arsip',
};

/** Steps of a note, and "we use this". */
@PageController('praktik-baik/:id')
@Allow(signedIn)
export class NoteStepPages {
  constructor(
    private readonly forms: Forms,
    private readonly steps: TakeNoteStep,
    private readonly use: UseNote,
    private readonly read: ReadNote,
    private readonly view: ShowNote,
  ) {}

  @Post('langkah')
  async step(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.read.execute(actor, id);
    const taken = await this.forms.take(NoteStepForm, sent, async ({ action, version, reason = '' }) => {
      await this.steps.execute(actor, id, action, version, reason);
      return action;
    });
    if (taken.faults) {
      const refusal = { form: 'step' as const, sent, faults: taken.faults };
      const standing = taken.faults.isOutdated ? { page: null } : null;
      return html(reply, await this.view.page(actor, id, { refusal }), taken.faults.status, standing);
    }
    // A regional office that returned a note to a draft reads it no more.
    const isGone = taken.result === 'return' && can(actor, 'notes.oversee');
    await seeOther(reply, isGone ? '/praktik-baik' : `/praktik-baik/${id}?info=${infoOf[taken.result]}`);
  }

  @Post('pakai')
  async start(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(NoteUseForm, sent, ({ since }) => this.use.start(actor, id, since));
    if (taken.faults) {
      const refusal = { form: 'use' as const, sent, faults: taken.faults };
      return html(reply, await this.view.page(actor, id, { refusal }), taken.faults.status);
    }
    await seeOther(reply, `/praktik-baik/${id}?info=pakai#pemakai`);
  }

  @Post('pakai/berhenti')
  async stop(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.use.stop(actor, id);
    await seeOther(reply, `/praktik-baik/${id}?info=berhenti`);
  }
}
