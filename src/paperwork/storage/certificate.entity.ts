import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from '../../people/storage/person.entity.js';
import { VisitParticipantEntity } from '../../visits/storage/visit-participant.entity.js';
import { LetterEntity } from './letter.entity.js';

/** A certificate that was issued with a letter, by the code by which anybody checks it. */
@Entity('certificate')
@Index('certificate_letter_idx', ['letterId'])
@Index('certificate_standing_idx', ['participantId', 'letterId'], {
  unique: true,
  where: 'withdrawn_at IS NULL',
})
@Index('certificate_participant_idx', ['participantId'])
@Index('certificate_issued_by_idx', ['issuedBy'])
@Check('certificate_code_check', `code ~ '^[ACDEFGHJKMNPQRTUVWXY34679]{12}$'`)
@Check('certificate_name_check', `name <> ''`)
export class CertificateEntity {
  @PrimaryColumn('text')
  code: string;

  @ForeignKey(() => LetterEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  letterId: string;

  /** Null once the visit does not list them any more. */
  @ForeignKey(() => VisitParticipantEntity, { onDelete: 'SET NULL' })
  @Column({ type: 'uuid', nullable: true })
  participantId: string | null;

  /** As it stands on the certificate. */
  @Column('text')
  name: string;

  @Column({ type: 'text', nullable: true })
  position: string | null;

  @Column({ type: 'text', nullable: true })
  office: string | null;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  issuedBy: string;

  @Column('timestamptz')
  issuedAt: Date;

  /** From then on its code proves nothing. */
  @Column({ type: 'timestamptz', nullable: true })
  withdrawnAt: Date | null;
}
