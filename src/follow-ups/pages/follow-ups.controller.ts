import { Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../platform/clock/clock.js';
import { sendDownload } from '../../platform/http/download.js';
import { html } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { assertRead } from '../../platform/pages/typed-calendar-fields.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import { signedIn, type Actor } from '../../platform/security/actor.js';
import { localDate } from '../../platform/text/dates.js';
import { ProgramChoices } from '../../visits/index.js';
import { FollowUpChoices } from '../queries/follow-up-choices.js';
import { ListFollowUps } from '../queries/list-follow-ups.js';
import { ExportFollowUps } from '../use-cases/export-follow-ups.js';
import { askedFor, FollowUpsExportQuery, FollowUpsQuery } from './follow-up-query.js';
import { Board, COLUMN_LIMIT } from './board.js';
import { FollowUpList } from './follow-up-list.js';
import { FollowUpsPage } from './follow-ups-page.js';

const PAGE_SIZE = 50;

/** What was promised: as a board by state, and as a list. */
@PageController('tindak-lanjut')
@Allow(signedIn)
export class FollowUpsPages {
  constructor(
    private readonly clock: Clock,
    private readonly list: ListFollowUps,
    private readonly choices: FollowUpChoices,
    private readonly programs: ProgramChoices,
    private readonly exports: ExportFollowUps,
  ) {}

  @Get()
  async index(
    @CurrentActor() actor: Actor,
    @Query() query: FollowUpsQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const today = localDate(this.clock.now(), actor.timeZone);
    const asked = askedFor(query, today);
    const { filter, sort, order, states, chosen } = asked;
    const choices = Promise.all([this.choices.units(actor), this.programs.execute()]);
    const frame = choices.then(([units, programs]) => ({ actor, asked, units, programs }));
    if (asked.isList) {
      const paged = { sort, order, limit: PAGE_SIZE, cursor: query.cursor };
      const [page, around] = await Promise.all([this.list.execute(actor, { ...filter, ...paged }), frame]);
      const children = FollowUpList({ page, asked, today });
      return html(reply, FollowUpsPage({ ...around, isEmpty: page.items.length === 0, children }));
    }
    const [rows, around] = await Promise.all([this.list.board(actor, filter, COLUMN_LIMIT), frame]);
    const children = Board({ actor, rows, states, chosen, today });
    await html(reply, FollowUpsPage({ ...around, isEmpty: rows.length === 0, children }));
  }

  /** All that the list, or the board, shows under these filters, as a file in the order of the list. */
  @Get('unduh')
  async download(
    @CurrentActor() actor: Actor,
    @Query() { format, ...query }: FollowUpsExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { filter, sort, order, due } = askedFor(query, localDate(this.clock.now(), actor.timeZone));
    assertRead(due);
    await sendDownload(reply, await this.exports.execute(actor, { ...filter, sort, order }, format));
  }
}
