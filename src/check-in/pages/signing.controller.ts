import { Body, Get, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { found, RequestError } from '../../platform/http/request-error.js';
import { Forms, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { CheckInError } from '../domain/error-codes.js';
import { LONGEST_SIGNATURE } from '../domain/signature.js';
import { ReadAttendanceSheet, type AttendanceSheet } from '../use-cases/read-attendance-sheet.js';
import { SignAttendance } from '../use-cases/sign-attendance.js';
import { SigningListPage, SigningPage } from './signing-pages.js';

class SigningForm {
  @IsIn(['simpan', 'hapus'])
  aksi: 'simpan' | 'hapus';

  /** As the page's script wrote them down. */
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_SIGNATURE)
  strokes?: string;
}

/** Signatures by finger on the host's tablet, into the attendance list. */
@PageController('kunjungan/:id/hari-ini/tanda-tangan')
@Allow(signedIn)
export class SigningPages {
  constructor(
    private readonly forms: Forms,
    private readonly sheet: ReadAttendanceSheet,
    private readonly sign: SignAttendance,
  ) {}

  @Get()
  async list(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await html(reply, SigningListPage({ actor, sheet: await this.open(actor, id) }));
  }

  @Get(':participantId')
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('participantId', ParseUUIDPipe) participantId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.page(reply, actor, id, participantId, null);
  }

  @Post(':participantId')
  async save(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('participantId', ParseUUIDPipe) participantId: string,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { faults } = await this.forms.take(SigningForm, sent, ({ aksi, strokes = '' }) =>
      aksi === 'hapus'
        ? this.sign.remove(actor, id, participantId)
        : this.sign.execute(actor, id, participantId, strokes),
    );
    if (faults) return this.page(reply, actor, id, participantId, faults);
    await seeOther(reply, `/kunjungan/${id}/hari-ini/tanda-tangan`);
  }

  private async page(
    reply: FastifyReply,
    actor: Actor,
    id: string,
    participantId: string,
    faults: FormFaults | null,
  ): Promise<void> {
    const sheet = await this.open(actor, id);
    const participant = found(sheet.participants.find((each) => each.id === participantId));
    await html(reply, SigningPage({ actor, sheet, participant, faults }), faults?.status);
  }

  /** @throws RequestError `not-found`, `not-allowed`; CheckInError `signatures-not-taken` */
  private async open(actor: Actor, id: string): Promise<AttendanceSheet> {
    const sheet = await this.sheet.execute(actor, id);
    if (sheet.takesSignatures) return sheet;
    if (!sheet.mayRecord) throw new RequestError('not-allowed');
    throw new CheckInError('signatures-not-taken');
  }
}
