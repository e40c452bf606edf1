import { Injectable } from '@nestjs/common';
import { OutgoingEntries } from '../../visit-days/index.js';
import { recordedWords } from '../domain/recorded-words.js';
import { entryCounts } from '../domain/summary-lines.js';
import { PublishedSummary } from './published-summary.js';
import { RecordedSince } from './recorded-since.js';

/** What the next revision of a summary could tell that its last one does not. */
export interface RevisionNews {
  /** What was entered since, in words; empty for nothing. */
  came: string;
  /** Notes and photos of the day that nobody chose, since the summary went out by itself; in words. */
  left: string;
}

@Injectable()
export class FindRevisionNews {
  constructor(
    private readonly since: RecordedSince,
    private readonly published: PublishedSummary,
    private readonly entries: OutgoingEntries,
  ) {}

  /** Of a visit whose summary is out; null where there is none. */
  async ofVisit(visitId: string): Promise<RevisionNews | null> {
    const came = recordedWords(await this.since.ofVisit(visitId));
    const last = await this.published.ofVisit(visitId);
    const content = last?.content;
    const all = content?.automatic ? await this.entries.ofVisit(visitId) : [];
    const left = entryCounts(all.filter(({ id, late }) => !late && !content?.entries.includes(id)));
    return came === '' && left === '' ? null : { came, left };
  }
}
