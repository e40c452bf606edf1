import type { VNode } from 'preact';
import { formatDateTimeRange } from '../../platform/text/dates.js';
import { unseenOf, type DisplacedVisit } from '../domain/displaced-visits.js';

/** The field that says which displaced visits were shown. */
export const DISPLACED = 'displaced';

/** The ids of a form's field. */
export const shownIn = (field: string): string[] => field.split(' ').filter(Boolean);

/** Whether every displaced visit was shown to whoever saves. */
export const wereShown = (displaced: readonly DisplacedVisit[], shown: readonly string[]): boolean =>
  unseenOf(displaced, shown).length === 0;

/** Names the agreed visits that a change leaves without a time or place, before it is saved; stands in its form. */
export function DisplacedCard({ displaced }: { displaced: readonly DisplacedVisit[] }): VNode | null {
  if (displaced.length === 0) return null;
  return (
    <div class="alert alert-warning d-block" role="alert" id="kunjungan-terkena">
      <h2 class="alert-title">
        {displaced.length} kunjungan yang sudah disepakati terkena perubahan ini. Belum ada yang disimpan.
      </h2>
      <ul>
        {displaced.map(({ id, title, guestUnitName, hostUnitName, timeZone, because, ...time }) => (
          <li key={id}>
            <a class="text-decoration-underline" href={`/kunjungan/${id}`}>
              {title}
            </a>
            : {guestUnitName} ke {hostUnitName}, {formatDateTimeRange(time, timeZone)}. {because}
          </li>
        ))}
      </ul>
      <p class="mb-0">
        Kunjungan itu tetap berlaku; kedua UPT diberi tahu lewat surel agar mengubah jadwal bila perlu.
      </p>
      <input type="hidden" name={DISPLACED} value={displaced.map(({ id }) => id).join(' ')} />
    </div>
  );
}
