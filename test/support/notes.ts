import request from 'supertest';
import type { TestApp } from './app.js';
import type { Header } from './visits.js';

export interface NoteProposal {
  unit: string;
  title: string;
  [field: string]: unknown;
}

/** Writes a note as an officer of its unit and lets its regional office publish it; returns its id. */
export async function publishedNote(
  app: TestApp,
  officer: Header,
  kanwil: Header,
  body: NoteProposal,
): Promise<string> {
  const written = await request(app.server)
    .post('/api/notes')
    .set(officer)
    .send({ ...body, state: 'proposed' })
    .expect(201);
  const { id, version } = written.body as { id: string; version: number };
  await request(app.server).post(`/api/notes/${id}/steps/publish`).set(kanwil).send({ version }).expect(200);
  return id;
}
