import { Injectable, type OnModuleInit } from '@nestjs/common';
import { VisitTexts } from '../../notes/index.js';
import { PublishedSummary } from '../queries/published-summary.js';

/** Lets best-practice notes begin with what a published summary says. */
@Injectable()
export class SummaryNoteTexts implements OnModuleInit {
  constructor(
    private readonly texts: VisitTexts,
    private readonly published: PublishedSummary,
  ) {}

  onModuleInit(): void {
    this.texts.register(async (visitId) => {
      const summary = await this.published.ofVisit(visitId);
      if (!summary) return [];
      const { outcomes, decisions, notes } = summary.content;
      return [
        { key: 'hasil', name: 'Hasil', text: outcomes },
        { key: 'keputusan', name: 'Keputusan', text: decisions },
        { key: 'catatan', name: 'Catatan', text: notes },
      ];
    });
  }
}
