import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import type { Compared, HostAnswers, SinergiFigures, VisitFigures } from '../use-cases/sinergi-figures.js';
import type { FigureLinks } from './sinergi-query.js';
import { monthWords } from '../../platform/text/calendar-words.js';
import { spanWords } from '../domain/period-words.js';

const BAR_WIDTH = 100;
const BAR_HEIGHT = 10;

/** Most hosts whose answers the page tells of. */
const MOST_HOSTS = 20;

interface BarLine extends Compared {
  key: string;
  name: string;
  href: string;
}

interface BarsProps {
  title: string;
  /** What a line is counted by: `Bulan`. */
  by: string;
  lines: readonly BarLine[];
}

/** Counts under each other: a bar beside each number, for those who see it. */
function Bars({ title, by, lines }: BarsProps): VNode | null {
  const shown = lines.filter(({ count, before }) => count + before > 0);
  if (shown.length === 0) return null;
  const most = Math.max(1, ...shown.map(({ count }) => count));
  return (
    <Card title={title}>
      <table class="table card-table sinergi-bars">
        <thead>
          <tr>
            <th scope="col">{by}</th>
            <th scope="col">Kunjungan</th>
            <th scope="col">Sebelumnya</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ key, name, count, before, href }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td>
                <div class="sinergi-bar">
                  <svg
                    viewBox={`0 0 ${BAR_WIDTH} ${BAR_HEIGHT}`}
                    preserveAspectRatio="none"
                    aria-hidden="true"
                  >
                    <rect width={(BAR_WIDTH * count) / most} height={BAR_HEIGHT} />
                  </svg>
                  <a href={href}>
                    {count}
                    <span class="visually-hidden"> kunjungan: {name}</span>
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

interface FiguresProps {
  figures: SinergiFigures;
  links: FigureLinks;
}

export const Months = ({ figures, links }: FiguresProps): VNode => (
  <Bars
    title="Kunjungan menurut bulan"
    by="Bulan"
    lines={figures.months.map((line) => ({
      ...line,
      key: line.month,
      name: monthWords(line.month),
      href: links.visits({ dari: line.month, sampai: line.month }),
    }))}
  />
);

export const Programs = ({ figures, links }: FiguresProps): VNode => (
  <Bars
    title="Kunjungan menurut program"
    by="Program"
    lines={figures.programs.map((line) => ({
      ...line,
      key: line.program,
      href: links.visits({ program: line.program }),
    }))}
  />
);

export const Offices = ({ figures, links }: FiguresProps): VNode => (
  <Bars
    title="Kunjungan menurut Kanwil"
    by="Kanwil"
    lines={figures.offices.map((line) => ({
      ...line,
      key: line.office,
      href: links.visits({ kanwil: line.office }),
    }))}
  />
);

/** Practices that were copied most, each with its way from unit to unit. */
export function Practices({ figures: { practices }, links }: FiguresProps): VNode | null {
  if (practices.length === 0) return null;
  return (
    <Card title="Praktik yang direplikasi">
      <p class="card-body mb-0 pb-2">
        <a href={links.replications()}>Semua replikasi dalam periode ini</a>
      </p>
      <ul class="list-group list-group-flush">
        {practices.map(({ note, title, unitName, count }) => (
          <li class="list-group-item" key={note ?? ''}>
            {note === null ? (
              <span>Tanpa catatan praktik baik</span>
            ) : (
              <a class="row-link" href={`/praktik-baik/${note}`}>
                <span class="fw-medium">{title}</span>
                <span class="text-secondary">{unitName}</span>
              </a>
            )}
            <span class="text-secondary">direplikasi {count} kali</span>
          </li>
        ))}
      </ul>
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
        {answers.length > MOST_HOSTS && (
          <>
            {' '}
            Ditampilkan {MOST_HOSTS} tuan rumah yang paling lama menjawab dari {answers.length}.{' '}
            <a href={links.allAnswers()} download>
              Semua tuan rumah, untuk Excel
            </a>
          </>
        )}
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
          {answers.slice(0, MOST_HOSTS).map(({ host, hostName, count, medianHours }) => (
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
