import { Body, Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { RequestError } from '../../platform/http/request-error.js';
import { Forms, typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor, type RoutePolicy } from '../../platform/security/actor.js';
import { mayWrite, type NoteState } from '../domain/note.js';
import type { NoteFact } from '../queries/note-facts.js';
import { ReadNote } from '../use-cases/read-note.js';
import { WriteNote } from '../use-cases/write-note.js';
import { NoteFormPage } from './note-form-page.js';
import { draftOf, draftSent, emptyDraft, NoteForm, type NoteDraft } from './note-forms.js';
import { NotePage } from './note-page.js';
import { NoteSurroundings } from './note-surroundings.js';

const VERSION_CONFLICT = 409;

/** Those who write notes at all; of which unit, the use-case asks. */
const writesNotes: RoutePolicy = (actor) => actor.unit !== null && mayWrite(actor.unit, actor);

/** Best-practice notes as people read and write them. */
@PageController('praktik-baik')
export class NotePages {
  constructor(
    private readonly read: ReadNote,
    private readonly write: WriteNote,
    private readonly around: NoteSurroundings,
    private readonly forms: Forms,
  ) {}

  @Get('baru')
  @Allow(writesNotes)
  async blank(
    @CurrentActor() actor: Actor,
    @Query() query: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.form(reply, actor, { note: null, draft: emptyDraft(typed(query, 'kunjungan')), faults: null });
  }

  @Post('baru')
  @Allow(writesNotes)
  async create(
    @CurrentActor() actor: Actor,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(NoteForm, sent, async ({ version: _, state, ...given }) => ({
      id: await this.write.create(actor, actor.unit ?? '', { ...given, state: wished(state) }),
      state,
    }));
    if (taken.faults) {
      return this.form(reply, actor, { note: null, draft: draftSent(sent), faults: taken.faults });
    }
    await seeOther(reply, savedAt(taken.result));
  }

  @Get(':id')
  @Allow(signedIn)
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const note = await this.read.execute(actor, id);
    const visit = await this.around.visitOf(actor, note);
    const programs = await this.around.programTitles();
    const parts = await this.around.parts(actor, note);
    await html(reply, NotePage({ actor, note, visit, programs, parts, info: query['info'] }));
  }

  @Get(':id/ubah')
  @Allow(writesNotes)
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const note = await this.own(actor, id);
    await this.form(reply, actor, { note, draft: draftOf(note), faults: null });
  }

  @Post(':id/ubah')
  @Allow(writesNotes)
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const before = await this.own(actor, id);
    const taken = await this.forms.take(NoteForm, sent, async ({ version, state, ...given }) => {
      await this.write.change(actor, id, version, { ...given, state: wished(state) });
      return { id, state };
    });
    if (!taken.faults) return seeOther(reply, savedAt(taken.result));
    const { faults } = taken;
    const isOvertaken = faults.status === VERSION_CONFLICT;
    // Whoever saw what stands now may replace it; of any other fault the version that was read stays.
    const version = isOvertaken ? before.version : Number(typed(sent, 'version')) || before.version;
    await this.form(reply, actor, {
      note: { ...before, version },
      draft: draftSent(sent),
      faults,
      isOvertaken,
    });
  }

  private async own(actor: Actor, id: string): Promise<NoteFact> {
    const note = await this.read.execute(actor, id);
    if (!mayWrite(note.unit, actor)) throw new RequestError('not-allowed');
    return note;
  }

  private async form(
    reply: FastifyReply,
    actor: Actor,
    shown: { note: NoteFact | null; draft: NoteDraft; faults: FormFaults | null; isOvertaken?: boolean },
  ): Promise<void> {
    const { programs } = await this.around.choices();
    const visits = await this.around.ownVisits(actor, isUUID(shown.draft.visit) ? shown.draft.visit : null);
    await html(reply, NoteFormPage({ actor, programs, visits, ...shown }), shown.faults?.status);
  }
}

const wished = (state: NoteForm['state']): NoteState | undefined => (state === 'stay' ? undefined : state);

const infoOf = { stay: 'simpan', draft: 'draf', proposed: 'usul', published: 'terbit' } as const;

const savedAt = ({ id, state }: { id: string; state: NoteForm['state'] }): string =>
  `/praktik-baik/${id}?info=${infoOf[state]}`;
