import { Body, Get, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Forms, type SentForm, type Taken } from '../../platform/pages/forms.js';
import { html, seeOther, toScript } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { KeepEntry } from '../use-cases/keep-entry.js';
import { MarkAttendance, type StandingAttendance } from '../use-cases/mark-attendance.js';
import { photoOf, readPhotoForm } from '../use-cases/photo-form.js';
import { EntryNoteBody, PhotoFields, deviceTimesOf } from '../use-cases/entry.dto.js';
import { AttendanceForm, GuestForm } from './day-forms.js';
import type { DayRefusal } from './day-props.js';
import { standingWords } from './standing-words.js';
import { DayView } from './day-view.js';

/** The day of a visit on a phone: by plain forms, which a module of the page sends later when there is no line. */
@PageController('kunjungan/:id/hari-ini')
@Allow(signedIn)
export class DayPages {
  constructor(
    private readonly forms: Forms,
    private readonly view: DayView,
    private readonly keep: KeepEntry,
    private readonly attendance: MarkAttendance,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await html(reply, await this.view.page(actor, id));
  }

  @Post('hadir')
  async mark(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(
      AttendanceForm,
      sent,
      ({ id: tap, participant, attendance, ...form }) =>
        this.attendance.mark(actor, id, participant, { id: tap, attendance, ...deviceTimesOf(form) }),
    );
    const standing = taken.faults ? null : taken.result;
    await this.answer(reply, actor, id, taken, { form: 'attendance', sent }, standing);
  }

  @Post('tamu')
  async addPresent(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(GuestForm, sent, ({ id: given, name, office, side, ...form }) =>
      this.attendance.addPresent(actor, id, {
        ...(given ? { id: given } : {}),
        name,
        office: office || null,
        side,
        role: 'member',
        ...deviceTimesOf(form),
      }),
    );
    await this.answer(reply, actor, id, taken, { form: 'guest', sent });
  }

  @Post('catatan')
  async note(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(EntryNoteBody, sent, ({ id: given, text, ...form }) =>
      this.keep.note(actor, id, { id: given, text, ...deviceTimesOf(form) }),
    );
    await this.answer(reply, actor, id, taken, { form: 'note', sent });
  }

  @Post('foto')
  async photo(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const read = await this.forms.take(Object, {}, () => readPhotoForm(request));
    if (read.faults) return this.answer(reply, actor, id, read, { form: 'photo', sent: {} });
    const { fields: sent } = read.result;
    const taken = await this.forms.take(PhotoFields, sent, async (form) => {
      const content = photoOf(read.result);
      const { id: given, text = '', clearance } = form;
      const cleared = clearance === 'ya';
      await this.keep.photo(actor, id, { id: given, text, ...deviceTimesOf(form), content, cleared });
    });
    await this.answer(reply, actor, id, taken, { form: 'photo', sent });
  }

  /** Sends a browser on, and tells the module that sends what was kept (`queue-sending.ts`) what was stored. */
  private async answer(
    reply: FastifyReply,
    actor: Actor,
    id: string,
    { faults }: Taken<unknown>,
    refused: Omit<DayRefusal, 'faults'>,
    standing: StandingAttendance | null = null,
  ): Promise<void> {
    if (reply.request.headers.accept?.startsWith('application/json')) {
      if (!faults) return toScript(reply, { stored: true, news: standing && standingWords(standing, actor) });
      const { status, title, detail, fields } = faults;
      return toScript(reply, { status, title, detail: [detail, ...Object.values(fields)].join(' ') }, status);
    }
    if (!faults) return seeOther(reply, `/kunjungan/${id}/hari-ini`);
    await html(reply, await this.view.page(actor, id, { ...refused, faults }), faults.status);
  }
}
