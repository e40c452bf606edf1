import { Module } from '@nestjs/common';
import { EntitiesModule } from '../platform/database/entities.module.js';
import { ProblemsModule } from '../platform/errors/problem-catalog.js';
import { MailSamplesModule } from '../platform/mail/mail-samples.js';
import { Authenticator } from '../platform/security/access-guard.js';
import { UnitsModule } from '../units/index.js';
import { peopleMailSamples } from './domain/mail-samples.js';
import { MeController } from './http/me.controller.js';
import { PasswordLinksController } from './http/password-links.controller.js';
import { PeopleController } from './http/people.controller.js';
import { peopleConstraints, peopleProblems } from './http/problems.js';
import { SessionController } from './http/session.controller.js';
import { PersonTokensController } from './http/person-tokens.controller.js';
import { TokensController } from './http/tokens.controller.js';
import { AnswerForgottenPasswordJob } from './jobs/answer-forgotten-password.job.js';
import { ForgetExpiredJob } from './jobs/forget-expired.job.js';
import { AccountPages } from './pages/account.controller.js';
import { AdministrationPages } from './pages/administration.controller.js';
import { PasswordPages } from './pages/password.controller.js';
import { PeopleParts } from './pages/people-parts.js';
import { PersonTokenPages } from './pages/person-tokens.controller.js';
import { PersonPages } from './pages/person.controller.js';
import { SignInPages } from './pages/sign-in.controller.js';
import { StartPages } from './pages/start.controller.js';
import { FindAccount } from './queries/account-facts.js';
import { FindPasswordLink } from './queries/find-password-link.js';
import { ListApiTokens } from './queries/list-api-tokens.js';
import { ListPeople } from './queries/list-people.js';
import { OfficeReaders } from './queries/office-readers.js';
import { OfficerFacts } from './queries/officer-facts.js';
import { PlaceChoices } from './queries/place-choices.js';
import { peopleEntities } from './storage/entities.js';
import { CredentialRepository } from './storage/credential-repository.js';
import { PasswordLinkRepository } from './storage/password-link-repository.js';
import { PersonRepository } from './storage/person-repository.js';
import { SignInFailureRepository } from './storage/sign-in-failure-repository.js';
import { AnswerForgottenPassword } from './use-cases/answer-forgotten-password.js';
import { ApiTokens } from './use-cases/api-tokens.js';
import { ChangeOwnAccount } from './use-cases/change-own-account.js';
import { ChangePerson } from './use-cases/change-person.js';
import { CreatePerson } from './use-cases/create-person.js';
import { EndAccess, OtherAccess } from './use-cases/end-access.js';
import { FirstAdministratorLink } from './use-cases/first-administrator-link.js';
import { ForgetExpired } from './use-cases/forget-expired.js';
import { InvitePerson } from './use-cases/invite-person.js';
import { Passwords } from './use-cases/passwords.js';
import { PeopleAuthenticator } from './use-cases/people-authenticator.js';
import { RegisterPerson } from './use-cases/register-person.js';
import { RequestPasswordLink } from './use-cases/request-password-link.js';
import { SendLinkAgain } from './use-cases/send-link-again.js';
import { SendPasswordLink } from './use-cases/send-password-link.js';
import { Accounts, SetPassword } from './use-cases/set-password.js';
import { SignIn } from './use-cases/sign-in.js';
import { SignOut } from './use-cases/sign-out.js';

const api = [
  SessionController,
  MeController,
  TokensController,
  PersonTokensController,
  PeopleController,
  PasswordLinksController,
];
const pages = [
  StartPages,
  SignInPages,
  PasswordPages,
  AccountPages,
  AdministrationPages,
  PersonPages,
  PersonTokenPages,
];
const storage = [PersonRepository, CredentialRepository, PasswordLinkRepository, SignInFailureRepository];
const queries = [
  FindAccount,
  FindPasswordLink,
  ListPeople,
  ListApiTokens,
  OfficeReaders,
  OfficerFacts,
  PlaceChoices,
];
const access = [Passwords, SignIn, SignOut, EndAccess, OtherAccess, ApiTokens, ForgetExpired];
const accounts = [RegisterPerson, CreatePerson, InvitePerson, ChangePerson, ChangeOwnAccount, Accounts];
const passwordLinks = [
  SendPasswordLink,
  SendLinkAgain,
  RequestPasswordLink,
  AnswerForgottenPassword,
  SetPassword,
  FirstAdministratorLink,
];
const jobs = [AnswerForgottenPasswordJob, ForgetExpiredJob];

/** Accounts, sign-in and passwords. */
@Module({
  imports: [
    EntitiesModule.forFeature(peopleEntities),
    UnitsModule,
    ProblemsModule.forFeature(peopleProblems, peopleConstraints),
    MailSamplesModule.forFeature(peopleMailSamples),
  ],
  controllers: [...api, ...pages],
  providers: [
    ...storage,
    ...queries,
    ...access,
    ...accounts,
    ...passwordLinks,
    ...jobs,
    PeopleParts,
    { provide: Authenticator, useClass: PeopleAuthenticator },
  ],
  exports: [Authenticator, CreatePerson, FirstAdministratorLink, OfficeReaders, OfficerFacts, OtherAccess],
})
export class PeopleModule {}
