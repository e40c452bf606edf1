import { Injectable } from '@nestjs/common';
import { OvertakenMails } from '../../platform/mail/overtaken-mails.js';
import { isHostAsked } from '../domain/visit-states.js';
import { hasTrait } from '../domain/visit-state-traits.js';
import { VisitFactsQuery } from '../queries/visit-facts.js';
import { VisitHistory } from '../queries/visit-history.js';
import { ParticipantRepository } from '../storage/participant-repository.js';

/**
 * Marks as overtaken the mails about a visit whose cause is gone and that have not left: all that were written before it was
 * called off, those to people as participants who take part no more, and those that ask a host what is no longer asked.
 */
@Injectable()
export class OvertakeMails {
  constructor(
    private readonly mails: OvertakenMails,
    private readonly visits: VisitFactsQuery,
    private readonly history: VisitHistory,
    private readonly participants: ParticipantRepository,
  ) {}

  async execute(visitId: string): Promise<void> {
    const visit = await this.visits.byId(visitId);
    if (!visit) return;
    const people = await this.participants.ofVisit(visitId);
    const emails = people.flatMap(({ email }) => email?.toLowerCase() ?? []);
    await this.mails.overtakeToAllBut(visitId, emails);
    if (!isHostAsked(visit)) await this.mails.overtakeQuestions(visitId);
    if (!hasTrait(visit.state, 'calledOff')) return;
    const steps = await this.history.execute(visitId);
    const calledOff = steps.findLast(
      ({ fromState, toState }) => toState === visit.state && fromState !== toState,
    );
    if (calledOff) await this.mails.overtakeWrittenBefore(visitId, calledOff.at);
  }
}
