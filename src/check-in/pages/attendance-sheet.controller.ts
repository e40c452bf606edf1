import { Get, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { html } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { ReadAttendanceSheet } from '../use-cases/read-attendance-sheet.js';
import { AttendanceSheetPage } from './attendance-sheet-page.js';

/** The list that those who come sign, on paper or on a screen of the host. */
@PageController('kunjungan/:id/daftar-hadir')
@Allow(signedIn)
export class AttendanceSheetPages {
  constructor(private readonly sheet: ReadAttendanceSheet) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await html(reply, AttendanceSheetPage({ actor, sheet: await this.sheet.execute(actor, id) }));
  }

  /** The same with each NIP whole, which is noted down. */
  @Post()
  async showWhole(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await html(reply, AttendanceSheetPage({ actor, sheet: await this.sheet.whole(actor, id) }));
  }
}
