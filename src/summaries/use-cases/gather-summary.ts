import { Injectable } from '@nestjs/common';
import { ParticipantRepository } from '../../visits/index.js';
import { attendanceOf, type SummaryContent, type SummaryTexts } from '../domain/summary.js';

/** Puts together what people wrote of a visit and what the system knows of it. */
@Injectable()
export class GatherSummary {
  constructor(private readonly participants: ParticipantRepository) {}

  async execute(visitId: string, texts: SummaryTexts, automatic: boolean): Promise<SummaryContent> {
    const { outcomes, decisions, notes, links } = texts;
    return {
      outcomes,
      decisions,
      notes,
      links,
      attendance: attendanceOf(await this.participants.ofVisit(visitId)),
      followUps: [],
      practices: [],
      automatic,
    };
  }
}
