import { Controller, Get, Param, ParseUUIDPipe, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PageQuery } from '../../platform/http/page.dto.js';
import { found } from '../../platform/http/request-error.js';
import { AnswersFile } from '../../platform/http/view-fields.js';
import { Allow } from '../../platform/security/access.js';
import { allows } from '../../platform/security/capabilities.js';
import { outcomeWords } from '../domain/outcome.js';
import { ReceivedMails } from '../queries/received-mails.js';
import type { ReceivedMailPage } from './received-mail.view.js';

@ApiTags('mails')
@Controller('api/received-mails')
@Allow(allows('mails.oversee'))
export class ReceivedMailsController {
  constructor(private readonly mails: ReceivedMails) {}

  /** Every mail that came, newest first, with what was made of it; their sources are dropped when they are old. */
  @Get()
  async list(@Query() { limit, cursor }: PageQuery): Promise<ReceivedMailPage> {
    const { items, nextCursor } = await this.mails.execute(limit, cursor);
    return {
      items: items.map(({ id, sender, subject, outcome, visit, receivedAt }) => ({
        id,
        sender,
        subject,
        outcome,
        meaning: outcomeWords[outcome],
        visit,
        receivedAt: receivedAt.toISOString(),
      })),
      nextCursor,
    };
  }

  /** The mail as it came (message/rfc822), to be saved and never shown by the browser. */
  @Get(':id')
  @AnswersFile('message/rfc822')
  async show(@Param('id', ParseUUIDPipe) id: string, @Res() reply: FastifyReply) {
    const source = found(await this.mails.source(id));
    return reply
      .type('message/rfc822')
      .header('content-disposition', `attachment; filename="${id}.eml"`)
      .header('x-content-type-options', 'nosniff')
      .send(source);
  }
}
