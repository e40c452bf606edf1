import { Injectable } from '@nestjs/common';
import { FeedbackForms } from '../../feedback/index.js';
import { FindOwnTraces } from '../queries/own-traces.js';
import { OpenOwnPage } from './open-own-page.js';
import { ReadAfterVisit } from './read-after-visit.js';

/** What is kept about a participant of one visit, for the person alone (UU 27/2022, article 7). */
@Injectable()
export class ReadOwnData {
  constructor(
    private readonly own: OpenOwnPage,
    private readonly traces: FindOwnTraces,
    private readonly feedback: FeedbackForms,
    private readonly after: ReadAfterVisit,
  ) {}

  /** Null for a link that opens nothing. */
  async execute(secret: string): Promise<object | null> {
    const own = await this.own.execute(secret);
    const traces = own && (await this.traces.of(own.participant.id));
    if (!own || !traces) return null;
    const { visit, participant, link } = own;
    const { name, position, rank, nip, office, phone, email, side, role, personId, createdAt } = participant;
    const { answer, answeredAt, attendance, attendanceAt, representedBy, walkIn } = participant;
    const { promises } = await this.after.execute(participant);
    return {
      visit: {
        reference: visit.reference,
        title: visit.title,
        startsAt: visit.startsAt,
        endsAt: visit.endsAt,
      },
      person: { name, position, rank, nip, office, phone, email, side, role, hasAccount: personId !== null },
      answer: { answer, answeredAt },
      attendance: { attendance, attendanceAt, representedBy, cameUnasked: walkIn !== null },
      addedAt: createdAt,
      linksLiveUntil: link.until,
      ...traces,
      // Whoever wrote a message knows its link, too, and is not to read what was said of the visit.
      feedback: link.byMessage ? null : await this.feedback.saidBy(participant.id),
      promises: promises.map(({ what, unitName, dueOn, state }) => ({ what, unitName, dueOn, state })),
    };
  }
}
