import { AddressChangeEntity } from './address-change.entity.js';
import { ApiTokenEntity } from './api-token.entity.js';
import { PasswordLinkEntity } from './password-link.entity.js';
import { PersonEntity } from './person.entity.js';
import { SessionEntity } from './session.entity.js';
import { SetupDismissalEntity } from './setup-dismissal.entity.js';
import { SignInFailureEntity } from './sign-in-failure.entity.js';

/** The tables of this feature. */
export const peopleEntities = [
  AddressChangeEntity,
  ApiTokenEntity,
  PasswordLinkEntity,
  PersonEntity,
  SessionEntity,
  SetupDismissalEntity,
  SignInFailureEntity,
];
