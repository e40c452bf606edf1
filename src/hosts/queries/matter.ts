import { matterOfNote, noteIsOf } from '../../notes/index.js';
import { patternOf, type Conditions } from '../../platform/database/conditions.js';
import { matterOfVisit, visitIsOf } from '../../visits/index.js';

/** What somebody wants to learn; empty parts ask for nothing. */
export interface Matter {
  topic: string;
  program: string;
  /** Hosts that use Sambang, or those that do not; all unless said. */
  usesSambang?: boolean | undefined;
}

const MOST_WORDS = 8;

/** The words of a topic: each must be found, in any order. */
const wordsOf = (topic: string): string[] => topic.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);

/** Conditions on a note `n`, a visit `v` and a replication `r` without a note, that they are about the matter. */
export function aboutMatter(where: Conditions, { topic, program }: Matter) {
  const [note, practice] = [['true'], ['true']];
  const ofProgram = program === '' ? null : where.place(program);
  if (ofProgram !== null) {
    note.push(noteIsOf(ofProgram));
    practice.push(`EXISTS (SELECT 1 FROM follow_up f JOIN visit_program x ON x.visit_id = f.visit_id
      WHERE f.id = r.follow_up_id AND x.program = ${ofProgram})`);
  }
  const words = wordsOf(topic).map((word) => where.place(patternOf(word)));
  if (words.length > 0) note.push(noteHas(words));
  practice.push(...words.map((word) => `concat_ws(' ', r.practice, r.result) ILIKE ${word}`));
  const inWords = words.map((word) => `${matterOfVisit} ILIKE ${word}`).join(' AND ') || null;
  const visit = [inWords ?? 'true', ...(ofProgram === null ? [] : [visitIsOf(ofProgram)])];
  return {
    note: note.join(' AND '),
    visit: visit.join(' AND '),
    practice: practice.join(' AND '),
    /** The place of the program, and what says that a visit has the words; null where nothing is asked. */
    ...{ ofProgram, inWords },
  };
}

/**
 * A note has all the words as they are, or all their stems: "bulanan" is in a note that says "bulan".
 *
 * @param words places of LIKE patterns; what is no letter of them is no part of a stem
 */
function noteHas(words: readonly string[]): string {
  const literally = words.map((word) => `${matterOfNote} ILIKE ${word}`);
  const stems = `SELECT string_agg(quote_literal(lexeme), ' & ')::tsquery
    FROM unnest(search_vector(concat_ws(' ', ${words.map((word) => `${word}::text`).join(', ')})))`;
  return `n.id IN (SELECT n.id FROM note n WHERE ${literally.join(' AND ')}
    UNION SELECT s.note_id FROM note_search s WHERE s.vector @@ (${stems}))`;
}
