import { Controller, Get, Headers, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { RequestError } from '../../platform/http/request-error.js';
import { AnswersFile } from '../../platform/http/view-fields.js';
import { Allow, CurrentActor, Public } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { ExportVisit } from '../use-cases/export-visit.js';
import { ReadFeed } from '../use-cases/read-feed.js';

const CALENDAR = 'text/calendar; charset=utf-8';

/** Whether a client already has these bytes (If-None-Match, RFC 9110 section 13.1.2: weak comparison). */
const matches = (condition: string | undefined, etag: string): boolean =>
  condition !== undefined &&
  condition
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .some((tag) => tag === etag || tag === '*');

@ApiTags('feeds')
@Controller()
export class CalendarFilesController {
  constructor(
    private readonly feed: ReadFeed,
    private readonly visit: ExportVisit,
  ) {}

  /** A feed to subscribe to; its address is the secret. Polling with the ETag costs a 304 without a body. */
  @Get('feeds/:file')
  @Public('the address is the secret')
  @AnswersFile(CALENDAR)
  @ApiResponse({ status: 304, description: 'Nothing has changed' })
  async show(
    @Param('file') file: string,
    @Headers('if-none-match') condition: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const secret = /^([\w-]{43})\.ics$/.exec(file)?.[1];
    if (!secret) throw new RequestError('not-found');
    const { body, etag } = await this.feed.execute(secret);
    void reply.header('etag', etag).header('cache-control', 'private, no-cache');
    void reply.header('referrer-policy', 'no-referrer').header('vary', 'accept-encoding');
    if (matches(condition, etag)) return reply.status(304).send();
    return reply.type(CALENDAR).compress(body);
  }

  /** The visit as a file for one's own calendar. */
  @Get('api/visits/:id/invite.ics')
  @AnswersFile(CALENDAR)
  @Allow(signedIn)
  async invite(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Res() reply: FastifyReply,
  ) {
    const { body, reference } = await this.visit.execute(actor, id);
    return reply
      .type(CALENDAR)
      .header('content-disposition', `attachment; filename="${reference}.ics"`)
      .send(body);
  }
}
