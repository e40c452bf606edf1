import type { VisitRow } from '../storage/visit-row.js';

/** The descriptive part of a visit; what is undefined stays as it is. */
export type VisitDetails = {
  [
    Field in
      | 'title'
      | 'purpose'
      | 'topics'
      | 'programs'
      | 'place'
      | 'contactName'
      | 'contactPhone'
      | 'contactEmail'
      | 'partySize'
      | 'requestLetterNumber'
      | 'requestLetterDate'
      | 'replyLetterNumber'
      | 'replyLetterDate'
      | 'assignmentLetterNumber'
      | 'assignmentLetterDate'
  ]?: VisitRow[Field] | undefined;
};

const fields = [
  'title',
  'purpose',
  'topics',
  'programs',
  'place',
  'contactName',
  'contactPhone',
  'contactEmail',
  'partySize',
  'requestLetterNumber',
  'requestLetterDate',
  'replyLetterNumber',
  'replyLetterDate',
  'assignmentLetterNumber',
  'assignmentLetterDate',
] as const satisfies (keyof VisitDetails)[];

/** The visit with the given details in place of its own. */
export function withDetails(visit: VisitRow, details: VisitDetails): VisitRow {
  const given = fields.flatMap((field) =>
    details[field] === undefined ? [] : [[field, details[field]] as const],
  );
  const unique = (values: string[]): string[] => [...new Set(values)];
  const changed = { ...visit, ...Object.fromEntries(given) } as VisitRow;
  return { ...changed, topics: unique(changed.topics), programs: unique(changed.programs).sort() };
}
