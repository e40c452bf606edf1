import type { VNode } from 'preact';
import { Card, Facts } from '../../platform/pages/card.js';
import { formatCalendarDate } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import type { VisitFacts } from '../queries/visit-facts.js';
import type { Surroundings } from '../queries/visit-surroundings.js';
import { ZonedTime } from './zoned-time.js';

interface VisitFactsCardProps {
  visit: VisitFacts;
  programs: Surroundings['programs'];
  /** The reader's zone. */
  own: Zone;
}

/** What, when, where and by whom. */
export function VisitFactsCard({ visit, programs, own }: VisitFactsCardProps): VNode {
  const { contactName, contactPhone, contactEmail } = visit;
  return (
    <Card title="Tentang kunjungan">
      <div class="card-body">
        <Facts
          lines={[
            [
              'Waktu',
              <ZonedTime startsAt={visit.startsAt} endsAt={visit.endsAt} zone={visit.timeZone} own={own} />,
            ],
            ['Tamu', visit.guestUnitName],
            ['Tuan rumah', visit.hostUnitName],
            ['Tempat', visit.place],
            ['Rombongan', `${visit.partySize} orang`],
            ['Tujuan', visit.purpose && <span class="plain-text">{visit.purpose}</span>],
            ['Topik', visit.topics.join('; ')],
            ['Program', programs.length > 0 && <ProgramList programs={programs} />],
            ['Narahubung', [contactName, contactPhone, contactEmail].filter(Boolean).join(', ')],
          ].filter((line): line is [string, VNode | string] => Boolean(line[1]))}
        />
      </div>
    </Card>
  );
}

function ProgramList({ programs }: { programs: Surroundings['programs'] }): VNode {
  return (
    <ul class="list-unstyled mb-0">
      {programs.map(({ code, name }) => (
        <li key={code}>{name}</li>
      ))}
    </ul>
  );
}

/** Number and date of an official letter; empty without both. */
const letter = (number: string | null, date: string | null): string =>
  [number, date && formatCalendarDate(date)].filter(Boolean).join(', ');

/** The official letters of a visit by their names; those without number and date are left out. */
export function lettersOf(visit: VisitFacts): (readonly [string, string])[] {
  const all = [
    ['Surat permohonan', letter(visit.requestLetterNumber, visit.requestLetterDate)],
    ['Surat balasan', letter(visit.replyLetterNumber, visit.replyLetterDate)],
    ['Surat tugas', letter(visit.assignmentLetterNumber, visit.assignmentLetterDate)],
  ] as const;
  return all.filter(([, text]) => text !== '');
}
