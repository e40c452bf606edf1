import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** Words that the search takes for one another. */
@Entity('search_synonym')
@Check('search_synonym_terms_check', '(cardinality(terms) >= 2) AND (cardinality(terms) <= 20)')
@Check('search_synonym_version_check', 'version >= 1')
export class SearchSynonymEntity {
  @PrimaryColumn('text')
  id: string;

  /** In small letters, two at the least. */
  @Column({ type: 'text', array: true })
  terms: string[];

  @Column({ type: 'integer', default: 1 })
  version: number;

  @Column('timestamptz')
  changedAt: Date;

  /** A removed one stays, so that loading the reference data does not bring it back. */
  @Column({ type: 'timestamptz', nullable: true })
  removedAt: Date | null;
}
