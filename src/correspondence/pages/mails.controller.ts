import { Get, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { sendDownload } from '../../platform/http/download.js';
import { found } from '../../platform/http/request-error.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { allows } from '../../platform/security/capabilities.js';
import { FindMail } from '../queries/find-mail.js';
import { ListMails } from '../queries/list-mails.js';
import { MailsThatWait } from '../queries/mails-that-wait.js';
import { ExportMails } from '../use-cases/export-mails.js';
import { ResendAllMails } from '../use-cases/resend-all-mails.js';
import { ResendMail } from '../use-cases/resend-mail.js';
import { MAIL_POLICY } from '../../platform/pages/mail-policy.js';
import { MailListPage } from './mail-list-page.js';
import { MailPage } from './mail-page.js';
import { MailsExportQuery, MailsQuery } from '../queries/mails-query.dto.js';

/** The outbox as the administrator reads it; others read the mails of the visits they may see. */
@PageController('surat')
@Allow(allows('mails.oversee'))
export class MailPages {
  constructor(
    private readonly mails: ListMails,
    private readonly mail: FindMail,
    private readonly again: ResendMail,
    private readonly allAgain: ResendAllMails,
    private readonly trouble: MailsThatWait,
    private readonly exports: ExportMails,
  ) {}

  @Get()
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: MailsQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const page = await this.mails.execute(actor, query);
    const { state, visit, cursor } = query;
    const trouble = await this.trouble.execute();
    await html(reply, MailListPage({ actor, page, trouble, chosen: { state, visit, cursor } }));
  }

  /** All mails that the list shows under these filters, as a file. */
  @Get('unduh')
  async download(
    @CurrentActor() actor: Actor,
    @Query() { format, ...filter }: MailsExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendDownload(reply, await this.exports.execute(actor, filter, format));
  }

  /** Sends again all that were given up lately, and tries at once what waits. */
  @Post('kirim-ulang')
  async resendAll(@Res() reply: FastifyReply): Promise<void> {
    await this.allAgain.execute();
    await seeOther(reply, '/surat');
  }

  @Get(':id')
  @Allow(signedIn)
  async show(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await html(reply, MailPage({ actor, mail: await this.mail.execute(actor, id) }));
  }

  /** Sends once more what was given up. */
  @Post(':id/kirim-ulang')
  async resend(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.again.execute(actor, id);
    await seeOther(reply, `/surat/${id}`);
  }

  /** What the mail says, for the frame in its page. */
  @Get(':id/html')
  @Allow(signedIn)
  async body(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { body } = await this.mail.execute(actor, id);
    await reply
      .header('content-security-policy', MAIL_POLICY)
      .type('text/html; charset=utf-8')
      .send(found(body).html);
  }

  /** The calendar part, as the mail carries it. */
  @Get(':id/undangan.ics')
  @Allow(signedIn)
  async calendar(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { body, calendarMethod } = await this.mail.execute(actor, id);
    await reply
      .header('content-disposition', 'attachment; filename="undangan.ics"')
      .type(`text/calendar; charset=utf-8; method=${calendarMethod}`)
      .send(found(body?.calendar));
  }
}
