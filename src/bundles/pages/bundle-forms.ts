import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Clock } from '../../platform/clock/clock.js';
import { Forms, type FormFaults } from '../../platform/pages/forms.js';
import { html, seeOther } from '../../platform/pages/html.js';
import type { Actor } from '../../platform/security/actor.js';
import { localDate } from '../../platform/text/dates.js';
import { AskForBundle, RemoveBundle } from '../use-cases/ask-for-bundle.js';
import type { BundleSubject } from '../use-cases/bundle-places.js';
import { ReadBundles } from '../use-cases/read-bundles.js';
import { sendBundle } from '../use-cases/send-bundle.js';
import { BundlePage } from './bundle-page.js';

/** Seconds after which the page of a bundle that is under way asks again. */
const ASK_AGAIN = 3;
/** Years that may be asked for, the present one first. */
const YEARS = 5;

const notices: Readonly<Record<string, string>> = {
  disusun: 'Bundel akan disusun. Halaman ini memperbarui diri sampai selesai.',
  dihapus: 'Bundel dihapus.',
};

/** Whose bundles are asked about. */
export interface BundleRequest {
  actor: Actor;
  section: 'kunjungan' | 'perjalanan' | 'upt';
  /** Of the visit or trip, or code of the unit. */
  id: string;
  /** As it was sent; the present year for what is none. */
  year?: unknown;
  reply: FastifyReply;
}

/** What the pages of bundles do, whatever they are of. */
@Injectable()
export class BundleForms {
  constructor(
    private readonly forms: Forms,
    private readonly clock: Clock,
    private readonly read: ReadBundles,
    private readonly asking: AskForBundle,
    private readonly removing: RemoveBundle,
  ) {}

  async show(asked: BundleRequest, info: unknown): Promise<void> {
    await this.page(asked, typeof info === 'string' ? notices[info] : undefined, null);
  }

  async ask(asked: BundleRequest): Promise<void> {
    const taken = await this.forms.press(() => this.asking.execute(asked.actor, this.subjectOf(asked)));
    if (taken.faults) return this.page(asked, undefined, taken.faults);
    await this.backTo(asked, 'disusun');
  }

  async remove(asked: BundleRequest, bundleId: string): Promise<void> {
    const { bundle } = await this.read.one(asked.actor, bundleId);
    await this.removing.execute(asked.actor, bundleId);
    await this.backTo({ ...asked, year: bundle.year }, 'dihapus');
  }

  /** @param volume of the PDF, as it was sent; null for the ZIP */
  async take({ actor, reply }: BundleRequest, bundleId: string, volume: unknown): Promise<void> {
    const number = volume === null ? null : Math.max(1, Math.trunc(Number(volume)) || 1);
    await sendBundle(reply, await this.read.open(actor, bundleId, number));
  }

  private async backTo(asked: BundleRequest, info: string): Promise<void> {
    const year = asked.section === 'upt' ? `&tahun=${this.yearOf(asked)}` : '';
    await seeOther(asked.reply, `${pathOf(asked)}?info=${info}${year}`);
  }

  private async page(
    asked: BundleRequest,
    notice: string | undefined,
    faults: FormFaults | null,
  ): Promise<void> {
    const { actor, section, id, reply } = asked;
    const { around, bundles, underWay } = await this.read.of(actor, this.subjectOf(asked));
    // Without script, too, the page goes on by itself.
    if (bundles.some(({ bundle }) => bundle.state !== 'ready')) void reply.header('refresh', ASK_AGAIN);
    const present = this.present(actor);
    const all = Array.from({ length: YEARS }, (_, index) => present - index);
    const page = BundlePage({
      ...{ actor, around, bundles, underWay, path: pathOf(asked), notice, faults },
      back: section === 'upt' ? [`/upt/${id}`, 'UPT'] : [`/${section}/${id}`, around.title],
      section: `/${section}`,
      years: section === 'upt' ? { shown: this.yearOf(asked), all } : null,
    });
    await html(reply, page, faults?.status);
  }

  private subjectOf(asked: BundleRequest): BundleSubject {
    const { section, id } = asked;
    if (section === 'kunjungan') return { place: { visitId: id, tripId: null, year: null }, subject: null };
    if (section === 'perjalanan') return { place: { visitId: null, tripId: id, year: null }, subject: null };
    return { place: { visitId: null, tripId: null, year: this.yearOf(asked) }, subject: id };
  }

  private yearOf({ actor, year }: BundleRequest): number {
    const given = Number(year);
    return Number.isInteger(given) && given >= 2000 && given <= 2100 ? given : this.present(actor);
  }

  private present({ timeZone }: Actor): number {
    return Number(localDate(this.clock.now(), timeZone).slice(0, 4));
  }
}

const pathOf = ({ section, id }: BundleRequest): string => `/${section}/${id}/bundel`;
