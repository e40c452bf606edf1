import { Module } from '@nestjs/common';
import { EntitiesModule } from '../platform/database/entities.module.js';
import { ProblemsModule } from '../platform/errors/problem-catalog.js';
import { MailSamplesModule } from '../platform/mail/mail-samples.js';
import { Authenticator } from '../platform/security/access-guard.js';
import { UnitsModule } from '../units/index.js';
import { peopleMailSamples } from './domain/mail-samples.js';
import { AddressesController } from './http/addresses.controller.js';
import { InvitationsController } from './http/invitations.controller.js';
import { SetupController } from './http/setup.controller.js';
import { AddressDomainsController } from './http/address-domains.controller.js';
import { HandoverController } from './http/handover.controller.js';
import { MeController } from './http/me.controller.js';
import { PasswordLinksController } from './http/password-links.controller.js';
import { PeopleController } from './http/people.controller.js';
import { peopleConstraints, peopleProblems } from './http/problems.js';
import { SessionController } from './http/session.controller.js';
import { PersonTokensController } from './http/person-tokens.controller.js';
import { TokensController } from './http/tokens.controller.js';
import { AnswerForgottenPasswordJob } from './jobs/answer-forgotten-password.job.js';
import { ForgetExpiredJob } from './jobs/forget-expired.job.js';
import { AddressPages } from './pages/address.controller.js';
import { InviteHeadsPages } from './pages/invite-heads.controller.js';
import { SetupCard } from './pages/setup-card.js';
import { SetupPages } from './pages/setup.controller.js';
import { AddressDomainPages } from './pages/address-domains.controller.js';
import { AccountPages } from './pages/account.controller.js';
import { AdministrationPages } from './pages/administration.controller.js';
import { PasswordPages } from './pages/password.controller.js';
import { PeopleParts } from './pages/people-parts.js';
import { PersonTokenPages } from './pages/person-tokens.controller.js';
import { PersonPages } from './pages/person.controller.js';
import { ShowAccount } from './pages/show-account.js';
import { ShowPerson } from './pages/show-person.js';
import { SignInPages } from './pages/sign-in.controller.js';
import { StartPages } from './pages/start.controller.js';
import { Colleagues } from './queries/colleagues.js';
import { FindAccount } from './queries/account-facts.js';
import { HeadlessUnits } from './queries/headless-units.js';
import { SetupCounts } from './queries/setup-counts.js';
import { FindPasswordLink } from './queries/find-password-link.js';
import { ListApiTokens } from './queries/list-api-tokens.js';
import { ListPeople } from './queries/list-people.js';
import { ActingPerson } from './queries/acting-person.js';
import { OfficeReaders } from './queries/office-readers.js';
import { OfficerFacts } from './queries/officer-facts.js';
import { PlaceChoices } from './queries/place-choices.js';
import { peopleEntities } from './storage/entities.js';
import { AddressChangeRepository } from './storage/address-change-repository.js';
import { CredentialRepository } from './storage/credential-repository.js';
import { PasswordLinkRepository } from './storage/password-link-repository.js';
import { PersonRepository } from './storage/person-repository.js';
import { SignInFailureRepository } from './storage/sign-in-failure-repository.js';
import { AskAddress } from './use-cases/ask-address.js';
import { OtherAddresses } from './use-cases/other-addresses.js';
import { ReaddressAccount } from './use-cases/readdress-account.js';
import { TakeAddress } from './use-cases/take-address.js';
import { AnswerForgottenPassword } from './use-cases/answer-forgotten-password.js';
import { AccountBook } from './use-cases/account-book.js';
import { MoveDomain } from './use-cases/move-domain.js';
import { AccountHangs } from './use-cases/account-hangs.js';
import { ApiTokens } from './use-cases/api-tokens.js';
import { ChangeOwnAccount } from './use-cases/change-own-account.js';
import { CloseAccount } from './use-cases/close-account.js';
import { ChangePerson } from './use-cases/change-person.js';
import { CreatePerson } from './use-cases/create-person.js';
import { EndAccess, OtherAccess } from './use-cases/end-access.js';
import { ExportPeople } from './use-cases/export-people.js';
import { FirstAdministratorLink } from './use-cases/first-administrator-link.js';
import { ForgetExpired } from './use-cases/forget-expired.js';
import { HandOver } from './use-cases/hand-over.js';
import { Hangs } from './use-cases/hangs.js';
import { MovePeople } from './use-cases/move-people.js';
import { InviteMany } from './use-cases/invite-many.js';
import { SeeToSetup } from './use-cases/see-to-setup.js';
import { InvitePerson } from './use-cases/invite-person.js';
import { Passwords } from './use-cases/passwords.js';
import { PeopleAuthenticator } from './use-cases/people-authenticator.js';
import { ReadHangs } from './use-cases/read-hangs.js';
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
  HandoverController,
  AddressDomainsController,
  InvitationsController,
  SetupController,
  AddressesController,
  PasswordLinksController,
];
const pages = [
  StartPages,
  SignInPages,
  PasswordPages,
  AccountPages,
  AdministrationPages,
  InviteHeadsPages,
  SetupPages,
  AddressDomainPages,
  PersonPages,
  PersonTokenPages,
  AddressPages,
];
const storage = [
  AddressChangeRepository,
  PersonRepository,
  CredentialRepository,
  PasswordLinkRepository,
  SignInFailureRepository,
];
const queries = [
  HeadlessUnits,
  SetupCounts,
  Colleagues,
  FindAccount,
  FindPasswordLink,
  ListPeople,
  ListApiTokens,
  OfficeReaders,
  OfficerFacts,
  PlaceChoices,
];
const access = [Passwords, SignIn, SignOut, EndAccess, OtherAccess, ApiTokens, ForgetExpired];
const handover = [AccountHangs, Hangs, HandOver, ReadHangs];
const addresses = [AccountBook, MoveDomain, AskAddress, OtherAddresses, ReaddressAccount, TakeAddress];
const setup = [InviteMany, SeeToSetup, SetupCard];
const accounts = [
  RegisterPerson,
  CreatePerson,
  InvitePerson,
  ChangePerson,
  CloseAccount,
  ChangeOwnAccount,
  Accounts,
];
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
    ActingPerson,
    ExportPeople,
    ...storage,
    ...queries,
    ...access,
    ...accounts,
    ...handover,
    MovePeople,
    ...setup,
    ...addresses,
    ...passwordLinks,
    ...jobs,
    PeopleParts,
    ShowAccount,
    ShowPerson,
    { provide: Authenticator, useClass: PeopleAuthenticator },
  ],
  exports: [
    ActingPerson,
    Authenticator,
    CloseAccount,
    CreatePerson,
    FirstAdministratorLink,
    Hangs,
    InvitePerson,
    MovePeople,
    OtherAddresses,
    OfficeReaders,
    OfficerFacts,
    OtherAccess,
  ],
})
export class PeopleModule {}
