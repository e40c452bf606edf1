import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { formatDate } from '../../platform/text/dates.js';
import type { AnswerTime } from '../queries/answer-times.js';
import type { Scope } from '../queries/scope.js';
import type { SilentUnit } from '../queries/silent-units.js';
import type { UnsummarisedVisit } from '../queries/unsummarised-visits.js';
import type { VisitPair } from '../queries/visit-pairs.js';
import type { MonthCount } from '../queries/visits-by-month.js';
import type { FigureLinks } from './sinergi-query.js';
import { lastDayOf, monthName, spanWords } from './sinergi-words.js';

const BAR_WIDTH = 100;
const BAR_HEIGHT = 10;

interface MonthsProps {
  months: readonly MonthCount[];
  scope: Scope;
  links: FigureLinks;
}

/** Visits by month: a bar beside each number, for those who see it. */
export function Months({ months, scope, links }: MonthsProps): VNode | null {
  if (months.length === 0) return null;
  const most = Math.max(...months.map(({ count }) => count));
  // The first and the last month count only the days that the period holds.
  const from = (month: string): string => (`${month}-01` < scope.from ? scope.from : `${month}-01`);
  const to = (month: string): string => (lastDayOf(month) > scope.to ? scope.to : lastDayOf(month));
  return (
    <Card title="Kunjungan menurut bulan">
      <table class="table card-table sinergi-months">
        <thead>
          <tr>
            <th scope="col">Bulan</th>
            <th scope="col">Kunjungan</th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, count }) => (
            <tr key={month}>
              <th scope="row">{monthName(month)}</th>
              <td>
                <div class="sinergi-bar">
                  <svg
                    viewBox={`0 0 ${BAR_WIDTH} ${BAR_HEIGHT}`}
                    preserveAspectRatio="none"
                    aria-hidden="true"
                  >
                    <rect width={(BAR_WIDTH * count) / most} height={BAR_HEIGHT} />
                  </svg>
                  <a href={links.visits({ dari: from(month), sampai: to(month) })}>
                    {count}
                    <span class="visually-hidden"> kunjungan pada {monthName(month)}</span>
                  </a>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

export function Pairs({ pairs, links }: { pairs: readonly VisitPair[]; links: FigureLinks }): VNode | null {
  if (pairs.length === 0) return null;
  return (
    <Card title="Siapa mengunjungi siapa">
      <table class="table card-table">
        <thead>
          <tr>
            <th scope="col">Tamu</th>
            <th scope="col">Tuan rumah</th>
            <th scope="col">Kali</th>
          </tr>
        </thead>
        <tbody>
          {pairs.map(({ guest, guestName, host, hostName, count }) => (
            <tr key={`${guest} ${host}`}>
              <td>{guestName}</td>
              <td>{hostName}</td>
              <td>
                <a href={links.visits({ tamu: guest, tuan: host })}>
                  {count}
                  <span class="visually-hidden">
                    {' '}
                    kunjungan {guestName} ke {hostName}
                  </span>
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

interface AnswersProps {
  answers: readonly AnswerTime[];
  links: FigureLinks;
}

export function Answers({ answers, links }: AnswersProps): VNode | null {
  if (answers.length === 0) return null;
  return (
    <Card title="Berapa lama tuan rumah menjawab">
      <p class="card-body text-secondary mb-0 pb-2">
        Nilai tengah: separuh permintaan dijawab dalam waktu ini atau lebih cepat.
      </p>
      <table class="table card-table">
        <thead>
          <tr>
            <th scope="col">Tuan rumah</th>
            <th scope="col">Nilai tengah</th>
            <th scope="col">Dijawab</th>
          </tr>
        </thead>
        <tbody>
          {answers.map(({ host, hostName, count, medianHours }) => (
            <tr key={host}>
              <td>{hostName}</td>
              <td>{spanWords(medianHours)}</td>
              <td>
                <a href={links.visits({ tuan: host, dijawab: 'ya' })}>
                  {count}
                  <span class="visually-hidden"> permintaan yang dijawab {hostName}</span>
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

export function LateSummaries({ visits }: { visits: readonly UnsummarisedVisit[] }): VNode {
  return (
    <div id="ringkasan">
      <Card title={`Ringkasan terlambat (${visits.length})`}>
        {visits.length === 0 ? (
          <p class="card-body mb-0">Semua ringkasan terbit dalam dua hari kerja setelah kunjungan.</p>
        ) : (
          <ul class="list-group list-group-flush">
            {visits.map(({ id, title, guestName, hostName, endsAt, timeZone }) => (
              <li class="list-group-item" key={id}>
                <a class="row-link" href={`/kunjungan/${id}`}>
                  <span class="fw-medium">{title}</span>
                  <span class="text-secondary">
                    {guestName} ke {hostName} · {formatDate(endsAt, timeZone)}
                  </span>
                </a>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </div>
  );
}

interface SilentProps {
  units: readonly SilentUnit[];
  isOneOffice: boolean;
}

export function Silent({ units, isOneOffice }: SilentProps): VNode {
  return (
    <Card title={`Belum berkunjung dan belum dikunjungi (${units.length})`}>
      {!isOneOffice && (
        <p class="card-body mb-0">Pilih satu Kanwil untuk melihat nama UPT yang belum ikut.</p>
      )}
      {isOneOffice && units.length === 0 && (
        <p class="card-body mb-0">Semua UPT sudah berkunjung atau dikunjungi dalam periode ini.</p>
      )}
      {isOneOffice && units.length > 0 && (
        <ul class="card-body sinergi-silent">
          {units.map(({ code, name }) => (
            <li key={code}>
              <a href={`/upt/${code}`}>{name}</a>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
