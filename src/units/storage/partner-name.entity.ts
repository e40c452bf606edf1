import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { UnitEntity } from './unit.entity.js';

/** A name of an outside partner. */
@Entity('partner_name')
@Index('partner_name_partner_idx', ['partner'])
@Check('partner_name_key_check', `key <> ''`)
export class PartnerNameEntity {
  /** `partnerKey` of the name. */
  @PrimaryColumn('text')
  key: string;

  @ForeignKey(() => UnitEntity)
  @Column('text')
  partner: string;
}

/** An outside partner that was put together with another, by which it goes on. */
@Entity('merged_organisation')
@Index('merged_organisation_became_idx', ['became'])
export class MergedOrganisationEntity {
  @PrimaryColumn('text')
  code: string;

  @Column('text')
  name: string;

  @ForeignKey(() => UnitEntity)
  @Column('text')
  became: string;

  @Column('text')
  mergedByName: string;

  @Column('timestamptz')
  mergedAt: Date;
}
