import type { TestApp } from './app.js';

/** Gives every visit one learning question. */
export const askToLearn = (app: TestApp, words: string): Promise<object[]> =>
  app.database.query(
    `INSERT INTO learning_question (id, visit_id, position, words)
     SELECT gen_random_uuid(), v.id, 1, $1 FROM visit v
     WHERE NOT EXISTS (SELECT FROM learning_question q WHERE q.visit_id = v.id)`,
    [words],
  );
