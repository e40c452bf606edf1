import { Body, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../../platform/clock/clock.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import { Forms, typed, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import { PageController } from '../../platform/pages/page-controller.js';
import { Allow, CurrentActor } from '../../platform/security/access.js';
import type { Actor } from '../../platform/security/actor.js';
import { allows } from '../../platform/security/capabilities.js';
import { localDate } from '../../platform/text/dates.js';
import type { DisplacedVisit } from '../domain/displaced-visits.js';
import { holidayLine, parseHolidays } from '../domain/holiday-paste.js';
import { ListReference } from '../queries/list-reference.js';
import { FindDisplaced } from '../use-cases/find-displaced.js';
import { KeepHolidays } from '../use-cases/keep-holidays.js';
import { HolidayListForm } from './administration-forms.js';
import { HolidaysPage } from './administration-holidays-page.js';
import { administrationNoticeOf } from './administration-words.js';
import { DISPLACED, shownIn, wereShown } from './displaced-card.js';
import { forgetRemoved, rememberRemoved, removedOf } from './removed-holiday.js';

const UNREADABLE = 422;

/** The holidays, as the administrator keeps them. */
@PageController('pengelolaan/libur')
@Allow(allows('reference.keep'))
export class HolidayPages {
  constructor(
    private readonly forms: Forms,
    private readonly clock: Clock,
    private readonly lists: ListReference,
    private readonly keep: KeepHolidays,
    private readonly displaced: FindDisplaced,
  ) {}

  @Get()
  async show(
    @CurrentActor() actor: Actor,
    @Query() query: SentForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = typed(query, 'tahun');
    const year = /^[1-9]\d{3}$/.test(asked) ? asked : this.thisYear(actor);
    const stored = await this.lists.holidays(null);
    const removed = query['info'] === 'dihapus' ? removedOf(request) : null;
    const notice = administrationNoticeOf(query['info']);
    await html(reply, HolidaysPage({ actor, stored, year, notice, removed, faults: null }));
  }

  /** Shows what a list would do, before it is saved. */
  @Post('periksa')
  async preview(
    @CurrentActor() actor: Actor,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.answer(reply, actor, sent, async () => {});
  }

  @Post()
  async save(
    @CurrentActor() actor: Actor,
    @Body() sent: SentForm | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { holidays } = parseHolidays(typed(sent, 'daftar'));
    const year = holidays[0]?.date.slice(0, 4) ?? this.thisYear(actor);
    await this.answer(reply, actor, sent, async (displaced) => {
      const shown = shownIn(typed(sent, DISPLACED));
      if (!wereShown(displaced, shown)) return;
      await this.keep.put(actor, holidays, shown);
      await seeOther(reply, `/pengelolaan/libur?tahun=${year}&info=tersimpan`);
    });
  }

  @Post(':date/hapus')
  async remove(
    @CurrentActor() actor: Actor,
    @Param('date') date: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    rememberRemoved(reply, await this.keep.remove(actor, date));
    await seeOther(reply, `/pengelolaan/libur?tahun=${date.slice(0, 4)}&info=dihapus`);
  }

  /** Puts back the day that was removed last; over visits that were agreed in between it is asked about like a new one. */
  @Post('urungkan')
  async restore(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const removed = found(removedOf(request));
    const stored = await this.lists.holidays(null);
    const displaced = await this.displaced.byHolidays([removed], stored);
    if (displaced.length > 0) {
      const preview = { text: holidayLine(removed), holidays: [removed], faults: [], displaced };
      const year = removed.date.slice(0, 4);
      return html(reply, HolidaysPage({ actor, stored, year, preview, faults: null }));
    }
    await this.keep.put(actor, [removed], []);
    forgetRemoved(reply);
    await seeOther(reply, `/pengelolaan/libur?tahun=${removed.date.slice(0, 4)}&info=dikembalikan`);
  }

  /** Does the work when every line can be read; shows what was read and what was not, unless the work has answered. */
  private async answer(
    reply: FastifyReply,
    actor: Actor,
    sent: SentForm | undefined,
    work: (displaced: readonly DisplacedVisit[]) => Promise<void>,
  ): Promise<void> {
    const taken = await this.forms.take(HolidayListForm, sent, async ({ daftar }) => {
      const read = parseHolidays(daftar);
      if (read.holidays.length === 0 && read.faults.length === 0) throw nothing();
      const displaced = await this.displaced.byHolidays(read.holidays, await this.lists.holidays(null));
      if (read.faults.length === 0) await work(displaced);
      return { text: daftar, ...read, displaced };
    });
    if (reply.sent) return;
    const [stored, year] = [await this.lists.holidays(null), this.thisYear(actor)];
    if (taken.faults) {
      const { faults } = taken;
      const preview = { text: typed(sent, 'daftar'), holidays: [], faults: [], displaced: [] };
      return html(reply, HolidaysPage({ actor, stored, year, preview, faults }), faults.status);
    }
    const preview = taken.result;
    const status = preview.faults.length > 0 ? UNREADABLE : 200;
    await html(reply, HolidaysPage({ actor, stored, year, preview, faults: null }), status);
  }

  private thisYear({ timeZone }: Actor): string {
    return localDate(this.clock.now(), timeZone).slice(0, 4);
  }
}

const nothing = (): RequestError =>
  new RequestError('validation-failed', {}, [{ field: 'daftar', message: 'belum ada isinya' }]);
