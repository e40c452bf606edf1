import { CalendarDate, OneOf, Uuid, Whole } from '../../platform/http/view-fields.js';
import { signingWays, type SigningWay } from '../domain/letter-fields.js';
import { signerKinds, type SignerKind } from '../domain/signers.js';

class SignerView {
  @Uuid()
  id: string;

  @OneOf('SignerKind', signerKinds)
  kind: SignerKind;

  name: string;
  /** The post that is signed for, without Plt. or Plh. */
  position: string;
  rank: string | null;
  /** Masked. */
  nip: string | null;

  @CalendarDate()
  fromOn: string;

  @CalendarDate()
  untilOn: string | null;

  @Whole()
  version: number;
}

/** What stands on the papers of an office, and who signs for it. */
export class OfficePapersView {
  /** Code of the unit, or `kanwil-` and that of the regional office. */
  organisation: string;

  letterhead: string[];
  placeOfSigning: string | null;
  /** Who gets copies of new letters. */
  copies: string[];
  classificationCode: string | null;
  numberCode: string | null;
  /** How numbers of letters are written; null where they come from elsewhere. */
  numberPattern: string | null;

  /** How new letters are signed. */
  @OneOf('SigningWay', Object.keys(signingWays))
  signing: SigningWay;

  /** What the signing service of the office finds the place of its code by. */
  signatureMark: string;

  /** Whether there is an emblem to be fetched. */
  hasEmblem: boolean;
  signers: SignerView[];

  @Whole()
  version: number;
}
