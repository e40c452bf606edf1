import type { NoteFact } from '../queries/note-facts.js';

/** A note as the API shows it; it belongs to no zone, so its times are in UTC. */
export function presentNote(note: NoteFact) {
  return {
    id: note.id,
    state: note.state,
    version: note.version,
    title: note.title,
    context: note.context,
    whatWasDone: note.whatWasDone,
    result: note.result,
    howToCopy: note.howToCopy,
    topics: note.topics,
    programs: note.programs,
    unit: note.unit,
    unitName: note.unitName,
    regionalOffice: note.regionalOffice,
    visit: note.visit,
    author: note.authorName,
    createdAt: note.createdAt.toISOString(),
    changedAt: note.changedAt.toISOString(),
    publishedAt: note.publishedAt?.toISOString() ?? null,
  };
}
