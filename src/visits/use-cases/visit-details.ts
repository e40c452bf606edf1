import { withoutRepeats } from '../../platform/text/field-description.js';
import { newId } from '../../platform/text/tokens.js';
import { VisitError } from '../domain/error-codes.js';
import { identify, type GivenQuestions } from '../domain/learning-questions.js';
import { visitFields, type GivenDetails } from '../domain/visit-fields.js';
import type { VisitRow } from '../storage/visit-row.js';

/** What a visit is to say, and which of its learning questions each of those is that are given. */
export type GivenWithIdentities = GivenDetails & Pick<GivenQuestions, 'learningQuestionIds'>;

/**
 * The visit with the given details in place of its own.
 *
 * @throws VisitError `learning-question-unknown`
 */
export function withDetails(visit: VisitRow, given: GivenWithIdentities): VisitRow {
  const changed = {
    ...visit,
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  };
  const details = Object.entries(visitFields).map(([name, field]) => [
    name,
    withoutRepeats(field, changed[name as keyof VisitRow]),
  ]);
  const said = { ...visit, ...(Object.fromEntries(details) as Partial<VisitRow>) };
  const { learningQuestions } = said;
  const { learningQuestionIds } = given;
  const ids = identify(visit, { learningQuestions, learningQuestionIds });
  if (ids === null) throw questionUnknown();
  return { ...said, learningQuestionIds: ids.map((id) => id ?? newId()) };
}

const questionUnknown = (): VisitError =>
  new VisitError('learning-question-unknown', {}, [
    { field: 'learningQuestionIds', message: 'harus pertanyaan kunjungan ini, satu untuk tiap pertanyaan' },
  ]);
