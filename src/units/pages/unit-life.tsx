import type { VNode } from 'preact';
import { formatCalendarDate } from '../../platform/text/dates.js';
import type { UnitDetailsFact } from '../queries/unit-details.js';

/** That a unit is no more, or will be, and what it became. */
export function UnitEnd({
  unit: { closedOn, successor, successorName },
  today,
}: {
  unit: UnitDetailsFact;
  today: string;
}): VNode | null {
  if (closedOn === null) return null;
  const when = `${closedOn <= today ? 'sejak' : 'mulai'} ${formatCalendarDate(closedOn)}`;
  return (
    <div class="alert alert-info d-block" role="status">
      {successor === null ? (
        <>Ditutup {when}.</>
      ) : (
        <>
          Bergabung ke{' '}
          <a class="text-decoration-underline" href={`/upt/${successor}`}>
            {successorName}
          </a>{' '}
          {when}.
        </>
      )}{' '}
      Kunjungan, catatan, dan tindak lanjutnya tetap dapat dibaca dengan nama saat itu.
    </div>
  );
}

/** What a unit was called before, and until when. */
export function FormerNames({ names }: { names: UnitDetailsFact['formerNames'] }): VNode {
  return (
    <ul class="list-unstyled mb-0">
      {names.map(({ name, usedUntil }) => (
        <li key={usedUntil}>
          {name} (sampai {formatCalendarDate(usedUntil)})
        </li>
      ))}
    </ul>
  );
}

/** The units that merged into one, or will. */
export function Absorbed({ units }: { units: UnitDetailsFact['absorbed'] }): VNode {
  return (
    <ul class="list-unstyled mb-0">
      {units.map(({ code, name }) => (
        <li key={code}>
          <a class="text-decoration-underline" href={`/upt/${code}`}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
