import type { IconName } from '../../platform/pages/icon.js';
import { formatCalendarDate } from '../../platform/text/dates.js';
import type { FollowUpHistoryLine } from '../queries/follow-up-facts.js';
import { followUpStateNames } from '../domain/follow-up-state-names.js';
import type { FollowUpSort } from '../queries/list-follow-ups.js';
import { hasFollowUpTrait, type FollowUpState } from '../domain/follow-up-states.js';

export { followUpStateNames, replicationWords } from '../domain/follow-up-state-names.js';

/** What stands in the column of each state. */
export const followUpColumns: Readonly<Record<FollowUpState, { icon: IconName; none: string }>> = {
  open: { icon: 'clock', none: 'Tidak ada yang menunggu dimulai.' },
  'in-progress': { icon: 'pencil', none: 'Tidak ada yang sedang dikerjakan.' },
  done: { icon: 'check', none: 'Belum ada yang selesai.' },
  dropped: { icon: 'close', none: 'Tidak ada yang dihentikan.' },
};

/** What a list goes by, as its page's address says it. */
export const sortWords = {
  due: 'Tempo terdekat',
  '-due': 'Tempo terjauh',
  what: 'Tindak lanjut, A–Z',
  '-what': 'Tindak lanjut, Z–A',
  unit: 'UPT, A–Z',
  '-unit': 'UPT, Z–A',
  person: 'Penanggung jawab, A–Z',
  '-person': 'Penanggung jawab, Z–A',
  state: 'Keadaan, dari awal',
  '-state': 'Keadaan, dari akhir',
  '-changed': 'Terakhir berubah',
  changed: 'Paling lama tidak berubah',
} as const satisfies Record<FollowUpSort | `-${FollowUpSort}`, string>;

export interface FollowUpStepWords {
  button: string;
  /** What follows from it. */
  consequence: string;
}

const takenUp: FollowUpStepWords = {
  button: 'Kerjakan lagi',
  consequence: 'Kembali ke “Sedang dikerjakan”; riwayatnya tetap tersimpan.',
};
const begun: FollowUpStepWords = {
  button: 'Mulai kerjakan',
  consequence: 'UPT tamu, UPT tujuan, dan Kanwil melihat bahwa ini sedang dikerjakan.',
};

/** What a step from one state to another is called. */
export function followUpStepWords(from: FollowUpState, to: FollowUpState): FollowUpStepWords {
  if (to === 'done') {
    return {
      button: 'Tandai selesai',
      consequence: 'Bukti di bawah ini dibaca UPT tamu, UPT tujuan, dan Kanwil. Masih dapat dikerjakan lagi.',
    };
  }
  if (to === 'dropped') {
    return {
      button: 'Tidak diteruskan',
      consequence: 'Tidak lagi ditagih. Alasannya dibaca UPT tamu, UPT tujuan, dan Kanwil.',
    };
  }
  if (to === 'in-progress') return from === 'open' ? begun : takenUp;
  return {
    button: 'Kembalikan ke “Belum dimulai”',
    consequence: 'Kembali menunggu dimulai; tanggal jatuh temponya tetap.',
  };
}

/** Whether something is late: not yet done or dropped after its due date (both calendar dates). */
export const isOverdue = (state: FollowUpState, dueOn: string, today: string): boolean =>
  hasFollowUpTrait(state, 'waits') && dueOn < today;

/** What somebody did, after the name. */
export function followUpActionWords({ action, toState, dueOn, fromDueOn }: FollowUpHistoryLine): string {
  const due = formatCalendarDate(dueOn);
  switch (action) {
    case 'promised':
      return 'mencatat tindak lanjut ini';
    case 'moved':
      return `memindahkan ke “${followUpStateNames[toState]}”`;
    case 'postponed':
      return `menunda ${fromDueOn ? `dari ${formatCalendarDate(fromDueOn)} ` : ''}ke ${due}`;
    case 'replication-confirmed':
      return 'mengonfirmasi replikasi';
    case 'replication-withdrawn':
      return 'menarik konfirmasi replikasi';
    case 'changed':
      return `mengubah isinya; paling lambat ${due}`;
  }
}
