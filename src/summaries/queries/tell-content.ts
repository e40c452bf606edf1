import { Injectable } from '@nestjs/common';
import { OutgoingEntries, type OutgoingEntry } from '../../visit-days/index.js';
import type { SummaryContent, ToldContent } from '../domain/summary.js';

/** Looks up the notes and photos that a summary takes in, as far as they stand. */
@Injectable()
export class TellContent {
  constructor(private readonly entries: OutgoingEntries) {}

  /** Whoever asks has made sure that the summary may be seen. */
  async execute(visitId: string, content: SummaryContent): Promise<ToldContent> {
    const entries = await this.entries.among(visitId, content.entries);
    const ofKind = (wanted: OutgoingEntry['kind']) => entries.filter(({ kind }) => kind === wanted);
    const removed = content.entries.length - entries.length;
    return { ...content, dayNotes: ofKind('note'), photos: ofKind('photo'), removed };
  }
}
