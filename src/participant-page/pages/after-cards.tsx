import type { VNode } from 'preact';
import { followUpStateNames } from '../../follow-ups/index.js';
import { Card } from '../../platform/pages/card.js';
import { formatCalendarDate } from '../../platform/text/dates.js';
import type { ParticipantPage } from '../use-cases/read-participant-page.js';
import { addressOf } from './addresses.js';

interface AfterProps {
  token: string;
  page: ParticipantPage;
  /** What the summary tells. */
  told: VNode[];
}

/** After the visit: what to say of it, what was promised, and what came of it. */
export function AfterCards({ token, page, told }: AfterProps): VNode {
  const { summary, promises } = page;
  return (
    <>
      <FeedbackCard token={token} page={page} />
      {promises.length > 0 && (
        <Card title="Tindak lanjut atas nama Anda">
          <ul class="list-group list-group-flush">
            {promises.map(({ id, what, unitName, dueOn, state }) => (
              <li class="list-group-item" key={id}>
                <div class="fw-medium">{what}</div>
                <div class="text-secondary">
                  {unitName} · paling lambat {formatCalendarDate(dueOn)} · {followUpStateNames[state]}
                </div>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {summary && (
        <Card title={summary.revision === 1 ? 'Ringkasan' : `Ringkasan, revisi ${summary.revision}`}>
          <div class="card-body">{told}</div>
        </Card>
      )}
    </>
  );
}

const feedbackWords = {
  open: ['Bagaimana kunjungan ini menurut Anda? Mengisinya hanya perlu dua menit.', 'Isi masukan'],
  given: ['Masukan Anda sudah tersimpan. Terima kasih.', 'Lihat atau ubah masukan saya'],
  closed: [
    'Masukan untuk kunjungan ini sudah ditutup. Yang Anda tulis masih dapat Anda hapus.',
    'Lihat masukan saya',
  ],
} as const;

function FeedbackCard({ token, page: { feedback } }: Omit<AfterProps, 'told'>): VNode | null {
  if (feedback === null) return null;
  const [words, action] = feedbackWords[feedback];
  return (
    <Card title="Masukan">
      <div class="card-body">
        <p>{words}</p>
        <a class={`btn w-100 ${feedback === 'open' ? 'btn-primary' : ''}`} href={addressOf(token, 'masukan')}>
          {action}
        </a>
      </div>
    </Card>
  );
}
