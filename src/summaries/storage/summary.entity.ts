import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from '../../people/storage/person.entity.js';
import { VisitEntity } from '../../visits/storage/visit.entity.js';
import { VisitEntryEntity } from '../../visit-days/storage/visit-entry.entity.js';
import type { SummaryContent, SummaryTexts } from '../domain/summary.js';

/** What came of a visit, as it is worked on. */
@Entity('summary')
@Index('summary_draft_idx', ['changedBy'], { where: 'revision = 0' })
@Check('summary_answers_check', `jsonb_typeof(answers) = 'array'`)
@Check('summary_links_check', `jsonb_typeof(links) = 'array'`)
@Check('summary_revision_check', 'revision >= 0')
@Check('summary_version_check', 'version >= 1')
export class SummaryEntity {
  @ForeignKey(() => VisitEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  visitId: string;

  @Column('integer')
  version: number;

  @Column('text')
  outcomes: string;

  @Column('text')
  decisions: string;

  @Column('text')
  notes: string;

  @Column('jsonb')
  links: SummaryTexts['links'];

  /** To the learning questions of the visit. */
  @Column({ type: 'jsonb', default: () => `'[]'` })
  answers: SummaryTexts['answers'];

  /** The last one published; 0 before the first. */
  @Column({ type: 'integer', default: 0 })
  revision: number;

  @Column('timestamptz')
  changedAt: Date;

  /** Null when the system itself wrote it. */
  @ForeignKey(() => PersonEntity)
  @Column({ type: 'uuid', nullable: true })
  changedBy: string | null;
}

/** What came of a visit, as it was published. */
@Entity('summary_revision')
@Index('summary_revision_first_idx', ['publishedAt'], { where: 'revision = 1' })
@Check('summary_revision_revision_check', 'revision >= 1')
export class SummaryRevisionEntity {
  @ForeignKey(() => SummaryEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  visitId: string;

  @PrimaryColumn('integer')
  revision: number;

  @Column('timestamptz')
  publishedAt: Date;

  @ForeignKey(() => PersonEntity)
  @Column({ type: 'uuid', nullable: true })
  publishedBy: string | null;

  @Column('jsonb')
  content: SummaryContent;
}

/** Notes and photos of the day that a summary takes in, each once; one that was removed since is told by nobody. */
@Entity('summary_entry')
@ForeignKey(() => VisitEntryEntity, ['visitId', 'entryId'], ['visitId', 'id'], {
  name: 'summary_entry_visit_id_entry_id_fkey',
  onDelete: 'CASCADE',
})
export class SummaryEntryEntity {
  @ForeignKey(() => SummaryEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  visitId: string;

  @PrimaryColumn('uuid')
  entryId: string;
}
