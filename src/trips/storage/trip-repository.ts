import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import { TripEntity, TripLegEntity, TripMemberEntity, TripParticipantEntity } from './trip.entity.js';

export type TripRow = TripEntity;
export type TripMemberRow = TripMemberEntity;

const columns = ['id', 'version', 'title', 'guestUnit', 'createdBy', 'createdAt'] as const;
const memberColumns = [
  ...(['id', 'tripId', 'line', 'name', 'office', 'position'] as const),
  ...(['rank', 'nip', 'email', 'phone', 'role'] as const),
] as const;

@Injectable()
export class TripRepository {
  constructor(
    private readonly database: Database,
    @InjectRepository(TripEntity) private readonly trips: Rows<TripEntity>,
    @InjectRepository(TripLegEntity) private readonly legs: Rows<TripLegEntity>,
    @InjectRepository(TripMemberEntity) private readonly members: Rows<TripMemberEntity>,
    @InjectRepository(TripParticipantEntity) private readonly participants: Rows<TripParticipantEntity>,
  ) {}

  async insert(trip: TripRow): Promise<void> {
    await this.trips.insert(trip);
  }

  find(id: string): Promise<TripRow | null> {
    return this.trips.findOne(columns, { id });
  }

  /** The trip, locked until the transaction ends, so that changes of it follow one another. */
  lock(id: string): Promise<TripRow | null> {
    return this.trips.findOne(columns, { id }, { lock: true });
  }

  async raiseVersion({ id, version }: TripRow): Promise<void> {
    await this.trips.update({ id }, { version: version + 1 });
  }

  /** Makes a visit a leg; it takes its time of the party. */
  async addLeg(tripId: string, visitId: string): Promise<void> {
    await this.database.query(
      `INSERT INTO trip_leg (visit_id, trip_id, during)
       SELECT id, $1, tstzrange(starts_at, ends_at) FROM visit WHERE id = $2`,
      [tripId, visitId],
    );
  }

  async visitsOf(tripId: string): Promise<string[]> {
    return (await this.legs.find(['visitId'], { tripId })).map(({ visitId }) => visitId);
  }

  membersOf(tripId: string): Promise<TripMemberRow[]> {
    return this.members.find(memberColumns, { tripId }, { order: { line: 'ASC' } });
  }

  async putMembers(rows: readonly TripMemberRow[]): Promise<void> {
    await this.members.put({ key: ['id'] }, ...rows);
  }

  async removeMember(id: string): Promise<void> {
    await this.members.delete({ id });
  }

  async link(links: readonly { memberId: string; participantId: string }[]): Promise<void> {
    await this.participants.insertMissing(...links);
  }

  /** Who of the party is which participant of a leg. */
  async linksOf(visitId: string): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.query<{ memberId: string; participantId: string }>(
      `SELECT l.member_id AS "memberId", l.participant_id AS "participantId"
       FROM trip_participant l JOIN visit_participant p ON p.id = l.participant_id WHERE p.visit_id = $1`,
      [visitId],
    );
    return new Map(rows.map(({ memberId, participantId }) => [memberId, participantId]));
  }
}
