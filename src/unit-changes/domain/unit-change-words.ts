import { formatCalendarDate } from '../../platform/text/dates.js';
import type { UnitChange, UnitChangeKind, UnitChangeState } from './unit-change.js';

export const changeKindWords: Readonly<Record<UnitChangeKind, string>> = {
  opened: 'UPT baru',
  closed: 'UPT ditutup',
  merged: 'UPT bergabung ke UPT lain',
  split: 'UPT dipecah',
  renamed: 'Nama, jenis, atau kelas berubah',
};

export const changeStateWords: Readonly<Record<UnitChangeState, { name: string; colour: string }>> = {
  proposed: { name: 'Diusulkan', colour: 'yellow' },
  decided: { name: 'Disetujui', colour: 'blue' },
  refused: { name: 'Ditolak', colour: 'red' },
  withdrawn: { name: 'Dibatalkan', colour: 'secondary' },
  done: { name: 'Berlaku', colour: 'green' },
};

/** What a sentence about a change names. */
export interface NamedChange extends Pick<
  UnitChange,
  'kind' | 'effectiveOn' | 'name' | 'opens' | 'endsOrigin'
> {
  /** What the unit and its successor are called; null for none. */
  unitName: string | null;
  successorName: string | null;
}

/** What becomes of which unit, without the date: `Rutan Banjarnegara bergabung ke Lapas Purwokerto`. */
export function changeTitle({ kind, unitName, successorName, name, opens, endsOrigin }: NamedChange): string {
  const opened = opens.map((unit) => unit.name).join(', ');
  switch (kind) {
    case 'opened':
      return `${opened} dibuka`;
    case 'closed':
      return `${unitName} ditutup`;
    case 'merged':
      return `${unitName} bergabung ke ${successorName}`;
    case 'split':
      return `${unitName} dipecah: ${opened}${endsOrigin ? '; UPT asalnya ditutup' : ''}`;
    case 'renamed':
      return `${unitName} menjadi ${name}`;
  }
}

/** `Rutan Banjarnegara ditutup mulai 1 Januari 2026`. */
export const changeSentence = (change: NamedChange): string =>
  `${changeTitle(change)} mulai ${formatCalendarDate(change.effectiveOn)}`;
