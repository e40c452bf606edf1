import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { exportTypes } from '../../platform/documents/document-format.js';
import { sendDownload } from '../../platform/http/download.js';
import { exportOf } from '../../platform/http/export.dto.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { AnswersFile } from '../../platform/http/view-fields.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { allows } from '../../platform/security/capabilities.js';
import { toOffsetIso } from '../../platform/text/dates.js';
import { ListNipLooks } from '../queries/list-nip-looks.js';
import { ExportNipLooks } from '../use-cases/export-nip-looks.js';
import { LookAtNips } from '../use-cases/look-at-nips.js';
import type { NipLookPage, ShownNipList } from './nip-looks.view.js';

class NipLooksQuery extends PageQuery {}
class NipLooksExportQuery extends exportOf(NipLooksQuery) {}

@ApiTags('participants')
@Controller('api')
@Allow(signedIn)
export class NipLooksController {
  constructor(
    private readonly look: LookAtNips,
    private readonly looks: ListNipLooks,
    private readonly exports: ExportNipLooks,
  ) {}

  /** The NIP of the participants whose contact the caller may know, whole; who looked at whose is kept for administrators. */
  @Post('visits/:id/nip-looks')
  @HttpCode(200)
  async show(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ShownNipList> {
    const { participants } = await this.look.execute(actor, id);
    return {
      items: participants.flatMap(({ id: participantId, name, nip }) =>
        nip === null ? [] : [{ participantId, name, nip }],
      ),
    };
  }

  /** Who had whose NIP shown, the newest first. */
  @Get('nip-looks')
  @Allow(allows('people.watch-looks'))
  async list(@CurrentActor() actor: Actor, @Query() { cursor, limit }: NipLooksQuery): Promise<NipLookPage> {
    const { items, nextCursor } = await this.looks.execute({ cursor, limit });
    return {
      nextCursor,
      items: items.map(({ lookedAt, lookedBy, lookedByName, visitId, reference, participantId, whose }) => ({
        lookedAt: toOffsetIso(lookedAt, actor.timeZone),
        ...{ lookedBy, lookedByName, visit: visitId, reference, participantId, whose },
      })),
    };
  }

  /** The same as a file, 5,000 at the most; the file's name says when there are more. */
  @Get('nip-looks/export')
  @Allow(allows('people.watch-looks'))
  @AnswersFile(exportTypes.xlsx, exportTypes.csv)
  async export(
    @CurrentActor() actor: Actor,
    @Query() { format }: NipLooksExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendDownload(reply, await this.exports.execute(actor, format));
  }
}
