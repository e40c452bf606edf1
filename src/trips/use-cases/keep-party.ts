import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/security/actor.js';
import { ChangeParticipants, mayEdit, VisitFactsQuery } from '../../visits/index.js';
import { TripRepository, type TripMemberRow } from '../storage/trip-repository.js';
import { ChangeTrip } from './change-trip.js';
import { membersFrom, participantOf, personFields, type GivenMember } from './members.js';

/** Keeps the one party of a trip: what is written once stands in every leg that can still be changed. */
@Injectable()
export class KeepParty {
  constructor(
    private readonly trip: ChangeTrip,
    private readonly trips: TripRepository,
    private readonly visits: VisitFactsQuery,
    private readonly participants: ChangeParticipants,
  ) {}

  /**
   * @param read what is to stand there; asked once nobody was faster
   * @throws TripError `trip-changed`, `trip-member-twice` @throws VisitError what a leg has against it
   */
  execute(actor: Actor, id: string, version: number, read: () => readonly GivenMember[]): Promise<void> {
    return this.trip.open(actor, id, version, async () => {
      const before = await this.trips.membersOf(id);
      const after = membersFrom(id, read(), before);
      const gone = before.filter((member) => !after.some((other) => other.id === member.id));
      await this.trips.putMembers(after);
      const legs = await this.visits.byIds(await this.trips.visitsOf(id));
      for (const visit of legs.filter((leg) => mayEdit(leg, actor))) {
        await this.bringInto(actor, visit.id, { before, after, gone });
      }
      for (const { id: memberId } of gone) await this.trips.removeMember(memberId);
    });
  }

  private async bringInto(
    actor: Actor,
    visitId: string,
    { before, after, gone }: Record<'before' | 'after' | 'gone', readonly TripMemberRow[]>,
  ): Promise<void> {
    const links = await this.trips.linksOf(visitId);
    for (const { id } of gone) {
      const participantId = links.get(id);
      if (participantId) await this.participants.remove(actor, visitId, participantId);
    }
    for (const member of after) {
      const participantId = links.get(member.id);
      if (!participantId) {
        const added = await this.participants.add(actor, visitId, participantOf(member));
        await this.trips.link([{ memberId: member.id, participantId: added.id }]);
      } else if (
        isChanged(
          before.find((other) => other.id === member.id),
          member,
        )
      ) {
        const { email: _, side: __, ...change } = participantOf(member);
        await this.participants.change(actor, visitId, participantId, change);
      }
    }
  }
}

const isChanged = (before: TripMemberRow | undefined, after: TripMemberRow): boolean =>
  [...personFields, 'role' as const].some((field) => before?.[field] !== after[field]);
