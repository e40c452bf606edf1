import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { exportTypes } from '../../platform/documents/document-format.js';
import { sendDownload } from '../../platform/http/download.js';
import { AnswersFile } from '../../platform/http/view-fields.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { allows } from '../../platform/security/capabilities.js';
import { FindMail } from '../queries/find-mail.js';
import { ListMails } from '../queries/list-mails.js';
import { MailsThatWait } from '../queries/mails-that-wait.js';
import { ExportMails } from '../use-cases/export-mails.js';
import { ResendAllMails } from '../use-cases/resend-all-mails.js';
import { ResendMail } from '../use-cases/resend-mail.js';
import { presentMail, presentTrouble, presentWholeMail } from './mail.presenter.js';
import { MailsExportQuery, MailsQuery } from '../queries/mails-query.dto.js';
import type { MailPage, MailTroubleView, MailView, ResentMailsView } from './mail.view.js';

@Controller('api/mails')
@Allow(signedIn)
export class MailsController {
  constructor(
    private readonly mails: ListMails,
    private readonly mail: FindMail,
    private readonly again: ResendMail,
    private readonly allAgain: ResendAllMails,
    private readonly trouble: MailsThatWait,
    private readonly exports: ExportMails,
  ) {}

  /** Mails sent, waiting or failed, newest first: all to an administrator, to others those of their visits. */
  @Get()
  async list(@CurrentActor() actor: Actor, @Query() query: MailsQuery): Promise<MailPage> {
    const { items, nextCursor } = await this.mails.execute(actor, query);
    return { items: items.map(presentMail), nextCursor };
  }

  /** The same mails as a file without what they say, 5,000 at the most; the file's name says when there are more. */
  @Get('export')
  @AnswersFile(exportTypes.xlsx, exportTypes.csv)
  async export(
    @CurrentActor() actor: Actor,
    @Query() { format, ...filter }: MailsExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendDownload(reply, await this.exports.execute(actor, filter, format));
  }

  /** What keeps mails from leaving, with the words of the server and since when, and how many wait or were given up. */
  @Get('trouble')
  @Allow(allows('mails.oversee'))
  async waiting(): Promise<MailTroubleView> {
    return presentTrouble(await this.trouble.execute());
  }

  /**
   * Sends again every mail that was given up in the last 30 days, save to addresses known to be dead, and tries at once
   * what waits.
   */
  @Post('resend')
  @HttpCode(200)
  @Allow(allows('mails.oversee'))
  async resendAll(): Promise<ResentMailsView> {
    return { again: await this.allAgain.execute(), ...presentTrouble(await this.trouble.execute()) };
  }

  /** One mail with what it says; text and HTML are null where they hold a secret of the addressee. */
  @Get(':id')
  async show(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<MailView> {
    return presentWholeMail(await this.mail.execute(actor, id));
  }

  /** Sends a mail once more that was given up, to the same address and under the same Message-ID. */
  @Post(':id/resend')
  @HttpCode(200)
  @Allow(allows('mails.oversee'))
  async resend(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<MailView> {
    await this.again.execute(actor, id);
    return presentWholeMail(await this.mail.execute(actor, id));
  }
}
