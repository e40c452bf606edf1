import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { VisitEntity } from './visit.entity.js';

/** What is known of an answer that came without an account, beside its line of history, which names who gave it. */
@Entity('host_answer')
export class HostAnswerEntity {
  @ForeignKey(() => VisitEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  visitId: string;

  /** Of the line of history. */
  @PrimaryColumn('integer')
  version: number;

  /** What whoever gave it does, `Kepala Rutan Banjarnegara`. */
  @Column('text')
  office: string;

  @Column({ type: 'text', nullable: true })
  phone: string | null;
}
