import { IsIn, IsInt, IsNotEmpty, IsOptional, Min } from 'class-validator';
import { bodyOf } from '../../platform/http/described-body.js';
import { IsCalendarDate, IsNip, IsRank, IsText, MayBeLeftOut } from '../../platform/http/fields.js';
import { readFields } from '../../platform/pages/described-form.js';
import { typed, type SentForm } from '../../platform/pages/forms.js';
import { officeFields } from '../domain/office-fields.js';
import { signerKinds, type SignerKind, type SignerTerms } from '../domain/signers.js';

export class OfficePapersForm extends bodyOf(officeFields) {
  @IsInt()
  @Min(1)
  version: number;
}

/** What was sent, in the shape of `OfficePapersForm`. */
export const readPapers = (sent: SentForm = {}): SentForm => ({
  ...readFields(officeFields, sent),
  version: Number(typed(sent, 'version')),
});

/** A signer as it is typed; what is left empty is left out. */
export class SignerForm {
  @IsIn(signerKinds)
  kind: SignerKind;

  @IsText(200)
  @IsNotEmpty()
  name: string;

  @IsText(200)
  @IsNotEmpty()
  position: string;

  @IsOptional()
  @IsRank()
  rank?: string;

  /** Left out where it stays. */
  @IsOptional()
  @IsNip()
  nip?: string;

  @IsCalendarDate()
  fromOn: string;

  @IsOptional()
  @IsCalendarDate()
  untilOn?: string;

  /** The version that was shown, of one that is stored. */
  @MayBeLeftOut()
  @IsInt()
  @Min(1)
  version?: number;
}

/** What a signer's form says beside the NIP. */
export const termsOf = ({
  kind,
  name,
  position,
  rank,
  fromOn,
  untilOn,
}: SignerForm): Omit<SignerTerms, 'nip'> => ({
  ...{ kind, name, position, fromOn },
  rank: rank ?? null,
  untilOn: untilOn ?? null,
});
