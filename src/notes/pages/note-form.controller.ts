import { Body, Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { Forms, typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther, type Standing } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import type { NoteState } from '../domain/note.js';
import type { NoteFact } from '../queries/note-facts.js';
import { NoteRevisions } from '../queries/note-revisions.js';
import { ImportVisitTexts } from '../use-cases/import-visit-texts.js';
import { OpenNoteForm } from '../use-cases/open-note-form.js';
import { WriteNote } from '../use-cases/write-note.js';
import { NoteFormPage } from './note-form-page.js';
import {
  draftOf,
  draftSent,
  emptyDraft,
  NoteForm,
  readNote,
  writesNotes,
  type NoteDraft,
} from './note-forms.js';
import { NoteImportPage } from './note-import-page.js';
import { NoteSurroundings } from './note-surroundings.js';
import { formatMoment } from '../../platform/text/dates.js';

/** What stands in the form of a note. */
interface ShownForm {
  note: NoteFact | null;
  draft: NoteDraft;
  faults: FormFaults | null;
  others?: readonly { name: string; openedAt: Date }[];
}

/** Where notes are written. */
@PageController('praktik-baik')
@Allow(writesNotes)
export class NoteFormPages {
  constructor(
    private readonly write: WriteNote,
    private readonly opened: OpenNoteForm,
    private readonly imports: ImportVisitTexts,
    private readonly around: NoteSurroundings,
    private readonly forms: Forms,
    private readonly revisions: NoteRevisions,
  ) {}

  /** An empty form, or one filled from a visit: `?kunjungan=…`, with `&isi.<part>=<section>` for texts of its summary. */
  @Get('baru')
  async blank(
    @CurrentActor() actor: Actor,
    @Query() query: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const visit = typed(query, 'kunjungan');
    const imported = isUUID(visit) ? await this.imports.draft(actor, visit, query) : null;
    await this.form(reply, actor, {
      note: null,
      draft: { ...emptyDraft(visit), ...imported },
      faults: null,
    });
  }

  /** Which parts of a visit's summary go into which sections. */
  @Get('dari-kunjungan/:visitId')
  async choose(
    @CurrentActor() actor: Actor,
    @Param('visitId', ParseUUIDPipe) visitId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await html(reply, NoteImportPage({ actor, source: await this.imports.source(actor, visitId) }));
  }

  @Post('baru')
  async create(
    @CurrentActor() actor: Actor,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(
      NoteForm,
      readNote(sent),
      async ({ version: _, state, ...given }) => ({
        id: await this.write.create(actor, actor.unit ?? '', { ...given, state: wished(state) }),
        state,
      }),
    );
    if (taken.faults) {
      return this.form(reply, actor, { note: null, draft: draftSent(sent), faults: taken.faults });
    }
    await seeOther(reply, savedAt(taken.result));
  }

  @Get(':id/ubah')
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { note, others } = await this.opened.execute(actor, id);
    await this.form(reply, actor, { note, draft: draftOf(note), faults: null, others });
  }

  @Post(':id/ubah')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const before = await this.opened.own(actor, id);
    const taken = await this.forms.take(NoteForm, readNote(sent), async ({ version, state, ...given }) => {
      await this.write.change(actor, id, version, { ...given, state: wished(state) });
      await this.opened.close(actor, id);
      return { id, state };
    });
    if (!taken.faults) return seeOther(reply, savedAt(taken.result));
    await this.form(reply, actor, { note: before, draft: draftSent(sent), faults: taken.faults });
  }

  private async form(reply: FastifyReply, actor: Actor, shown: ShownForm): Promise<void> {
    const { note, faults } = shown;
    const standing = note && faults?.isOutdated ? await this.standing(actor, note.id) : null;
    await html(reply, await this.page(actor, shown), faults?.status, standing);
  }

  private async standing(actor: Actor, id: string): Promise<Standing> {
    const note = await this.opened.own(actor, id);
    const last = await this.revisions.last(id);
    return {
      page: await this.page(actor, { note, draft: draftOf(note), faults: null }),
      by: last && { name: last.changedBy, when: formatMoment(last.changedAt, actor.timeZone) },
    };
  }

  private async page(actor: Actor, shown: ShownForm): Promise<VNode> {
    const { programs } = await this.around.choices();
    const visits = await this.around.ownVisits(actor, isUUID(shown.draft.visit) ? shown.draft.visit : null);
    return NoteFormPage({ actor, programs, visits, ...shown });
  }
}

const wished = (state: NoteForm['state']): NoteState | undefined => (state === 'stay' ? undefined : state);

const infoOf = { stay: 'simpan', draft: 'draf', proposed: 'usul', published: 'terbit' } as const;

const savedAt = ({ id, state }: { id: string; state: NoteForm['state'] }): string =>
  `/praktik-baik/${id}?info=${infoOf[state]}`;
