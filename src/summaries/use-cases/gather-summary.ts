import { Injectable } from '@nestjs/common';
import { FollowUpFacts } from '../../follow-ups/index.js';
import { NoteFacts } from '../../notes/index.js';
import { Site } from '../../platform/security/access-guard.js';
import { FileRepository, ParticipantRepository } from '../../visits/index.js';
import { attendanceOf, type SummaryContent, type SummaryTexts } from '../domain/summary.js';

/** Puts together what people wrote of a visit and what the system knows of it. */
@Injectable()
export class GatherSummary {
  constructor(
    private readonly site: Site,
    private readonly participants: ParticipantRepository,
    private readonly files: FileRepository,
    private readonly followUps: FollowUpFacts,
    private readonly notes: NoteFacts,
  ) {}

  async execute(visitId: string, texts: SummaryTexts, automatic: boolean): Promise<SummaryContent> {
    const { outcomes, decisions, notes, links } = texts;
    const followUps = await this.followUps.ofVisit(visitId);
    const practices = await this.notes.ofVisit(visitId);
    return {
      outcomes,
      decisions,
      notes,
      links,
      attendance: attendanceOf(await this.participants.ofVisit(visitId)),
      followUps: followUps.map(({ what, unitName, personName, dueOn }) => ({
        what,
        unitName,
        person: personName,
        dueOn,
      })),
      // A summary is mailed to people of many places.
      practices: practices
        .filter(({ state, visibility }) => state === 'published' && visibility === 'nation')
        .map(({ title }) => title),
      files: (await this.files.ofVisit(visitId)).map(({ id, name }) => ({
        title: name,
        url: `${this.site.publicUrl}/api/visits/${visitId}/files/${id}`,
      })),
      automatic,
    };
  }
}
