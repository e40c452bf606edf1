import { listOf, OneOf, pageOf, Whole } from '../../platform/http/view-fields.js';
import { zoneNames, type Zone } from '../../platform/text/zones.js';
import { organisationKinds, type OrganisationKind } from '../domain/organisation-kinds.js';

/** An organisation in a list. */
export class OrganisationLineView {
  code: string;
  name: string;

  @OneOf('OrganisationKind', organisationKinds)
  kind: OrganisationKind;

  /** Empty where none is known. */
  place: string;

  @OneOf('TimeZone', zoneNames)
  timeZone: Zone;
}

export class OrganisationPage extends pageOf(OrganisationLineView) {}

export class OrganisationView extends OrganisationLineView {
  /** Other names that it is found by. */
  aliases: string[];
  email: string | null;
  phone: string | null;
  address: string | null;

  @Whole()
  version: number;
}

class HeldView {
  /** In Indonesian. */
  name: string;

  @Whole()
  count: number;
}

/** What would be kept under another partner. */
export class HeldList extends listOf(HeldView) {}
