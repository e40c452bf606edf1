import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { found } from '../../platform/http/request-error.js';
import { Forms, typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { html, seeOther, type Standing } from '../../platform/pages/html.js';
import type { Actor } from '../../platform/security/actor.js';
import type { DisplacedVisit } from '../domain/displaced-visits.js';
import type { PeriodTerms } from '../domain/hosting-period.js';
import { ListPeriods, type PeriodLine } from '../queries/list-periods.js';
import { KeepPeriods } from '../use-cases/keep-periods.js';
import { DISPLACED, shownIn, wereShown } from './displaced-card.js';
import { atPeriodFields, PeriodForm, readPeriod, termsOfForm, versionOf } from './period-form.js';
import { PeriodsPage, type PeriodPlace, type PeriodsPageProps } from './periods-page.js';
import { ShowUnit } from './show-unit.js';
import type { WeekView } from './unit-week.js';

/** What was sent to a page of periods, and by whom. */
export interface PeriodRequest {
  actor: Actor;
  /** Code of the unit; null for every unit. */
  unit: string | null;
  /** Of the period that is changed; null for a new one. */
  id: string | null;
  sent?: SentForm | undefined;
  reply: FastifyReply;
}

const notices: Readonly<Record<string, string>> = {
  tersimpan: 'Masa tersimpan.',
  dihapus: 'Masa dihapus. Jam yang biasa berlaku lagi.',
};

/** What the pages of periods do, whosever they are. */
@Injectable()
export class PeriodForms {
  constructor(
    private readonly forms: Forms,
    private readonly lists: ListPeriods,
    private readonly keep: KeepPeriods,
    private readonly units: ShowUnit,
  ) {}

  async show(asked: PeriodRequest, info: unknown): Promise<void> {
    const notice = typeof info === 'string' ? notices[info] : undefined;
    await html(asked.reply, await this.page(asked, { notice }));
  }

  /** Saves what was typed, once every visit that it displaces was shown. */
  async save(asked: PeriodRequest): Promise<void> {
    const { actor, unit, id, sent, reply } = asked;
    const { place } = await this.around(asked);
    const taken = await this.forms.take(PeriodForm, readPeriod(sent), async (form) => {
      const [terms, shown] = [termsOfForm(form), shownIn(form.displaced ?? '')];
      const displaced = await this.keep.displacedBy(unit, id, terms);
      if (!wereShown(displaced, shown)) return displaced;
      if (id === null) await this.keep.add(actor, unit, terms, shown);
      else await this.keep.change(actor, { id, version: versionOf(sent) }, terms, shown);
      return null;
    });
    if (taken.faults) return this.refuse(asked, taken.faults);
    if (taken.result === null) return seeOther(reply, `${place.path}?info=tersimpan`);
    await this.again(asked, 'save', taken.result);
  }

  /** The form again, with the week that it would make; nothing is saved. */
  async preview(asked: PeriodRequest): Promise<void> {
    await html(asked.reply, await this.page(asked, { sent: asked.sent }));
  }

  /** Removes the period, once every visit that this displaces was shown. */
  async remove(asked: PeriodRequest & { id: string }): Promise<void> {
    const { actor, unit, id, sent, reply } = asked;
    const { place } = await this.around(asked);
    const shown = shownIn(typed(sent, DISPLACED));
    const displaced = await this.keep.displacedBy(unit, id, null);
    if (!wereShown(displaced, shown)) return this.again({ ...asked, sent: undefined }, 'remove', displaced);
    await this.keep.remove(actor, { id, version: versionOf(sent) }, shown);
    await seeOther(reply, `${place.path}?info=dihapus`);
  }

  private async again(
    asked: PeriodRequest,
    by: 'save' | 'remove',
    visits: readonly DisplacedVisit[],
  ): Promise<void> {
    await html(asked.reply, await this.page(asked, { sent: asked.sent, displaced: { by, visits } }));
  }

  private async refuse(asked: PeriodRequest, refused: FormFaults): Promise<void> {
    const faults = atPeriodFields(refused);
    const page = await this.page(asked, { sent: asked.sent ?? {}, faults });
    const standing: Standing | null = refused.isOutdated ? { page: await this.page(asked, {}) } : null;
    await html(asked.reply, page, faults.status, standing);
  }

  private async page(
    asked: PeriodRequest,
    shown: Partial<Pick<PeriodsPageProps, 'notice' | 'sent' | 'faults' | 'displaced'>>,
  ): Promise<ReturnType<typeof PeriodsPage>> {
    const { place, periods, edited } = await this.around(asked);
    const week = await this.weekOf(asked, shown.sent, edited);
    return PeriodsPage({ actor: asked.actor, place, periods, edited, week, ...shown });
  }

  /** The first week of what was typed, or of what is stored; null where that cannot be read, or is every unit's. */
  private async weekOf(
    { unit: code, id }: PeriodRequest,
    sent: SentForm | undefined,
    edited: PeriodLine | null,
  ): Promise<WeekView | null> {
    if (code === null) return null;
    const terms = sent ? await this.typedTerms(sent) : edited;
    const unit = await this.units.unit(code);
    if (terms) return this.units.periodWeek(unit, id, terms);
    return sent ? null : this.units.firstWeek(unit);
  }

  private async typedTerms(sent: SentForm): Promise<PeriodTerms | null> {
    const taken = await this.forms.take(PeriodForm, readPeriod(sent), (form) =>
      Promise.resolve(termsOfForm(form)),
    );
    return taken.faults ? null : taken.result;
  }

  /** @throws RequestError `not-found`, `not-allowed` */
  private async around({
    actor,
    unit: code,
    id,
  }: PeriodRequest): Promise<Pick<PeriodsPageProps, 'place' | 'periods' | 'edited'>> {
    await this.keep.assertMay(actor, code);
    const periods = await this.lists.of(code);
    const own = periods.filter(({ unit }) => unit === code);
    const edited = id === null ? null : found(own.find((period) => period.id === id) ?? null);
    return { place: await this.placeOf(code), periods, edited };
  }

  private async placeOf(code: string | null): Promise<PeriodPlace> {
    if (code === null) {
      return { unit: null, path: '/pengelolaan/masa', back: ['/pengelolaan', 'Pengelolaan'] };
    }
    const unit = await this.units.unit(code);
    return { unit, path: `/upt/${code}/masa`, back: [`/upt/${code}/ubah`, `Ubah ${unit.name}`] };
  }
}
