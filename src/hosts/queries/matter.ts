import { containing, type Conditions } from '../../platform/database/conditions.js';

/** What somebody wants to learn; empty parts ask for nothing. */
export interface Matter {
  topic: string;
  program: string;
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
  for (const word of wordsOf(topic)) {
    const place = where.place(containing(word));
    note.push(
      `concat_ws(' ', n.title, n.context, n.what_was_done, n.how_to_copy, n.result, array_to_string(n.topics, ' ')) ILIKE ${place}`,
    );
    visit.push(`concat_ws(' ', v.title, v.purpose, array_to_string(v.topics, ' ')) ILIKE ${place}`);
    practice.push(`concat_ws(' ', r.practice, r.result) ILIKE ${place}`);
  }
  return { note: note.join(' AND '), visit: visit.join(' AND '), practice: practice.join(' AND ') };
}
