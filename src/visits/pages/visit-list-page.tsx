import type { VNode } from 'preact';
import type { Page } from '../../platform/http/cursor.js';
import { Paging } from '../../platform/pages/paging.js';
import { Layout } from '../../platform/pages/layout.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatDateTimeRange } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import { visitStates } from '../domain/visit-states.js';
import type { VisitLine } from '../queries/list-visits.js';
import { VisitStateBadge } from './state-badge.js';
import { visitStateWords } from './visit-words.js';

interface Choice {
  state?: string | undefined;
  query?: string | undefined;
  cursor?: string | undefined;
}

interface VisitListPageProps {
  actor: Actor;
  page: Page<VisitLine>;
  chosen: Choice;
}

export function VisitListPage({ actor, page, chosen }: VisitListPageProps): VNode {
  return (
    <Layout title="Kunjungan" actor={actor} path="/kunjungan">
      <h1 class="mb-2">Kunjungan</h1>
      <div class="card">
        <div class="card-header">
          <Search chosen={chosen} />
        </div>
        {page.items.length > 0 ? (
          <ul class="list-group list-group-flush">
            {page.items.map((visit) => (
              <VisitItem key={visit.id} visit={visit} />
            ))}
          </ul>
        ) : (
          <p class="card-body mb-0">
            Tidak ada kunjungan yang cocok. Ubah pencarian untuk melihat yang lain.
          </p>
        )}
        <Paging
          label="Halaman kunjungan"
          path="/kunjungan"
          chosen={{ ...chosen }}
          nextCursor={page.nextCursor}
          first="Kembali ke awal"
          next="Berikutnya"
        />
      </div>
    </Layout>
  );
}

function Search({ chosen: { state, query } }: { chosen: Choice }): VNode {
  return (
    <form class="row g-2 w-100" method="get" action="/kunjungan" role="search">
      <div class="col-sm">
        <label class="form-label" for="query">
          Cari
        </label>
        <input
          class="form-control"
          id="query"
          name="query"
          value={query}
          placeholder="Judul, nomor, atau nama UPT"
          maxLength={100}
        />
      </div>
      <div class="col-sm-auto">
        <label class="form-label" for="state">
          Keadaan
        </label>
        <select class="form-select" id="state" name="state">
          <option value="">Semua</option>
          {visitStates.map((each) => (
            <option key={each} value={each} selected={each === state}>
              {visitStateWords[each].name}
            </option>
          ))}
        </select>
      </div>
      <div class="col-sm-auto align-self-end">
        <button class="btn btn-primary w-100" type="submit">
          Tampilkan
        </button>
      </div>
    </form>
  );
}

function VisitItem({ visit }: { visit: VisitLine }): VNode {
  return (
    <li class="list-group-item">
      <a class="mail-row" href={`/kunjungan/${visit.id}`}>
        <span class="mail-row-subject">{visit.title}</span>
        <span class="mail-row-aside">
          <VisitStateBadge state={visit.state} />
        </span>
        <span class="text-secondary">
          {visit.guestUnitName} ke {visit.hostUnitName}
        </span>
        <span class="text-secondary mail-row-aside">
          {formatDateTimeRange(visit.startsAt, visit.endsAt, visit.timeZone as Zone)}
        </span>
      </a>
    </li>
  );
}
