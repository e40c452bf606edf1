import { Injectable } from '@nestjs/common';
import { AgendaFacts } from '../../agendas/index.js';
import { SignatureDrawings } from '../../check-in/index.js';
import { FollowUpFacts, followUpStatesWith } from '../../follow-ups/index.js';
import { PublishedSummary } from '../../summaries/index.js';
import { OutgoingEntries } from '../../visit-days/index.js';
import { ParticipantRepository, type VisitFacts } from '../../visits/index.js';
import type { PaperNeed } from '../domain/paper-kinds.js';
import type { PaperAttendee, PaperOutcome, PaperPromise, ToldAfterwards } from '../domain/paper-facts.js';

/** Most photos that stand on a paper of one visit. */
const MOST_PHOTOS = 24;

/** Gathers what came of a visit, as far as a paper needs it. */
@Injectable()
export class GatherAfterwards {
  constructor(
    private readonly agendas: AgendaFacts,
    private readonly participants: ParticipantRepository,
    private readonly signatures: SignatureDrawings,
    private readonly summaries: PublishedSummary,
    private readonly followUps: FollowUpFacts,
    private readonly entries: OutgoingEntries,
  ) {}

  async execute({ id }: VisitFacts, needs: readonly PaperNeed[]): Promise<ToldAfterwards> {
    const ask = async <Told>(need: PaperNeed, told: () => Promise<Told>, none: Told): Promise<Told> =>
      needs.includes(need) ? told() : none;
    const [sessions, attendees, outcome, promises, photos] = await Promise.all([
      ask('sessions', () => this.agendas.published(id), []),
      ask('attendees', () => this.attendees(id), []),
      ask('outcome', () => this.outcome(id), null),
      ask('promises', () => this.promises(id), []),
      ask('photos', () => this.photos(id), []),
    ]);
    return { sessions, attendees, outcome, promises, photos };
  }

  private async attendees(visitId: string): Promise<PaperAttendee[]> {
    const [people, signatures] = await Promise.all([
      this.participants.ofVisit(visitId),
      this.signatures.ofVisit(visitId),
    ]);
    return people.map(({ id, side, name, rank, position, office, attendance, representedBy }) => ({
      ...{ id, side, name, rank, position, office, attendance, representedBy },
      signature: signatures.get(id) ?? null,
    }));
  }

  private async outcome(visitId: string): Promise<PaperOutcome | null> {
    const content = (await this.summaries.ofVisit(visitId))?.content;
    if (!content) return null;
    const { outcomes, decisions, notes, learning } = content;
    return {
      ...{ outcomes, decisions, notes },
      learning: learning.map(({ question, answer }) => ({ question, answer })),
    };
  }

  private async promises(visitId: string): Promise<PaperPromise[]> {
    const given = await this.followUps.ofVisit(visitId);
    const kept = followUpStatesWith('takesEvidence');
    return given
      .filter(({ state }) => kept.includes(state))
      .map(({ what, unitName, personName, dueOn }) => ({ what, unitName, person: personName, dueOn }));
  }

  private async photos(visitId: string): Promise<ToldAfterwards['photos']> {
    const chosen = await this.entries.chosenPhotos(visitId);
    return chosen
      .slice(0, MOST_PHOTOS)
      .map(({ id, caption, width, height }) => ({ id, caption, width, height }));
  }
}
