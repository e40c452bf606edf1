import type { VNode } from 'preact';
import type { Zone } from '../../platform/text/zones.js';
import type { VisitLine } from '../queries/list-visits.js';
import { Countdown } from './countdown.js';
import { VisitStateBadge } from './state-badge.js';
import { ZonedTime } from './zoned-time.js';

interface VisitRowProps {
  visit: VisitLine;
  /** The reader's zone. */
  own: Zone;
  /** With it, how far off the visit is. */
  now: Date | null;
}

/** A visit in a list, whole a link. */
export function VisitRow({ visit, own, now }: VisitRowProps): VNode {
  return (
    <a class="visit-row" href={`/kunjungan/${visit.id}`}>
      <span>
        <span class="visit-row-title">{visit.title}</span>
        <span class="d-block text-secondary">
          {visit.guestUnitName} ke {visit.hostUnitName}
        </span>
        <span class="d-block">
          <ZonedTime startsAt={visit.startsAt} endsAt={visit.endsAt} zone={visit.timeZone} own={own} />
        </span>
      </span>
      <span class="visit-row-aside">
        {now && <Countdown visit={visit} now={now} />}
        <VisitStateBadge state={visit.state} />
      </span>
    </a>
  );
}
