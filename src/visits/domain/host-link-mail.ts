import type { Deadline } from '../../platform/text/deadline.js';
import type { LetterBlock } from '../../platform/text/letter.js';

/** Where a host answers at which nobody has an account, and until when. */
export interface HostLink {
  href: string;
  due: Deadline;
}

interface LinkedVisit {
  hostUnitName: string;
  pageUrl: string;
  answer: HostLink | null;
}

export const linkOpening = (visit: { guestUnitName: string; hostUnitName: string }): string =>
  `${visit.guestUnitName} menunggu jawaban ${visit.hostUnitName}. Anda menjawab tanpa akun: buka tautan berikut, tulis nama dan jabatan Anda, lalu terima, tolak, atau usulkan waktu lain.`;

/** Where the reader goes on: to the visit, or to the answer. A link dies with what it asks; whoever has it answers for the host. */
export const lastBlocks = ({ hostUnitName, pageUrl, answer }: LinkedVisit): LetterBlock[] =>
  answer === null
    ? [{ action: 'Buka kunjungan', href: pageUrl }]
    : [
        { action: 'Jawab permintaan ini', href: answer.href, open: true },
        {
          text: `Tautan ini untuk pimpinan ${hostUnitName}; mohon hanya diteruskan kepada yang berwenang menjawab. Tautan berakhir sesudah permintaan dijawab, ditarik kembali, atau kedaluwarsa.`,
        },
      ];
