import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ProgramEntity } from '../../units/storage/program.entity.js';
import { VisitEntity } from './visit.entity.js';

/** A program that a visit is about. */
@Entity('visit_program')
@Index('visit_program_program_idx', ['program'])
export class VisitProgramEntity {
  @ForeignKey(() => VisitEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  visitId: string;

  @ForeignKey(() => ProgramEntity)
  @PrimaryColumn('text')
  program: string;
}
