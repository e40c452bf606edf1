import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { nameOnVisit } from '../../units/index.js';
import { fieldLines, whereWords, type VisitMode } from '../../visits/index.js';
import type { SideNames } from '../domain/attendance.js';
import type { SummaryFacts } from '../domain/summary.js';

/** What is known of a visit without anybody writing it again, and who took part under which names. */
export interface KnownFacts {
  facts: Pick<SummaryFacts, 'topics' | 'programs' | 'place' | 'letters'>;
  names: SideNames;
}

const letterFields = [
  'requestLetterNumber',
  'requestLetterDate',
  'replyLetterNumber',
  'replyLetterDate',
  'assignmentLetterNumber',
  'assignmentLetterDate',
] as const;

interface Row extends SideNames, Record<(typeof letterFields)[number], string | null> {
  topics: string[];
  programs: string[];
  mode: VisitMode;
  place: string;
}

@Injectable()
export class FindKnownFacts {
  constructor(private readonly database: Database) {}

  /** In one statement. Whoever asks has made sure that the visit may be told of. */
  async ofVisit(visitId: string): Promise<KnownFacts | null> {
    const [row] = await this.database.query<Row>(
      `SELECT v.topics, v.mode, v.place,
         ARRAY(SELECT CASE WHEN r.number IS NULL THEN r.title ELSE r.number || '. ' || r.title END
           FROM visit_program x JOIN program r ON r.code = x.program WHERE x.visit_id = v.id
           ORDER BY r.framework, r.number NULLS LAST, r.code) AS programs,
         v.request_letter_number AS "requestLetterNumber", v.request_letter_date::text AS "requestLetterDate",
         v.reply_letter_number AS "replyLetterNumber", v.reply_letter_date::text AS "replyLetterDate",
         v.assignment_letter_number AS "assignmentLetterNumber", v.assignment_letter_date::text AS "assignmentLetterDate",
         ${nameOnVisit('g')} AS "guestUnitName", ${nameOnVisit('h')} AS "hostUnitName",
         coalesce((SELECT jsonb_agg(jsonb_build_object('organisation', x.organisation, 'name', ${nameOnVisit('j')})
             ORDER BY x.asked_at, x.organisation)
           FROM visit_guest x JOIN unit j ON j.code = x.organisation
           WHERE x.visit_id = v.id AND NOT x.is_leading), '[]') AS joined
       FROM visit v JOIN unit g ON g.code = v.guest_unit JOIN unit h ON h.code = v.host_unit WHERE v.id = $1`,
      [visitId],
    );
    if (!row) return null;
    const { topics, programs, guestUnitName, hostUnitName, joined } = row;
    const place = whereWords({ ...row, meetingLink: null }, row.place);
    const facts = { topics, programs, place, letters: lettersOf(row) };
    return { facts, names: { guestUnitName, hostUnitName, joined } };
  }
}

const lettersOf = (row: Row): SummaryFacts['letters'] =>
  fieldLines(letterFields)
    .map(({ label, names: [number, date] }) => ({
      name: label,
      number: (number && row[number]) ?? '',
      date: (date && row[date]) ?? null,
    }))
    .filter(({ number, date }) => number !== '' || date !== null);
