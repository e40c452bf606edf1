import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Min } from 'class-validator';
import { bodyOf } from '../../platform/http/described-body.js';
import { IsCode, IsText, MayBeLeftOut } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { OneOf } from '../../platform/http/view-fields.js';
import { zoneNames, type Zone } from '../../platform/text/zones.js';
import { organisationFields } from '../domain/organisation-fields.js';
import { organisationKinds, type OrganisationKind } from '../domain/organisation-kinds.js';

export class OrganisationListQuery extends PageQuery {
  /** Words in the name, another name or the place. */
  @IsOptional()
  @IsText(100)
  query?: string;

  /** Directorates and partners unless said. */
  @IsOptional()
  @IsIn(organisationKinds)
  @ApiProperty({ enum: organisationKinds, enumName: 'OrganisationKind' })
  kind?: OrganisationKind;
}

/** A directorate of the centre, or an outside partner. */
export class NewOrganisationBody extends bodyOf(organisationFields, ['name']) {
  @IsIn(organisationKinds)
  @OneOf('OrganisationKind', organisationKinds)
  kind: OrganisationKind;

  @IsIn(zoneNames)
  @OneOf('TimeZone', zoneNames)
  timeZone: Zone;
}

/** What is left out stays. */
export class ChangeOrganisationBody extends bodyOf(organisationFields) {
  /** The version that was seen. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  version: number;

  @MayBeLeftOut()
  @IsIn(zoneNames)
  @OneOf('TimeZone', zoneNames)
  timeZone?: Zone;
}

export class MergeQuery {
  /** Code of the partner that stays. */
  @IsCode()
  into: string;
}

export class MergeBody extends MergeQuery {
  /** Version of the one that goes, as it was seen. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  version: number;
}
