import type { VNode } from 'preact';
import type { Page } from '../../platform/http/cursor.js';
import { Layout } from '../../platform/pages/layout.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import { Paging, pathWith, type Chosen } from '../../platform/pages/paging.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatCalendarDate, formatDateTimeRange } from '../../platform/text/dates.js';
import type { Scope } from '../domain/scope.js';
import type { PromiseKind, ScopedFollowUp } from '../queries/scoped-follow-ups.js';
import type { ScopedVisit } from '../queries/scoped-visits.js';
import { askedFor } from './sinergi-query.js';
import { periodWords } from '../domain/period-words.js';
import { cutNames, promiseNames, stateNames, summaryNames, summaryOf } from '../use-cases/sinergi-words.js';

interface VisitListPageProps {
  actor: Actor;
  scope: Scope;
  page: Page<ScopedVisit>;
  /** What the figure counted. */
  cut: Chosen;
}

/** The visits that a figure counted. */
export function VisitListPage({ actor, scope, page, cut }: VisitListPageProps): VNode {
  const asked = askedFor(actor, scope);
  const state = cutNames.get(cut['keadaan'] ?? '');
  const summary = summaryOf(cut['ringkasan']);
  const title = summary
    ? `Kunjungan: ${summaryNames[summary][1].toLowerCase()}`
    : state
      ? `Kunjungan: ${state.toLowerCase()}`
      : 'Kunjungan dalam sinergi';
  return (
    <Layout title={title} actor={actor} path="/sinergi">
      <PageHeading title={title} lead={periodWords(scope)} back={[pathWith('/sinergi', asked), 'Sinergi']} />
      <div class="card">
        {page.items.length === 0 && (
          <Empty icon="visit" title="Tidak ada kunjungan di sini">
            Perluas periode atau lepaskan program di halaman Sinergi.
          </Empty>
        )}
        <ul class="list-group list-group-flush">
          {page.items.map((visit) => (
            <li class="list-group-item" key={visit.id}>
              <a class="row-link" href={`/kunjungan/${visit.id}`}>
                <span class="fw-medium">{visit.title}</span>
                <span>
                  {visit.guestName} ke {visit.hostName} · {stateNames.get(visit.state) ?? visit.state}
                </span>
                <span class="text-secondary">
                  {formatDateTimeRange(visit.startsAt, visit.endsAt, visit.timeZone)}
                </span>
              </a>
            </li>
          ))}
        </ul>
        <Paging
          label="Halaman kunjungan"
          path="/sinergi/kunjungan"
          chosen={{ ...asked, ...cut }}
          nextCursor={page.nextCursor}
          first="Kembali ke awal"
          next="Berikutnya"
        />
      </div>
    </Layout>
  );
}

interface PromiseListPageProps {
  actor: Actor;
  scope: Scope;
  kind: PromiseKind;
  page: Page<ScopedFollowUp>;
  cursor: string | undefined;
}

/** The promises that a figure counted. */
export function PromiseListPage({ actor, scope, kind, page, cursor }: PromiseListPageProps): VNode {
  const asked = askedFor(actor, scope);
  const title = `Tindak lanjut: ${promiseNames[kind].toLowerCase()}`;
  return (
    <Layout title={title} actor={actor} path="/sinergi">
      <PageHeading
        title={title}
        lead={`Dari kunjungan ${periodWords(scope)}`}
        back={[pathWith('/sinergi', asked), 'Sinergi']}
      />
      <div class="card">
        {page.items.length === 0 && (
          <Empty icon="tasks" title="Tidak ada tindak lanjut di sini">
            Perluas periode atau lepaskan program di halaman Sinergi.
          </Empty>
        )}
        <ul class="list-group list-group-flush">
          {page.items.map(({ id, what, unitName, personName, dueOn }) => (
            <li class="list-group-item" key={id}>
              <a class="row-link" href={`/tindak-lanjut/${id}`}>
                <span class="fw-medium">{what}</span>
                <span>
                  {personName}, {unitName}
                </span>
                <span class="text-secondary">Paling lambat {formatCalendarDate(dueOn)}</span>
              </a>
            </li>
          ))}
        </ul>
        <Paging
          label="Halaman tindak lanjut"
          path="/sinergi/tindak-lanjut"
          chosen={{ ...asked, keadaan: kind, cursor }}
          nextCursor={page.nextCursor}
          first="Kembali ke awal"
          next="Berikutnya"
        />
      </div>
    </Layout>
  );
}
