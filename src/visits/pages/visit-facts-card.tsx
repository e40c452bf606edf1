import type { VNode } from 'preact';
import { FieldText } from '../../platform/pages/free-text.js';
import { Card, Facts } from '../../platform/pages/card.js';
import { factList } from '../../platform/pages/fact-list.js';
import { namesOf } from '../../platform/text/field-description.js';
import { fieldWords } from '../../platform/text/field-words.js';
import { ReaderTime } from '../../platform/pages/reader-time.js';
import type { TimeReader } from '../../platform/text/reader-time.js';
import { isOnline, isOnSite, meetingLinkOf } from '../domain/visit-mode.js';
import { fieldLines } from '../domain/field-lines.js';
import { visitFields, type VisitField } from '../domain/visit-fields.js';
import type { VisitFacts } from '../queries/visit-facts.js';
import { MeetingLink } from './meeting.js';
import type { Surroundings } from '../queries/visit-surroundings.js';

interface VisitFactsCardProps {
  visit: VisitFacts;
  programs: Surroundings['programs'];
  reader: TimeReader;
}

/** Where and how many stand before what it is about. */
const first: readonly VisitField[] = ['mode', 'meetingLink', 'place', 'partySize'];
const facts = namesOf(visitFields).filter((name) => visitFields[name].page === 'facts');
const lines = fieldLines([...first, ...facts.filter((name) => !first.includes(name))]);

/** What, when, where and by whom. */
export function VisitFactsCard({ visit, programs, reader }: VisitFactsCardProps): VNode {
  const fact = (names: readonly VisitField[]): VNode | string => {
    if (names.includes('programs')) return programs.length > 0 ? <ProgramList programs={programs} /> : '';
    if (names.includes('learningQuestions')) return factList(visit.learningQuestions);
    if (names.includes('meetingLink')) {
      const link = meetingLinkOf(visit);
      return link === null ? '' : <MeetingLink link={link} />;
    }
    if (names.includes('mode') && !isOnline(visit)) return '';
    if (names.includes('place') && !isOnSite(visit)) return '';
    const text = textsOf(visit, names).join(', ');
    const [field] = names.map((name) => visitFields[name]);
    return text && field?.kind === 'long-text' ? <FieldText field={field} text={text} /> : text;
  };
  return (
    <Card title="Tentang kunjungan">
      <div class="card-body">
        <Facts
          lines={[
            ['Waktu', <ReaderTime of={visit} reader={reader} />],
            ['Tamu', visit.guestUnitName],
            ['Tuan rumah', visit.hostUnitName],
            ...lines.map(({ label, names }) => [label, fact(names)] as const),
          ]}
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

/** What fields say, in words; those that say nothing are left out. */
const textsOf = (visit: VisitFacts, names: readonly VisitField[]): string[] =>
  names.map((name) => fieldWords(visitFields[name], visit[name])).filter(Boolean);

const letters = fieldLines(namesOf(visitFields).filter((name) => visitFields[name].page === 'letters'));

/** The official letters of a visit by their names; those without number and date are left out. */
export const lettersOf = (visit: VisitFacts): (readonly [string, string])[] =>
  letters
    .map(({ label, names }) => [label, textsOf(visit, names).join(', ')] as const)
    .filter(([, text]) => text !== '');
