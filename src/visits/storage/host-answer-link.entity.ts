import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { VisitEntity } from './visit.entity.js';

/** A link by which the head of a host without accounts answers. */
@Entity('host_answer_link')
@Index('host_answer_link_created_idx', ['createdAt'])
@Index('host_answer_link_visit_id_idx', ['visitId'])
export class HostAnswerLinkEntity {
  @PrimaryColumn('text')
  tokenHash: string;

  @ForeignKey(() => VisitEntity, { onDelete: 'CASCADE' })
  @Column('uuid')
  visitId: string;

  /** When that was asked which it answers: another request or proposal has a link of its own. */
  @Column('timestamptz')
  askedAt: Date;

  @Column('timestamptz')
  createdAt: Date;
}
