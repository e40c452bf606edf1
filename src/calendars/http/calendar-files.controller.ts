import { Controller, Get, Headers, Param, ParseUUIDPipe, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { codingFor } from '../../platform/http/encoded-body.js';
import { RequestError } from '../../platform/http/request-error.js';
import { AnswersFile } from '../../platform/http/view-fields.js';
import { Allow, CurrentActor, Public } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { ExportVisit } from '../use-cases/export-visit.js';
import { FeedUses } from '../use-cases/feed-uses.js';
import { ReadFeed, type Validators } from '../use-cases/read-feed.js';

const CALENDAR = 'text/calendar; charset=utf-8';

/** Whether a client already has these bytes (If-None-Match, RFC 9110 section 13.1.2: weak comparison). */
const matches = (condition: string | undefined, etag: string): boolean =>
  condition !== undefined &&
  condition
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .some((tag) => tag === etag || tag === '*');

/** Whether nothing has changed since an instant that a client names (If-Modified-Since, RFC 9110 section 13.1.3). */
const isUnchangedSince = (since: string | undefined, changedAt: Date): boolean =>
  since !== undefined && Date.parse(since) >= changedAt.getTime();

/** What a client may know a feed by; the ETag counts where there is one (RFC 9110 section 13.2.2). */
interface Conditions {
  'accept-encoding'?: string;
  'if-none-match'?: string;
  'if-modified-since'?: string;
}

/** Whether a client has what is described. */
function isKnown(
  { 'if-none-match': tags, 'if-modified-since': since }: Conditions,
  { etag, changedAt }: Validators,
): boolean {
  return tags === undefined ? isUnchangedSince(since, changedAt) : matches(tags, etag);
}

/** What an answer says of a feed, with its bytes or without. */
function describe(reply: FastifyReply, { etag, changedAt }: Validators): FastifyReply {
  void reply.header('etag', etag).header('last-modified', changedAt.toUTCString());
  void reply.header('cache-control', 'private, no-cache');
  return reply.header('referrer-policy', 'no-referrer').header('vary', 'accept-encoding');
}

@ApiTags('feeds')
@Controller()
export class CalendarFilesController {
  constructor(
    private readonly feed: ReadFeed,
    private readonly uses: FeedUses,
    private readonly visit: ExportVisit,
  ) {}

  /**
   * A feed to subscribe to; its address is the secret. Polling with the ETag, or with the time of the last change, costs
   * a 304 without a body. Of busy times `<secret>.acara.ics` has events in place of VFREEBUSY.
   */
  @Get('feeds/:file')
  @Public('the address is the secret')
  @AnswersFile(CALENDAR)
  @ApiResponse({ status: 304, description: 'Nothing has changed' })
  async show(
    @Param('file') file: string,
    @Headers() conditions: Conditions,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [, secret, asEvents] = /^([\w-]{43})(\.acara)?\.ics$/.exec(file) ?? [];
    if (!secret) throw new RequestError('not-found');
    const open = await this.feed.open(secret, asEvents !== undefined);
    this.uses.note(open.state, open.now);
    const held = this.feed.validators(open, asEvents !== undefined);
    if (held && isKnown(conditions, held)) return describe(reply, held).status(304).send();
    const accepted = codingFor(conditions['accept-encoding']);
    const { bytes, coding, ...written } = await this.feed.read(open, asEvents !== undefined, accepted);
    describe(reply, written);
    if (isKnown(conditions, written)) return reply.status(304).send();
    if (coding !== 'identity') void reply.header('content-encoding', coding);
    return reply.type(CALENDAR).send(bytes);
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
