import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import type { VisitPair } from '../queries/visit-pairs.js';
import type { HostAnswers, VisitFigures } from '../use-cases/sinergi-figures.js';
import type { FigureLinks } from './sinergi-query.js';
import { monthName, spanWords } from './sinergi-words.js';

const BAR_WIDTH = 100;
const BAR_HEIGHT = 10;

interface MonthsProps {
  months: VisitFigures['months'];
  links: FigureLinks;
}

/** Visits by month: a bar beside each number, for those who see it. */
export function Months({ months: every, links }: MonthsProps): VNode | null {
  const months = every.filter(({ count, before }) => count + before > 0);
  if (months.length === 0) return null;
  const most = Math.max(1, ...months.map(({ count }) => count));
  return (
    <Card title="Kunjungan menurut bulan">
      <table class="table card-table sinergi-months">
        <thead>
          <tr>
            <th scope="col">Bulan</th>
            <th scope="col">Kunjungan</th>
            <th scope="col">Sebelumnya</th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, count, before }) => (
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
                  <a href={links.visits({ dari: month, sampai: month })}>
                    {count}
                    <span class="visually-hidden"> kunjungan pada {monthName(month)}</span>
                  </a>
                </div>
              </td>
              <td>{before}</td>
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
                <a href={links.visits({ tamu: guest, tuan: host, keadaan: 'disepakati' })}>
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
  answers: readonly HostAnswers[];
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

interface SilentProps {
  silent: VisitFigures['silent'];
  isOneOffice: boolean;
  links: FigureLinks;
}

export function Silent({ silent: { count, before, units }, isOneOffice, links }: SilentProps): VNode {
  return (
    <Card title={`Belum berkunjung dan belum dikunjungi (${count})`}>
      <p class="card-body mb-0">
        <a href={links.silent()}>{count} UPT belum ikut dalam periode ini</a>
        <span class="text-secondary">; sebelumnya {before}.</span>
      </p>
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
