import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from '../../people/storage/person.entity.js';
import { UnitEntity } from '../../units/storage/unit.entity.js';
import { VisitParticipantEntity } from '../../visits/storage/visit-participant.entity.js';
import { VisitEntity } from '../../visits/storage/visit.entity.js';

/** A party that sees several hosts on one journey. */
@Entity('trip')
@Index('trip_guest_unit_idx', ['guestUnit', 'createdAt'])
export class TripEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column({ type: 'integer', default: 1 })
  version: number;

  @Column('text')
  title: string;

  @ForeignKey(() => UnitEntity)
  @Column('text')
  guestUnit: string;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  createdBy: string;

  @Column('timestamptz')
  createdAt: Date;
}

/** A leg of a trip is a visit; the time that it takes of the party is kept by a trigger. */
@Entity('trip_leg')
@Index('trip_leg_trip_idx', ['tripId'])
@Exclusion('trip_leg_no_overlap', 'USING gist (trip_id WITH =, during WITH &&)')
export class TripLegEntity {
  @ForeignKey(() => VisitEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  visitId: string;

  @ForeignKey(() => TripEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  tripId: string;

  /** Null once it fell out. */
  @Column({ type: 'tstzrange', nullable: true })
  during: string | null;
}

/** Somebody of the one party that sees all legs. */
@Entity('trip_member')
@Index('trip_member_trip_idx', ['tripId'])
@Check('trip_member_role_check', `role IN ('leader', 'member')`)
@Check('trip_member_name_check', `name <> ''`)
@Check('trip_member_nip_check', `nip ~ '^[0-9]{18}$'`)
export class TripMemberEntity {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => TripEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  tripId: string;

  /** At which line of the list they stand, from 0. */
  @Column('integer')
  line: number;

  @Column('text')
  name: string;

  @Column({ type: 'text', nullable: true })
  office: string | null;

  @Column({ type: 'text', nullable: true })
  email: string | null;

  @Column({ type: 'text', nullable: true })
  phone: string | null;

  @Column('text')
  role: 'leader' | 'member';

  /** As what they work, where that is told apart from the office. */
  @Column({ type: 'text', nullable: true })
  position: string | null;

  @Column({ type: 'text', nullable: true })
  rank: string | null;

  @Column({ type: 'text', nullable: true })
  nip: string | null;
}

/** The participant of a leg that somebody of the party is there. */
@Entity('trip_participant')
@Index('trip_participant_member_idx', ['memberId'])
export class TripParticipantEntity {
  @ForeignKey(() => VisitParticipantEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  participantId: string;

  @ForeignKey(() => TripMemberEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  memberId: string;
}
