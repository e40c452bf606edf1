import { patternOf, type Conditions } from '../../platform/database/conditions.js';

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
  const [note, visit, practice] = [['true'], ['true'], ['true']];
  if (program !== '') {
    const place = where.place(program);
    note.push(`EXISTS (SELECT 1 FROM note_program x WHERE x.note_id = n.id AND x.program = ${place})`);
    visit.push(`EXISTS (SELECT 1 FROM visit_program x WHERE x.visit_id = v.id AND x.program = ${place})`);
    practice.push(`EXISTS (SELECT 1 FROM follow_up f JOIN visit_program x ON x.visit_id = f.visit_id
      WHERE f.id = r.follow_up_id AND x.program = ${place})`);
  }
  const words = wordsOf(topic).map((word) => where.place(patternOf(word)));
  if (words.length > 0) note.push(noteHas(words));
  for (const word of words) {
    visit.push(`concat_ws(' ', v.title, v.purpose, array_to_string(v.topics, ' ')) ILIKE ${word}`);
    practice.push(`concat_ws(' ', r.practice, r.result) ILIKE ${word}`);
  }
  return { note: note.join(' AND '), visit: visit.join(' AND '), practice: practice.join(' AND ') };
}

/**
 * A note has all the words as they are, or all their stems: "bulanan" is in a note that says "bulan".
 *
 * @param words places of LIKE patterns; what is no letter of them is no part of a stem
 */
function noteHas(words: readonly string[]): string {
  const literally = words.map(
    (word) =>
      `concat_ws(' ', n.title, n.context, n.what_was_done, n.how_to_copy, n.result, array_to_string(n.topics, ' '))
        ILIKE ${word}`,
  );
  const stems = `SELECT string_agg(quote_literal(lexeme), ' & ')::tsquery
    FROM unnest(search_vector(concat_ws(' ', ${words.map((word) => `${word}::text`).join(', ')})))`;
  return `(${literally.join(' AND ')} OR EXISTS (
    SELECT 1 FROM note_search s WHERE s.note_id = n.id AND s.vector @@ (${stems})))`;
}
