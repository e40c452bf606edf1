import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An attempt to sign in that failed; also for addresses without an account. */
@Entity('sign_in_failure')
@Index('sign_in_failure_at_idx', ['at'])
@Index('sign_in_failure_email_idx', ['email', 'network', 'at'])
export class SignInFailureEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  email: string;

  @Column('timestamptz')
  at: Date;

  @Column('text')
  network: string;
}
