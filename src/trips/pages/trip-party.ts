import { RequestError } from '../../platform/http/request-error.js';
import { typed, type SentForm } from '../../platform/pages/forms.js';
import {
  pastedFault,
  readPasted,
  shownColumns,
  type PastedList,
} from '../../platform/text/pasted-people/pasted-list.js';
import type { GivenMember } from '../use-cases/members.js';
import type { TripMemberRow } from '../use-cases/read-trip.js';

/** The party that a form holds, by the columns that it showed. */
export const pastedParty = (sent: SentForm | undefined): PastedList =>
  readPasted(typed(sent, 'tempel'), shownColumns(sent ?? {}, 'tempel'));

/** @throws RequestError `validation-failed` where it is not to be stored as it is */
export function membersOf(list: PastedList): GivenMember[] {
  const message = pastedFault(list);
  if (message !== null) throw new RequestError('validation-failed', {}, [{ field: 'tempel', message }]);
  // A NIP that the list does not tell stays as it is.
  return list.people.map(({ line: _, nip, ...person }) => ({ ...person, ...(nip !== null && { nip }) }));
}

const HEADING = ['Nama', 'Pangkat', 'Jabatan', 'Instansi', 'Surel', 'Telepon'];

/** As a spreadsheet writes a cell that begins with a quote (RFC 4180 section 2). */
const cell = (text: string | null): string =>
  text?.startsWith('"') ? `"${text.replaceAll('"', '""')}"` : (text ?? '');

/** Members as a list that can be changed and sent back; NIP, which nobody is shown whole, are not in it. */
export function linesOf(members: readonly TripMemberRow[]): string {
  const rows = members.map(({ name, rank, position, office, email, phone }) =>
    [name, rank, position, office, email, phone].map(cell),
  );
  return rows.length === 0 ? '' : [HEADING, ...rows].map((cells) => cells.join('\t').trimEnd()).join('\n');
}
