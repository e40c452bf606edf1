import { typed, type SentForm } from '../../platform/pages/forms.js';
import type { Zone } from '../../platform/text/zones.js';
import type { VisitFacts } from '../queries/visit-facts.js';
import { timesOf } from './time-fields.js';
import type { EditValues } from './visit-edit-page.js';
import { asList, emptyAsNull } from './visit-forms.js';

/** Fields that may stand empty. */
const optional = [
  'contactPhone',
  'contactEmail',
  'requestLetterNumber',
  'requestLetterDate',
  'replyLetterNumber',
  'replyLetterDate',
  'assignmentLetterNumber',
  'assignmentLetterDate',
] as const;
const texts = ['title', 'purpose', 'topics', 'place', 'contactName', 'partySize', ...optional] as const;
export type TextField = (typeof texts)[number];

/** What stands, as the form shows it. */
export function storedValues(visit: VisitFacts): EditValues {
  const stored = (name: TextField): string =>
    name === 'topics' ? visit.topics.join('\n') : String(visit[name] ?? '');
  return {
    version: visit.version,
    texts: Object.fromEntries(texts.map((name) => [name, stored(name)])),
    programs: visit.programs,
    times: timesOf(visit.startsAt, visit.endsAt, visit.timeZone as Zone),
  };
}

/** What was typed, as the form shows it again. */
export function sentValues(sent: SentForm | undefined): EditValues {
  return {
    version: typed(sent, 'version'),
    texts: Object.fromEntries(texts.map((name) => [name, typed(sent, name)])),
    programs: asList(sent?.['programs']).map(String),
    times: { day: typed(sent, 'day'), from: typed(sent, 'from'), to: typed(sent, 'to') },
  };
}

/** A sent form in the shape of `EditForm`: lists as lists, numbers as numbers, nothing as null. */
export function toEdit(sent: SentForm | undefined): SentForm {
  const { day, from, to, ...rest } = emptyAsNull(sent, optional);
  const times = Object.entries({ day, from, to }).filter(([, value]) => value !== undefined && value !== '');
  return {
    ...rest,
    ...Object.fromEntries(times),
    partySize: Number(typed(sent, 'partySize')),
    programs: asList(sent?.['programs']),
    topics: typed(sent, 'topics')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  };
}
