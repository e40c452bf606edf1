import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A form that was sent, so that the same one again is not done again. */
@Entity('sent_form')
@Index('sent_form_begun_at_idx', ['begunAt'])
@Check('sent_form_key_check', `key ~ '^[A-Za-z0-9_-]{16,64}$'`)
@Check('sent_form_location_check', `location ~ '^/'`)
export class SentFormEntity {
  /** Of one rendering of the form. */
  @PrimaryColumn('text')
  key: string;

  /** SHA-256 of who sent what where, in base64url. */
  @PrimaryColumn('text')
  digest: string;

  @Column('timestamptz')
  begunAt: Date;

  /** The page that its sender was sent on to; null while it is being done. */
  @Column({ type: 'text', nullable: true })
  location: string | null;
}
