import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { VNode } from 'preact';
import { Icon } from '../../platform/pages/icon.js';
import { Empty } from '../../platform/pages/page-heading.js';
import { Clock } from '../../platform/clock/clock.js';
import { PageParts } from '../../platform/pages/page-parts.js';
import { ReaderTime } from '../../platform/pages/reader-time.js';
import { SearchSources } from '../../platform/pages/search/search-sources.js';
import type { Actor } from '../../platform/security/actor.js';
import { can } from '../../platform/security/capabilities.js';
import { formatDate } from '../../platform/text/dates.js';
import { readerTimeLine, type TimeReader } from '../../platform/text/reader-time.js';
import type { Zone } from '../../platform/text/zones.js';
import { statesWith } from '../domain/visit-state-traits.js';
import { ListVisits, type VisitLine } from '../queries/list-visits.js';
import { RecentSteps, type RecentStep } from '../queries/recent-steps.js';
import { Countdown } from './countdown.js';
import { VisitStateBadge } from './state-badge.js';
import { visitStateWords } from './visit-words.js';

const NEXT = 4;
const ARRANGED = 6;
const NEWS = 5;
const NEWS_MS = 30 * 86_400_000;

/** What visits add to pages of others: the next ones and what is new on the start page, and what is searched. */
@Injectable()
export class VisitParts implements OnModuleInit {
  constructor(
    private readonly parts: PageParts,
    private readonly search: SearchSources,
    private readonly visits: ListVisits,
    private readonly recent: RecentSteps,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.parts.register('start', 10, async ({ actor, now }) => {
      const filter = { states: statesWith('standing'), from: now, soonestFirst: true, limit: NEXT };
      const { items } = await this.visits.execute(actor, filter);
      return NextVisits({ visits: items, actor, now });
    });
    this.parts.register('start', 5, async ({ actor, now }) => {
      if (actor.regionalOffice === null || !can(actor, 'visits.propose-for-region')) return null;
      const asked = { arrangedBy: actor.regionalOffice, states: statesWith('awaitsAnswer') };
      const { items } = await this.visits.execute(actor, { ...asked, soonestFirst: true, limit: ARRANGED });
      return items.length > 0 ? ArrangedVisits({ visits: items, actor, now }) : null;
    });
    this.parts.register('start', 30, async ({ actor, now }) => {
      const news = await this.recent.execute(actor, new Date(now.getTime() - NEWS_MS), NEWS, now);
      return news.length > 0 ? News({ news, zone: actor.timeZone }) : null;
    });
    this.search.register({
      name: 'Kunjungan',
      icon: 'visit',
      order: 20,
      allHref: (words) => `/kunjungan?${new URLSearchParams({ tab: 'semua', query: words }).toString()}`,
      find: async (actor, words, limit) => {
        const { items } = await this.visits.execute(actor, { query: words, limit });
        const reader = { timeZone: actor.timeZone, now: this.clock.now() };
        return items.map((visit) => ({
          href: `/kunjungan/${visit.id}`,
          title: visit.title,
          detail: detailOf(visit, reader),
        }));
      },
    });
  }
}

const detailOf = (visit: VisitLine, reader: TimeReader): string =>
  [
    `${visit.guestUnitName} ke ${visit.hostUnitName}`,
    readerTimeLine(visit, reader),
    visitStateWords[visit.state].name,
    visit.reference,
  ].join(' · ');

interface NextVisitsProps {
  visits: readonly VisitLine[];
  actor: Actor;
  now: Date;
}

function NextVisits({ visits, actor, now }: NextVisitsProps): VNode {
  return (
    <section class="card mb-3">
      <div class="card-header">
        <h2 class="card-title d-flex gap-2 align-items-center">
          <Icon name="visit" />
          Kunjungan berikutnya
        </h2>
        <a class="ms-auto" href="/kunjungan">
          Semua<span class="visually-hidden"> kunjungan</span>
        </a>
      </div>
      {visits.length > 0 ? (
        <ul class="list-group list-group-flush">
          {visits.map((visit) => (
            <li class="list-group-item" key={visit.id}>
              <a class="row-link" href={`/kunjungan/${visit.id}`}>
                <span class="fw-medium">
                  {visit.title} <NextWords visit={visit} now={now} />
                </span>
                <span class="text-secondary">
                  {visit.guestUnitName} ke {visit.hostUnitName}
                </span>
                <span>
                  <ReaderTime of={visit} reader={{ timeZone: actor.timeZone, now }} />
                </span>
              </a>
            </li>
          ))}
        </ul>
      ) : (
        <Empty icon="calendar" title="Belum ada kunjungan yang sudah pasti">
          Kunjungan muncul di sini setelah tuan rumahnya menerima.
        </Empty>
      )}
    </section>
  );
}

/** What the own regional office arranged and the units have yet to settle, each with where it stands. */
function ArrangedVisits({ visits, actor, now }: NextVisitsProps): VNode {
  return (
    <section class="card mb-3">
      <div class="card-header">
        <h2 class="card-title d-flex gap-2 align-items-center">
          <Icon name="people" />
          Diatur Kanwil, menunggu UPT
        </h2>
        <a class="ms-auto" href="/kunjungan?tab=diatur">
          Semua<span class="visually-hidden"> yang diatur Kanwil</span>
        </a>
      </div>
      <ul class="list-group list-group-flush">
        {visits.map((visit) => (
          <li class="list-group-item" key={visit.id}>
            <a class="row-link" href={`/kunjungan/${visit.id}`}>
              <span class="fw-medium">{visit.title}</span>
              <span class="text-secondary">
                {visit.guestUnitName} ke {visit.hostUnitName}
              </span>
              <span>
                <ReaderTime of={visit} reader={{ timeZone: actor.timeZone, now }} />
              </span>
              <span>
                <VisitStateBadge state={visit.state} />
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

const NextWords = ({ visit, now }: { visit: VisitLine; now: Date }): VNode => (
  <span class="next-countdown">
    <Countdown visit={visit} now={now} />
  </span>
);

function News({ news, zone }: { news: readonly RecentStep[]; zone: Zone }): VNode {
  return (
    <section class="card mb-3">
      <div class="card-header">
        <h2 class="card-title d-flex gap-2 align-items-center">
          <Icon name="history" />
          Baru di wilayah Anda
        </h2>
      </div>
      <ul class="list-group list-group-flush">
        {news.map(({ id, title, state, guestUnitName, hostUnitName, at }) => (
          <li class="list-group-item" key={id}>
            <a class="row-link" href={`/kunjungan/${id}`}>
              <span class="fw-medium">{title}</span>
              <span class="text-secondary">
                {guestUnitName} ke {hostUnitName}
              </span>
              <span class="text-secondary">
                <VisitStateBadge state={state} /> {formatDate(at, zone)}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
