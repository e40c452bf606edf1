import { toOffsetIso } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import type { SummaryContent } from '../domain/summary.js';
import type { ReadableSummary } from '../use-cases/read-summary.js';
import type { SummaryContentView, SummaryView } from './summary.view.js';

/** A visit's summary as the API shows it; times carry the offset of the host's zone. */
export function presentSummary({ visit, draft, published }: ReadableSummary): SummaryView {
  const at = (instant: Date) => toOffsetIso(instant, visit.timeZone as Zone);
  return {
    visit: visit.id,
    state: visit.state,
    version: draft?.version ?? null,
    revision: published?.revision ?? 0,
    draft: draft && {
      ...presentContent(draft.content),
      changedAt: draft.version > 0 ? at(draft.changedAt) : null,
    },
    published: published && {
      ...presentContent(published.content),
      automatic: published.content.automatic,
      publishedAt: at(published.publishedAt),
    },
  };
}

function presentContent({
  outcomes,
  decisions,
  notes,
  links,
  attendance,
  followUps,
  practices,
  files,
}: SummaryContent): SummaryContentView {
  return { outcomes, decisions, notes, links, attendance, followUps, practices, files };
}
