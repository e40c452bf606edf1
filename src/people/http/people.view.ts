import { Instant, listOf, OneOf, pageOf, Uuid, Whole } from '../../platform/http/view-fields.js';
import { roles, type Role } from '../../platform/security/actor.js';

export class AccountView {
  @Uuid()
  id: string;

  name: string;
  email: string;
  phone: string | null;
  /** Masked. */
  nip: string | null;
  position: string | null;
  /** Rank and grade. */
  rank: string | null;

  @OneOf('Role', roles)
  role: Role;

  /** Code of the unit, of officers and unit heads. */
  unit: string | null;
  /** Code of the regional office, of its people. */
  regionalOffice: string | null;

  @Whole()
  version: number;
}

export class PersonView extends AccountView {
  /** Whether the invitation has been taken up. */
  hasPassword: boolean;
  suspended: boolean;

  @Instant()
  createdAt: string;
}

export class PersonPage extends pageOf(PersonView) {}

export class SessionView {
  /** For `Authorization: Bearer`. */
  token: string;
  account: AccountView;
}

export class TokenView {
  @Uuid()
  id: string;

  name: string;

  @Instant()
  createdAt: string;

  @Instant()
  lastUsedAt: string | null;

  @Instant()
  expiresAt: string;
}

export class TokenList extends listOf(TokenView) {}

export class NewTokenView {
  @Uuid()
  id: string;

  name: string;
  /** The secret, in this answer only. */
  token: string;

  @Instant()
  createdAt: string;

  @Instant()
  expiresAt: string;
}

class InvitedView {
  @Uuid()
  id: string;
}

/** Accounts that were made, in the order in which they were asked for. */
export class InvitedList extends listOf(InvitedView) {}
