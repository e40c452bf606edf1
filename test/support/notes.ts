import type { TestApp } from './app.js';
import type { Header } from './visits.js';
import { api } from './api-client.js';

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
  const written = await api(app)
    .post('/api/notes', { as: officer, body: { ...body, state: 'proposed' } })
    .expect(201);
  const { id, version } = written.body;
  await api(app)
    .post('/api/notes/{id}/steps/{action}', {
      as: kanwil,
      path: { id, action: 'publish' },
      body: { version },
    })
    .expect(200);
  return id;
}
