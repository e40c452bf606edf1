import { Body, Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { RequestError } from '../../platform/http/request-error.js';
import { Forms, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { MAIL_POLICY } from '../../platform/pages/mail-policy.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { readLinkLines } from '../domain/link-lines.js';
import { PreviewSummary } from '../use-cases/preview-summary.js';
import { SubmitSummary } from '../use-cases/submit-summary.js';
import { asSubmitted, SummaryForm, typesFollowUp } from './summary-form.js';
import { SummaryPage } from './summary-page.js';
import { ShowSummary } from './show-summary.js';

/** Where a summary is written, looked at as the mail it becomes, and published. */
@PageController('kunjungan/:id/ringkasan')
@Allow(signedIn)
export class SummaryPages {
  constructor(
    private readonly forms: Forms,
    private readonly view: ShowSummary,
    private readonly submit: SubmitSummary,
    private readonly preview: PreviewSummary,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: SentForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const view = await this.view.of(actor, id);
    const notice = typeof query['info'] === 'string' ? query['info'] : null;
    await html(reply, SummaryPage({ actor, view, notice, sent: undefined, faults: null }));
  }

  @Post()
  async write(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const taken = await this.forms.take(SummaryForm, asSubmitted(sent), (form) =>
      this.carryOut(actor, id, form),
    );
    if (taken.faults) return this.refuse(reply, actor, id, sent, taken.faults);
    await seeOther(reply, taken.result);
  }

  /** What the mail says, for the frame in the page. */
  @Get('surat')
  async mail(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const mail = await this.preview.execute(actor, id);
    await reply
      .header('content-security-policy', MAIL_POLICY)
      .type('text/html; charset=utf-8')
      .send(mail.html);
  }

  /** Takes all that was written, does what the button says, and tells where to go on. */
  private async carryOut(actor: Actor, id: string, form: SummaryForm): Promise<string> {
    const { aksi, version, outcomes, decisions, notes, what, unit, person: personName, dueOn } = form;
    const { links, fault } = readLinkLines(form.links);
    if (fault) throw new RequestError('validation-failed', {}, [{ field: 'links', message: fault }]);
    const followUp = typesFollowUp(form) ? { what, unit, personName, dueOn } : null;
    const publishes = aksi === 'terbit';
    await this.submit.execute(actor, id, {
      texts: { outcomes, decisions, notes, links, answers: form.answers, entries: form.entries },
      cleared: (aksi === 'izin' && form.photo) || null,
      takes: aksi === 'semua' ? 'all' : aksi === 'pilihan' ? 'chosen' : 'none',
      followUp,
      version,
      publishes,
      mails: form.kirim === 'ya' || undefined,
    });
    if (publishes) return `/kunjungan/${id}?info=ringkasan`;
    const page = `/kunjungan/${id}/ringkasan`;
    if (aksi === 'izin' || aksi === 'semua' || aksi === 'pilihan')
      return `${page}?info=${aksi}#catatan-dan-foto`;
    if (aksi === 'pratinjau') return `${page}?info=pratinjau#pratinjau`;
    return followUp ? `${page}?info=tindak#tindak-lanjut` : `${page}?info=simpan`;
  }

  /**
   * Nothing was stored and what was typed stays. After a stale version, the page builds on what stands now and shows both, so
   * that saving once more is a decision and no accident.
   */
  private async refuse(
    reply: FastifyReply,
    actor: Actor,
    id: string,
    sent: SentForm | undefined,
    faults: FormFaults,
  ): Promise<void> {
    const view = await this.view.of(actor, id);
    const page = (typed: SentForm | undefined, why: FormFaults | null) =>
      SummaryPage({ actor, view, notice: null, sent: typed, faults: why });
    const standing = faults.isOutdated ? { page: page(undefined, null) } : null;
    await html(reply, page(sent, faults), faults.status, standing);
  }
}
