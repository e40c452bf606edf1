import { toOffsetIso } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import type { VisitFacts } from '../../visits/index.js';
import type { ToldContent, ToldEntry } from '../domain/summary.js';
import type { RevisionLine, ToldRevision } from '../queries/published-summary.js';
import type { ReadableSummary } from '../use-cases/read-summary.js';
import type {
  SummaryContentView,
  SummaryNoteView,
  SummaryPhotoView,
  SummaryRevisionLineView,
  SummaryRevisionView,
  SummaryView,
} from './summary.view.js';

type Place = Pick<VisitFacts, 'id' | 'timeZone'>;

/** A visit's summary as the API shows it; times carry the offset of the host's zone. */
export function presentSummary({ visit, draft, published }: ReadableSummary, publicUrl: string): SummaryView {
  const at = (instant: Date) => toOffsetIso(instant, visit.timeZone);
  return {
    visit: visit.id,
    state: visit.state,
    version: draft?.version ?? null,
    revision: published?.revision ?? 0,
    draft: draft && {
      ...presentContent(draft.content, visit, publicUrl),
      changedAt: draft.version > 0 ? at(draft.changedAt) : null,
    },
    published: published && {
      ...presentContent(published.content, visit, publicUrl),
      automatic: published.content.automatic,
      publishedAt: at(published.publishedAt),
    },
  };
}

export const presentRevision = (
  { visit, published }: { visit: Place; published: ToldRevision },
  publicUrl: string,
): SummaryRevisionView => ({
  visit: visit.id,
  revision: published.revision,
  ...presentContent(published.content, visit, publicUrl),
  automatic: published.content.automatic,
  publishedAt: toOffsetIso(published.publishedAt, visit.timeZone),
});

export const presentRevisionLine = (
  { revision, publishedAt, automatic, publishedByName }: RevisionLine,
  zone: Zone,
): SummaryRevisionLineView => ({
  revision,
  publishedAt: toOffsetIso(publishedAt, zone),
  automatic,
  publishedBy: publishedByName,
});

function presentContent(
  content: ToldContent,
  { id, timeZone }: Place,
  publicUrl: string,
): SummaryContentView {
  const { outcomes, decisions, notes, links, attendance, followUps, practices, files, learning } = content;
  const { topics, programs, place, letters, sides, agenda, dayNotes, photos } = content;
  const at = (instant: string) => toOffsetIso(new Date(instant), timeZone);
  return {
    ...{ topics, programs, place, letters, sides },
    agenda: agenda.map((session) => ({
      ...session,
      startsAt: at(session.startsAt),
      endsAt: at(session.endsAt),
    })),
    dayNotes: dayNotes.map((note) => presentNote(note, timeZone)),
    photos: photos.map((photo) => presentPhoto(photo, { id, timeZone }, publicUrl)),
    ...{ outcomes, decisions, notes, links, attendance, followUps, practices, files, learning },
  };
}

const presentNote = ({ id, text, authorName, enteredAt }: ToldEntry, zone: Zone): SummaryNoteView => ({
  id,
  text,
  authorName,
  enteredAt: toOffsetIso(enteredAt, zone),
});

const presentPhoto = (photo: ToldEntry, visit: Place, publicUrl: string): SummaryPhotoView => ({
  ...presentNote(photo, visit.timeZone),
  url: `${publicUrl}/api/visits/${visit.id}/entries/${photo.id}/photo`,
  width: photo.width,
  height: photo.height,
});
