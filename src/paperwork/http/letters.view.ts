import { CalendarDate, Instant, listOf, OneOf, Uuid, Whole } from '../../platform/http/view-fields.js';
import { detailFields, type LetterDetails } from '../domain/letter-details.js';
import { letterNatures, signingWays, type LetterNature, type SigningWay } from '../domain/letter-fields.js';
import {
  letterDirections,
  letterKinds,
  type LetterDirection,
  type LetterKind,
} from '../domain/letter-kinds.js';

/** Who signs or takes part, as it was. */
export class LetterPersonView {
  name: string;
  /** Masked, but where it was asked for. */
  nip: string | null;
  rank: string | null;
  position: string | null;
}

class LetterOfficeView {
  code: string;
  name: string;
  letterhead: string[];
  place: string;
  address: string | null;
  postcode: string | null;
  phone: string | null;
  email: string | null;
  webPage: string | null;
}

/** What was true on the day, which stays when people and units change. */
class LetterSnapshotView {
  @CalendarDate()
  takenOn: string;

  office: LetterOfficeView;
  signer: LetterPersonView | null;
  party: LetterPersonView[];
}

/** What its kind says of itself alone; blank, or null, of every other. */
class LetterDetailsView implements LetterDetails {
  @OneOf('AttendanceFilling', Object.keys(detailFields.filling.choices))
  filling: LetterDetails['filling'];

  chair: string;
  minuteTaker: string;
  conclusion: string;
  suggestions: string;
  agreed: string;
  contribution: string;
  authority: string;
  /** Masked. */
  authorityNip: string;
  costLevel: string;
  transport: string;
  departsFrom: string;

  @CalendarDate()
  departsOn: string | null;

  @CalendarDate()
  returnsOn: string | null;

  budgetOffice: string;
  budgetAccount: string;
  remarks: string;
}

class SessionMinutesView {
  /** Of the agenda; null for the visit as a whole. */
  @Uuid()
  session: string | null;

  title: string;
  said: string;
  concluded: string;
  promised: string;
}

/** A signed copy that was uploaded. */
class SignedCopyView {
  name: string;
  mediaType: string;

  /** Bytes. */
  @Whole()
  size: number;

  @Instant()
  addedAt: string;
}

/** A line of the register. */
export class RegisteredLetterView {
  @Uuid()
  id: string;

  /** Code of the party in whose register it stands. */
  organisation: string;

  @OneOf('LetterKind', letterKinds)
  kind: LetterKind;

  @OneOf('LetterDirection', letterDirections)
  direction: LetterDirection;

  number: string;

  @CalendarDate()
  datedOn: string | null;

  @OneOf('LetterNature', Object.keys(letterNatures))
  nature: LetterNature;

  attachment: string;
  subject: string;
  classification: string | null;
  copies: string[];
  basis: string;
  dipa: string;

  @OneOf('SigningWay', Object.keys(signingWays))
  signing: SigningWay;

  details: LetterDetailsView;
  /** Of a notula: what was said in the sessions; those of which nothing was written down are left out. */
  minutes: SessionMinutesView[];
  /** Whether the office's own counter gave the number. */
  isDrawn: boolean;

  @Uuid()
  generatedFile: string | null;

  @Uuid()
  signedFile: string | null;

  /** The signed copy that was uploaded (`GET /api/letters/:id/signed-copy`). */
  signedCopy: SignedCopyView | null;

  /** Null while only its own office and the Kanwil read it. */
  @Instant()
  sentAt: string | null;

  /** Whether it is for the whole trip that the visit is a leg of. */
  isOfTrip: boolean;
  /** Whether it has a paper that the reader may take away (`GET /api/letters/:id/paper`). */
  hasPaper: boolean;
  mayChange: boolean;
  snapshot: LetterSnapshotView;

  @Whole()
  version: number;
}

export class LetterList extends listOf(RegisteredLetterView) {}

/** Those in a letter with their NIP whole. */
export class LetterPeopleList extends listOf(LetterPersonView) {}

class IssuedCertificateView {
  /** As it is shown, in groups. */
  code: string;
  name: string;
  position: string | null;
  office: string | null;

  @Instant()
  issuedAt: string;

  /** Null for one that stands. */
  @Instant()
  withdrawnAt: string | null;
}

/** Certificates that were issued with a letter, and how many more can be. */
export class CertificateList extends listOf(IssuedCertificateView) {
  @Whole()
  lacking: number;
}

/** What a code proves: all that stands on the certificate. */
export class CheckedCertificateView {
  code: string;
  /** False for one that was withdrawn. */
  isValid: boolean;
  name: string;
  position: string | null;
  office: string | null;
  /** Who issued it. */
  issuer: string;
  number: string;

  @CalendarDate()
  datedOn: string | null;

  activity: string;
  host: string;
  when: string;
}
