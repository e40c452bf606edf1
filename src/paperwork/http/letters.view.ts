import { CalendarDate, Instant, listOf, OneOf, Uuid, Whole } from '../../platform/http/view-fields.js';
import { letterNatures, type LetterNature } from '../domain/letter-fields.js';
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
