import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { dateInRange, isOneOf } from '../../platform/database/checks.js';
import { UnitEntity } from '../../units/storage/unit.entity.js';
import type { SigningWay } from '../domain/letter-fields.js';
import { MOST_LETTERHEAD_LINES, type OfficeValues } from '../domain/office-fields.js';
import { signerKinds, type SignerKind, type SignerTerms } from '../domain/signers.js';

/** A picture above letterheads, by its digest: what stood on a letter stays. */
@Entity('emblem')
export class EmblemEntity {
  @PrimaryColumn('text')
  sha256: string;

  /** PNG, written anew from what was sent. */
  @Column('bytea')
  content: Buffer;
}

/** What stands on the papers of an organisation; a row once somebody said something. */
@Entity('office_paper')
@Index('office_paper_emblem_idx', ['emblem'], { where: 'emblem IS NOT NULL' })
@Check('office_paper_letterhead_check', `cardinality(letterhead) <= ${MOST_LETTERHEAD_LINES}`)
export class OfficePaperEntity implements OfficeValues {
  @ForeignKey(() => UnitEntity)
  @PrimaryColumn('text')
  organisation: string;

  @Column({ type: 'text', array: true, default: () => "'{}'" })
  letterhead: string[];

  @ForeignKey(() => EmblemEntity)
  @Column({ type: 'text', nullable: true })
  emblem: string | null;

  @Column({ type: 'text', nullable: true })
  placeOfSigning: string | null;

  @Column({ type: 'text', array: true, default: () => "'{}'" })
  copies: string[];

  @Column({ type: 'text', nullable: true })
  classificationCode: string | null;

  @Column({ type: 'text', nullable: true })
  numberCode: string | null;

  @Column({ type: 'text', nullable: true })
  numberPattern: string | null;

  @Column({ type: 'text', default: 'wet' })
  signing: SigningWay;

  @Column({ type: 'text', default: '' })
  signatureMark: string;

  @Column({ type: 'integer', default: 1 })
  version: number;
}

/** Who signs for an organisation: its head, or who acts in the place of one; by date. */
@Entity('signer')
@Index('signer_organisation_idx', ['organisation', 'fromOn'])
@Exclusion(
  'signer_no_overlap_excl',
  `USING gist (organisation WITH =, (CASE WHEN kind = 'head' THEN 'head' ELSE 'acting' END) WITH =, daterange(from_on, until_on, '[]') WITH &&)`,
)
@Check('signer_kind_check', isOneOf('kind', signerKinds))
@Check('signer_nip_check', `nip ~ '^[0-9]{18}$'`)
@Check('signer_order_check', `from_on <= until_on AND (kind = 'head' OR until_on IS NOT NULL)`)
@Check('signer_from_on_range_check', dateInRange('from_on'))
@Check('signer_until_on_range_check', dateInRange('until_on'))
export class SignerEntity implements SignerTerms {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => UnitEntity)
  @Column('text')
  organisation: string;

  @Column('text')
  kind: SignerKind;

  @Column('text')
  name: string;

  @Column('text')
  position: string;

  @Column({ type: 'text', nullable: true })
  nip: string | null;

  @Column({ type: 'text', nullable: true })
  rank: string | null;

  @Column('date')
  fromOn: string;

  @Column({ type: 'date', nullable: true })
  untilOn: string | null;

  @Column({ type: 'integer', default: 1 })
  version: number;
}
