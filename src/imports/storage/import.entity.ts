import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { isOneOf } from '../../platform/database/checks.js';
import { PersonEntity } from '../../people/storage/person.entity.js';
import { importStates, rowStates, type ImportState, type RowState } from '../domain/import-states.js';
import { importKinds, type ImportKind } from '../domain/import-tables.js';

/** A file of rows that somebody brought, and how far making them is. */
@Entity('import')
@Index('import_created_by_idx', ['createdBy', 'createdAt'])
@Check('import_done_check', `(state = 'done') = (finished_at IS NOT NULL)`)
@Check('import_kind_check', isOneOf('kind', importKinds))
@Check('import_state_check', isOneOf('state', importStates))
export class ImportEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: ImportKind;

  @Column('text')
  fileName: string;

  @Column('text')
  state: ImportState;

  @ForeignKey(() => PersonEntity)
  @Column('uuid')
  createdBy: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  confirmedAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  finishedAt: Date | null;
}

/** A row of an imported file. */
@Entity('import_row')
@Index('import_row_state_idx', ['importId', 'state', 'number'])
@Check('import_row_made_check', `(made_id IS NULL) OR (state = 'made')`)
@Check('import_row_number_check', 'number >= 1')
@Check('import_row_state_check', isOneOf('state', rowStates))
export class ImportRowEntity {
  @ForeignKey(() => ImportEntity, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  importId: string;

  /** As the program of tables shows it. */
  @PrimaryColumn('integer')
  number: number;

  /** Texts by the columns' keys. */
  @Column('jsonb')
  cells: Record<string, string>;

  /** Digest of what the row says. */
  @Column('text')
  contentKey: string;

  @Column('text')
  state: RowState;

  /** What would be made, in a sentence; or why nothing is. */
  @Column('text')
  says: string;

  /** The person or visit that was made. */
  @Column({ type: 'uuid', nullable: true })
  madeId: string | null;
}

/** What was ever made of a row's content: the same content makes nothing twice. */
@Entity('imported_content')
export class ImportedContentEntity {
  @PrimaryColumn('text')
  contentKey: string;

  @Column('uuid')
  madeId: string;
}
