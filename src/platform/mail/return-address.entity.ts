import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The return address of a recipient in a stream of mails. */
@Entity('return_address')
@Check('return_address_email_check', 'email = lower(email)')
@Check('return_address_token_check', `token ~ '^[a-z2-7]{26}$'`)
export class ReturnAddressEntity {
  @PrimaryColumn('text')
  stream: string;

  @PrimaryColumn('text')
  email: string;

  @Column({ type: 'text', unique: true })
  token: string;
}
