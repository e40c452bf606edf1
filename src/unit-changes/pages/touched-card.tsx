import type { VNode } from 'preact';
import { readerTimeLine, type TimeReader } from '../../platform/text/reader-time.js';
import type { TouchedVisit } from '../queries/touched-visits.js';

/** The field that says which visits were shown, and its ids. */
const SEEN = 'seen';
export const seenIn = (field: string): string[] => field.split(' ').filter(Boolean);

interface TouchedCardProps {
  visits: readonly TouchedVisit[];
  reader: TimeReader;
  /** What becomes of them, as a sentence. */
  words: string;
  /** Whether it stands in the form that is sent, as an alert. */
  isNew?: boolean;
}

/** Names the visits to come that a change touches, before it is saved; stands in its form. */
export function TouchedCard({ visits, reader, words, isNew = false }: TouchedCardProps): VNode | null {
  if (visits.length === 0) return null;
  return (
    <div
      class={`alert d-block ${isNew ? 'alert-warning' : 'alert-info'}`}
      role={isNew ? 'alert' : undefined}
      id="kunjungan-terkena"
    >
      <h2 class="alert-title">
        {visits.length} kunjungan yang akan datang terkena perubahan ini.
        {isNew && ' Belum ada yang disimpan.'}
      </h2>
      <ul>
        {visits.map((visit) => (
          <li key={visit.id}>
            <a class="text-decoration-underline" href={`/kunjungan/${visit.id}`}>
              {visit.title}
            </a>
            : {visit.guestUnitName} ke {visit.hostUnitName}, {readerTimeLine(visit, reader)}
            {visit.isAgreed ? ' (sudah disepakati)' : ' (menunggu jawaban)'}
          </li>
        ))}
      </ul>
      <p class="mb-0">{words}</p>
      <input type="hidden" name={SEEN} value={visits.map(({ id }) => id).join(' ')} />
    </div>
  );
}

/** What becomes of the visits that a change touches. */
export function touchedWords({ callsOff, kind }: { callsOff: boolean; kind: string }): string {
  const agreed = callsOff
    ? 'Yang sudah disepakati dibatalkan'
    : 'Yang sudah disepakati tetap berlaku, agar kedua UPT dapat memindahkan atau membatalkannya';
  const asked =
    kind === 'merged'
      ? 'permintaan yang belum dijawab dijawab oleh penerusnya'
      : 'permintaan yang belum dijawab berakhir';
  return `${agreed}; ${asked}. Kedua UPT dan Kanwilnya diberi tahu lewat surel.`;
}
