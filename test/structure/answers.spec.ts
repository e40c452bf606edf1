import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

/** Statements of a source that write the answer of a participant, and repositories by which that could be done. */
function answerWrites(source: string): string[] {
  const statements = source.match(/(?:UPDATE|INSERT INTO|MERGE INTO)\s+visit_participant\b[^`;]*/g) ?? [];
  const writing = statements.filter((statement) =>
    /\banswer\b\s*=|\((?:[^()]*,)?\s*answer\s*[,)]/.test(statement),
  );
  return [...writing, ...(source.match(/InjectRepository\(VisitParticipantEntity\)/g) ?? [])];
}

test('the answer of a participant is written in one place: heard, and forgotten when a visit moves or another takes the place', async () => {
  const root = join(import.meta.dirname, '..', '..', 'src');
  const files = (await readdir(root, { recursive: true })).filter((name) => /(?<!\.spec)\.tsx?$/.test(name));
  const found: Record<string, number> = {};
  for (const file of files) {
    const count = answerWrites(await readFile(join(root, file), 'utf8')).length;
    if (count > 0) found[file] = count;
  }
  expect(found).toEqual({ 'visits/storage/participant-repository.ts': 4 });
});

test.each([
  '`UPDATE visit_participant SET answer = $2 WHERE id = $1`',
  "`UPDATE visit_participant p SET attendance = 'present', answer = 'accepted'`",
  '`INSERT INTO visit_participant (id, visit_id, answer, answered_at) VALUES ($1, $2, $3, $4)`',
  '@InjectRepository(VisitParticipantEntity) rows',
])('a second way is found: %s', (planted) => {
  expect(answerWrites(planted)).toHaveLength(1);
});

test('what only reads or writes something else is none', () => {
  expect(answerWrites("`SELECT answer FROM visit_participant WHERE answer = 'declined'`")).toEqual([]);
  expect(answerWrites('`UPDATE visit_participant SET attendance = $2 WHERE id = $1`')).toEqual([]);
});
