import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { Role } from '../../platform/security/actor.js';
import { normaliseEmail } from '../../platform/text/emails.js';
import { normalisePhone } from '../../platform/text/phones.js';
import { newId } from '../../platform/text/tokens.js';
import { PeopleError } from '../domain/error-codes.js';
import { placeFits } from '../domain/policies.js';
import { PersonRepository, type PersonRow } from '../storage/person-repository.js';

/** A person to be written down; officers and unit heads have a unit, the regional office's people an office. */
export interface NewPerson {
  name: string;
  email: string;
  role: Role;
  unit?: string | null;
  regionalOffice?: string | null;
  phone?: string | null;
  position?: string | null;
  /** 18 digits. */
  nip?: string | null;
  rank?: string | null;
}

/** A phone number as stored, or null. @throws PeopleError `bad-phone` */
export function storedPhone(phone: string | null): string | null {
  if (phone === null || phone === '') return null;
  const stored = normalisePhone(phone);
  if (stored === null) throw new PeopleError('bad-phone');
  return stored;
}

/** A mail address as stored. @throws PeopleError `bad-email` */
export function storedEmail(email: string): string {
  const stored = normaliseEmail(email);
  if (stored === null) throw new PeopleError('bad-email');
  return stored;
}

/** Writes a person down; whoever calls has asked the policy. */
@Injectable()
export class RegisterPerson {
  constructor(
    private readonly clock: Clock,
    private readonly people: PersonRepository,
  ) {}

  /** @throws PeopleError `bad-email`, `bad-phone`, `role-place-mismatch`, `email-taken` (by its constraint) */
  async execute(person: NewPerson, passwordHash: string | null): Promise<PersonRow> {
    const { name, role, unit = null, regionalOffice = null, phone = null } = person;
    const { position = null, nip = null, rank = null } = person;
    if (!placeFits(role, unit, regionalOffice)) throw new PeopleError('role-place-mismatch');
    const row: PersonRow = {
      id: newId(),
      name,
      email: storedEmail(person.email),
      phone: storedPhone(phone),
      nip,
      position,
      rank,
      role,
      unit,
      regionalOffice,
      passwordHash,
      suspendedAt: null,
      erasedAt: null,
      createdAt: this.clock.now(),
      version: 1,
    };
    await this.people.add(row);
    return row;
  }
}
