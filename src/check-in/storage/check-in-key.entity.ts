import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The one key that the secrets of visits are made of; the migration that made the table wrote it. */
@Entity('check_in_key')
@Check('check_in_key_one_check', 'one')
@Check('check_in_key_length_check', 'char_length(key) >= 64')
export class CheckInKeyEntity {
  @PrimaryColumn({ type: 'boolean', default: true })
  one: boolean;

  @Column('text')
  key: string;
}
