import type { VNode } from 'preact';
import type { Page } from '../../platform/http/cursor.js';
import type { Chosen } from '../../platform/pages/paging.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatCalendarDate, formatDate } from '../../platform/text/dates.js';
import { readerTimeLine } from '../../platform/text/reader-time.js';
import { periodWords } from '../domain/period-words.js';
import { isEnded, type PromiseKind, type ScopedFollowUp } from '../queries/scoped-follow-ups.js';
import type { ScopedNote } from '../queries/scoped-notes.js';
import type { ScopedReplication } from '../queries/scoped-replications.js';
import type { ScopedVisit } from '../queries/scoped-visits.js';
import type { SilentUnit } from '../queries/silent-units.js';
import {
  cutNames,
  NOW_LEAD,
  promiseNames,
  stateNames,
  summaryNames,
  summaryOf,
  learningNames,
  learningOf,
} from '../use-cases/sinergi-words.js';
import { FigureList } from './figure-list.js';
import type { TypedScope } from './sinergi-query.js';

const WIDEN = 'Perluas periode atau lepaskan program di halaman Sinergi.';

interface ListProps<Item> {
  actor: Actor;
  scope: TypedScope;
  page: Page<Item>;
  cursor: string | undefined;
}

interface VisitListPageProps extends Omit<ListProps<ScopedVisit>, 'cursor'> {
  /** What the figure counted. */
  cut: Chosen;
  now: Date;
}

/** The visits that a figure counted. */
export function CountedVisitsPage({ actor, scope, page, cut, now }: VisitListPageProps): VNode {
  return (
    <FigureList
      actor={actor}
      scope={scope}
      title={visitsTitle(cut)}
      {...(isOfNow(cut) && { lead: NOW_LEAD })}
      items={page.items}
      empty={['visit', 'Tidak ada kunjungan di sini', WIDEN]}
      line={({ id, title, guestName, hostName, state, ...time }) => ({
        key: id,
        href: `/kunjungan/${id}`,
        name: title,
        about: `${guestName} ke ${hostName} · ${stateNames.get(state) ?? state}`,
        last: readerTimeLine(time, { timeZone: actor.timeZone, now }),
      })}
      paging={{
        label: 'Halaman kunjungan',
        path: '/sinergi/kunjungan',
        cut,
        nextCursor: page.nextCursor,
      }}
    />
  );
}

/** Whether the figure is of now, so that its list has no period. */
function isOfNow(cut: Chosen): boolean {
  const summary = summaryOf(cut['ringkasan']);
  return cut['keadaan'] === 'belum-dijawab' || summary === 'waiting' || summary === 'late';
}

function visitsTitle(cut: Chosen): string {
  const summary = summaryOf(cut['ringkasan']);
  if (summary) return `Kunjungan: ${summaryNames[summary][1].toLowerCase()}`;
  const learning = learningOf(cut['pelajaran']);
  if (learning) return learningNames[learning][1];
  const state = cutNames.get(cut['keadaan'] ?? '');
  return state ? `Kunjungan: ${state.toLowerCase()}` : 'Kunjungan dalam sinergi';
}

interface PromiseListPageProps extends ListProps<ScopedFollowUp> {
  kind: PromiseKind;
}

/** The promises that a figure counted. */
export function PromiseListPage({ actor, scope, kind, page, cursor }: PromiseListPageProps): VNode {
  return (
    <FigureList
      actor={actor}
      scope={scope}
      title={`Tindak lanjut: ${promiseNames[kind].toLowerCase()}`}
      lead={isEnded(kind) ? periodWords(scope) : NOW_LEAD}
      items={page.items}
      empty={['tasks', 'Tidak ada tindak lanjut di sini', WIDEN]}
      line={({ id, what, unitName, personName, dueOn }) => ({
        key: id,
        href: `/tindak-lanjut/${id}`,
        name: what,
        about: `${personName}, ${unitName}`,
        last: `Paling lambat ${formatCalendarDate(dueOn)}`,
      })}
      paging={{
        label: 'Halaman tindak lanjut',
        path: '/sinergi/tindak-lanjut',
        cut: { keadaan: kind, cursor },
        nextCursor: page.nextCursor,
      }}
    />
  );
}

/** The practices that were copied in the period. */
export function ReplicationListPage({ actor, scope, page, cursor }: ListProps<ScopedReplication>): VNode {
  return (
    <FigureList
      actor={actor}
      scope={scope}
      title="Praktik yang direplikasi"
      items={page.items}
      empty={[
        'tasks',
        'Belum ada praktik yang direplikasi',
        'Replikasi tercatat saat tuan rumah membenarkan tindak lanjut yang selesai.',
      ]}
      line={({ id, followUp, practice, fromName, toName, since }) => ({
        key: id,
        href: `/tindak-lanjut/${followUp}`,
        name: practice,
        about: `Dari ${fromName}, kini di ${toName}`,
        last: `Sejak ${formatCalendarDate(since)}`,
      })}
      paging={{
        label: 'Halaman replikasi',
        path: '/sinergi/replikasi',
        cut: { cursor },
        nextCursor: page.nextCursor,
      }}
    />
  );
}

/** The practices that were published in the period. */
export function CountedNotesPage({ actor, scope, page, cursor }: ListProps<ScopedNote>): VNode {
  return (
    <FigureList
      actor={actor}
      scope={scope}
      title="Praktik baik yang terbit"
      items={page.items}
      empty={['book', 'Belum ada praktik baik yang terbit', WIDEN]}
      line={({ id, title, unitName, publishedAt, timeZone, replications }) => ({
        key: id,
        href: `/praktik-baik/${id}`,
        name: title,
        about: `${unitName} · ${replications} kali direplikasi`,
        last: `Terbit ${formatDate(publishedAt, timeZone)}`,
      })}
      paging={{
        label: 'Halaman praktik baik',
        path: '/sinergi/praktik-baik',
        cut: { cursor },
        nextCursor: page.nextCursor,
      }}
    />
  );
}

interface SilentListPageProps {
  actor: Actor;
  scope: TypedScope;
  units: readonly SilentUnit[];
}

/** The units that neither visited nor were visited in the period. */
export function SilentListPage({ actor, scope, units }: SilentListPageProps): VNode {
  return (
    <FigureList
      actor={actor}
      scope={scope}
      title="Belum berkunjung dan belum dikunjungi"
      items={units}
      empty={[
        'network',
        'Semua UPT sudah ikut',
        'Semua UPT sudah berkunjung atau dikunjungi dalam periode ini.',
      ]}
      line={({ code, name, officeName }) => ({ key: code, href: `/upt/${code}`, name, last: officeName })}
    />
  );
}
