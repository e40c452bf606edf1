import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { Handover } from '../../people/index.js';
import { isSamePerson } from '../../platform/text/same-person.js';
import { weightierRole } from '../domain/participant.js';
import type { VisitAspect } from '../domain/visit-aspects.js';
import { HeldVisits } from '../queries/held-visits.js';
import { ParticipantRepository, type ParticipantRow } from '../storage/participant-repository.js';
import { AddressChanges } from './address-changes.js';
import { byAccount, ChangeVisit, type VisitChange } from './change-visit.js';
import type { VisitFacts } from '../queries/visit-facts.js';

const ACTION = 'hand-over';

const words = (what: string, { from, to }: Handover): string => `${what}: ${from.name} kepada ${to.name}.`;

/** Puts a colleague in somebody's place in visits to come; each gets a line of history. */
@Injectable()
export class HandOverVisits {
  constructor(
    private readonly clock: Clock,
    private readonly held: HeldVisits,
    private readonly changeVisit: ChangeVisit,
    private readonly participants: ParticipantRepository,
    private readonly changes: AddressChanges,
  ) {}

  /** The colleague is asked as anybody who is new, and comes to the same sessions; who is there already takes the role. */
  async places(handover: Handover): Promise<void> {
    for (const id of await this.held.takingPart(handover.from)) {
      await this.change(handover, id, async (visit) => ({
        visit,
        result: undefined,
        reason: words('Peserta', handover),
        beside: ['people', 'answers', ...(await this.replace(visit.id, handover))],
      }));
    }
  }

  async contacts(handover: Handover): Promise<void> {
    const { name, phone, email } = handover.to;
    const contact = { contactName: name, contactPhone: phone, contactEmail: email };
    for (const id of await this.held.asContact(handover.from)) {
      await this.change(handover, id, (visit) =>
        Promise.resolve({
          visit: { ...visit, ...contact },
          result: undefined,
          reason: words('Narahubung', handover),
          beside: [],
        }),
      );
    }
  }

  async drafts(handover: Handover): Promise<void> {
    for (const id of await this.held.drafts(handover.from)) {
      await this.change(handover, id, (visit) =>
        Promise.resolve({
          visit: { ...visit, createdBy: handover.to.id },
          result: undefined,
          reason: words('Draf', handover),
          beside: [],
        }),
      );
    }
  }

  private change(
    { actor }: Handover,
    visitId: string,
    change: (visit: VisitFacts) => Promise<VisitChange<void>>,
  ): Promise<void> {
    return this.changeVisit.execute(actor, visitId, ACTION, change, byAccount);
  }

  private async replace(visitId: string, handover: Handover): Promise<VisitAspect[]> {
    const all = await this.participants.ofVisit(visitId);
    const beside: VisitAspect[] = [];
    for (const leaving of all.filter((one) => isSamePerson(handover.from, one))) {
      beside.push(...(await this.take(leaving, handover, all)));
    }
    return beside;
  }

  private async take(
    leaving: ParticipantRow,
    { from, to }: Handover,
    all: readonly ParticipantRow[],
  ): Promise<VisitAspect[]> {
    const { id, visitId } = leaving;
    const there = all.find((one) => one.id !== id && isSamePerson(to, one));
    if (there) {
      await this.participants.save({ ...there, role: weightierRole(there.role, leaving.role) });
      await this.participants.remove(id);
    } else {
      await this.participants.replace(id, to, this.clock.now());
    }
    const isShared = all.some((one) => one.id !== id && one.email === leaving.email);
    const change = { visitId, participantId: id, from: leaving, to, reason: 'succeeded' as const, isShared };
    return this.changes.happened({ ...change, from: { name: from.name, email: leaving.email } });
  }
}
