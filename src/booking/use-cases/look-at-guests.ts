import { Injectable } from '@nestjs/common';
import { RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { organisationOf } from '../../platform/security/capabilities.js';
import { OrganisationChoices, type OrganisationChoice } from '../../visits/index.js';
import type { BookingInput } from '../domain/booking-input.js';
import { ArrangingUnits } from '../queries/arranging-units.js';

/** Whom a visit is asked for, and by whom. */
export interface LeadingGuest {
  /** The leading guest: the own unit, or whichever of its units a regional office chose; null while it chose none. */
  guest: { code: string; name: string } | null;
  /** Whether a regional office arranges the visit, and the units that it may choose from. */
  arranges: boolean;
  guestUnits: readonly { code: string; name: string }[];
}

/** Organisations that are asked to join, and others that were found. */
export interface JoiningGuests {
  chosen: OrganisationChoice[];
  found: OrganisationChoice[];
  /** Names of outside partners that come along, as they are typed. */
  partners: string[];
}

/** Who would visit. */
@Injectable()
export class LookAtGuests {
  constructor(
    private readonly units: ArrangingUnits,
    private readonly organisations: OrganisationChoices,
  ) {}

  /** @throws RequestError `not-allowed` for whoever belongs to no organisation, or to no regional office */
  async leading(actor: Actor, { guest: code }: BookingInput, arranges: boolean): Promise<LeadingGuest> {
    const { placeName, regionalOffice } = actor;
    const own = organisationOf(actor);
    if (arranges && regionalOffice !== null) {
      const guestUnits = await this.units.ofRegion(regionalOffice, own);
      return { guest: guestUnits.find((each) => each.code === code) ?? null, arranges, guestUnits };
    }
    if (arranges || own === null) throw new RequestError('not-allowed');
    return { guest: { code: own, name: placeName ?? 'UPT Anda' }, arranges, guestUnits: [] };
  }

  /** @param parties host and leading guest, which cannot be asked */
  async joining(
    { joining: { codes, words, partners: typed } }: BookingInput,
    ...parties: (string | undefined)[]
  ): Promise<JoiningGuests> {
    const partners = namesIn(typed);
    if (codes.length === 0 && words === '') return { chosen: [], found: [], partners };
    const without = parties.filter((code) => code !== undefined);
    const asked = codes.filter((code) => !without.includes(code));
    return { ...(await this.organisations.chosenAnd(asked, words, without)), partners };
  }
}

/** Names as they are typed, a line each, each once. */
const namesIn = (typed: string): string[] => [
  ...new Set(
    typed
      .split('\n')
      .map((name) => name.trim())
      .filter(Boolean),
  ),
];
