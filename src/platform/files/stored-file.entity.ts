import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { isOneOf } from '../database/checks.js';
import { filePlaces, type FilePlace } from './object-store.js';

/** An object of the store of files: what several rows may hold, each by its digest. */
@Entity('stored_file')
@Index('stored_file_loose_idx', ['sha256'], { where: 'holders = 0' })
@Index('stored_file_damaged_idx', ['sha256'], { where: 'damaged_at IS NOT NULL' })
@Check('stored_file_sha256_check', `sha256 ~ '^[0-9a-f]{64}$'`)
@Check('stored_file_size_check', 'size > 0')
@Check('stored_file_place_check', isOneOf('place', filePlaces))
@Check('stored_file_holders_check', 'holders >= 0')
export class StoredFileEntity {
  @PrimaryColumn('text')
  sha256: string;

  /** Bytes. */
  @Column('integer')
  size: number;

  @Column('text')
  place: FilePlace;

  /** How many rows hold it; triggers count. */
  @Column({ type: 'integer', default: 0 })
  holders: number;

  /** Until when it is left alone though no row holds it: somebody is about to. */
  @Column({ type: 'timestamptz', nullable: true })
  claimedUntil: Date | null;

  /** Since when it is known to be missing or not as it was written. */
  @Column({ type: 'timestamptz', nullable: true })
  damagedAt: Date | null;
}
