import { asList, fieldText, readFields } from '../../platform/pages/described-form.js';
import { typed, type SentForm } from '../../platform/pages/forms.js';
import { namesOf } from '../../platform/text/field-description.js';
import { visitFields } from '../domain/visit-fields.js';
import type { VisitFacts } from '../queries/visit-facts.js';
import { sentRows, standingRows, withQuestions } from './question-fields.js';
import { timesOf, typedTimes } from './time-fields.js';
import type { EditValues } from './visit-edit-page.js';

const textsBy = (text: (name: keyof typeof visitFields) => string): EditValues['texts'] =>
  Object.fromEntries(namesOf(visitFields).map((name) => [name, text(name)])) as EditValues['texts'];

/** What stands, as the form shows it. */
export function storedValues(visit: VisitFacts): EditValues {
  return {
    texts: textsBy((name) => fieldText(visit[name])),
    questions: standingRows(visit),
    programs: visit.programs,
    times: timesOf(visit, visit.timeZone),
  };
}

/** What was typed, as the form shows it again. */
export function sentValues(sent: SentForm | undefined): EditValues {
  return {
    texts: textsBy((name) => typed(sent, name)),
    questions: sentRows(sent),
    programs: asList(sent?.['programs']).map(String),
    times: typedTimes(sent),
  };
}

/** A sent form in the shape of `EditForm`; a time that was left empty is none. */
export function toEdit(sent: SentForm | undefined): SentForm {
  const { day, lastDay, from, to, ownHours, ...rest } = withQuestions(readFields(visitFields, sent));
  const times = Object.entries({ day, lastDay, from, to, ownHours }).filter(
    ([, value]) => value !== undefined && value !== '',
  );
  return { ...rest, ...Object.fromEntries(times) };
}
