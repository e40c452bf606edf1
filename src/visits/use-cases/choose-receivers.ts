import { Injectable } from '@nestjs/common';
import { OfficerFacts } from '../../people/index.js';
import { Database } from '../../platform/database/database.js';
import { Clock } from '../../platform/clock/clock.js';
import { RequestError } from '../../platform/http/request-error.js';
import { can } from '../../platform/security/capabilities.js';
import type { Receiver } from '../domain/acceptance.js';
import { fieldChange, type FieldChange } from '../domain/field-changes.js';
import type { VisitFacts } from '../queries/visit-facts.js';
import { ParticipantRepository } from '../storage/participant-repository.js';
import { newParticipant } from './change-participants.js';
import { officialOf } from './known-accounts.js';

/** Who of the host receives the guests: chosen with its yes, they take part from then on and are invited. */
@Injectable()
export class ChooseReceivers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly officers: OfficerFacts,
    private readonly participants: ParticipantRepository,
  ) {}

  /** Everybody at the host, by name. */
  async choices(visit: Pick<VisitFacts, 'id' | 'hostUnit'>): Promise<Receiver[]> {
    const [known, officers] = await Promise.all([
      this.participants.ofVisit(visit.id),
      this.officers.ofUnit(visit.hostUnit),
    ]);
    return officers.map(({ personId, name, role, email }) => ({
      personId,
      name,
      isHead: headsUnit({ role }),
      isThere: known.some((participant) => participant.email === email),
    }));
  }

  /**
   * Puts the chosen ones into the visit, where they are not yet; the head leads unless somebody of the host does.
   *
   * @returns what the history tells of it
   * @throws RequestError `validation-failed` where one is not of the host
   */
  async execute(visit: VisitFacts, chosen: readonly string[]): Promise<FieldChange[]> {
    if (chosen.length === 0) return [];
    const [known, officers] = await Promise.all([
      this.participants.ofVisit(visit.id),
      this.officers.ofUnit(visit.hostUnit),
    ]);
    if (chosen.some((id) => !officers.some(({ personId }) => personId === id))) {
      throw new RequestError('validation-failed', {}, [
        { field: 'hosts', message: 'hanya orang tuan rumah' },
      ]);
    }
    const isLed = known.some(({ side, role }) => side === 'host' && role === 'leader');
    const coming = officers.filter(
      ({ personId, email }) => chosen.includes(personId) && known.every((one) => one.email !== email),
    );
    const head = isLed ? undefined : coming.find(headsUnit);
    const asHosts = coming.map((officer) => {
      const { name, email, phone } = officer;
      const role = officer === head ? ('leader' as const) : ('member' as const);
      const given = { name, email, phone, side: 'host' as const, role, ...officialOf(officer, true) };
      return newParticipant(visit.id, given, this.clock.now(), null);
    });
    await this.database.sendAlong(() => this.participants.save(...asHosts));
    return coming.flatMap(({ name }) => fieldChange('participant', null, null, name));
  }
}

/** Whoever vouches for a unit heads it. */
const headsUnit = ({ role }: { role: Parameters<typeof can>[0]['role'] }): boolean =>
  can({ role }, 'photos.vouch');
