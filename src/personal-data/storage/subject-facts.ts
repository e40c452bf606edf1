import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** Somebody as a row of a visit or a trip, or an account, names them. */
export interface NamedRow {
  id: string;
  name: string;
  email: string | null;
}

/** What the own rows say of somebody. */
export interface OwnValue {
  kind: 'name' | 'address' | 'phone' | 'nip';
  value: string;
}

/** The rows that are somebody. */
export interface OwnIds {
  persons: readonly string[];
  participants: readonly string[];
  members: readonly string[];
}

/** Finds what is somebody's, and what is somebody else's, too. */
@Injectable()
export class SubjectFacts {
  constructor(private readonly database: Database) {}

  /** Rows of visits by the account or its address. */
  participantsOf(
    personId: string | null,
    email: string | null,
  ): Promise<(NamedRow & { personId: string | null })[]> {
    return this.database.query<NamedRow & { personId: string | null }>(
      `SELECT id, name, email, person_id AS "personId" FROM visit_participant WHERE person_id = $1::uuid OR email = $2::text ORDER BY id`,
      [personId, email],
    );
  }

  /** Rows of trips from which those of visits come, and those at the same address. */
  membersOf(participants: readonly string[], email: string | null): Promise<NamedRow[]> {
    return this.database.query<NamedRow>(
      `SELECT id, name, email FROM trip_member
       WHERE id IN (SELECT member_id FROM trip_participant WHERE participant_id = ANY ($1::uuid[])) OR email = $2::text
       ORDER BY id`,
      [participants, email],
    );
  }

  async visitsOf(participants: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT DISTINCT visit_id AS id FROM visit_participant WHERE id = ANY ($1::uuid[])`,
      [participants],
    );
    return rows.map(({ id }) => id);
  }

  /** Names, addresses and numbers that the own rows hold, each once. */
  async valuesOf({ persons, participants, members }: OwnIds): Promise<OwnValue[]> {
    return this.database.query<OwnValue>(
      `SELECT DISTINCT x.kind,
         x.value
       FROM (
         SELECT v.kind, v.value FROM person p
           CROSS JOIN LATERAL (VALUES ('name', p.name), ('address', p.email), ('phone', p.phone), ('nip', p.nip)) v (kind, value)
           WHERE p.id = ANY ($1::uuid[])
         UNION ALL SELECT v.kind, v.value FROM visit_participant p
           CROSS JOIN LATERAL (VALUES ('name', p.name), ('address', p.email), ('phone', p.phone), ('nip', p.nip)) v (kind, value)
           WHERE p.id = ANY ($2::uuid[])
         UNION ALL SELECT v.kind, v.value FROM trip_member p
           CROSS JOIN LATERAL (VALUES ('name', p.name), ('address', p.email), ('phone', p.phone), ('nip', p.nip)) v (kind, value)
           WHERE p.id = ANY ($3::uuid[])
         UNION ALL SELECT v.kind, v.value FROM walk_in_contact w
           CROSS JOIN LATERAL (VALUES ('address', w.email), ('phone', w.phone)) v (kind, value)
           WHERE w.participant_id = ANY ($2::uuid[])
         UNION ALL SELECT 'address', sender FROM known_sender WHERE participant_id = ANY ($2::uuid[])
         UNION ALL SELECT 'address', email FROM participant_address WHERE participant_id = ANY ($2::uuid[])
         UNION ALL SELECT 'address', email FROM address_change WHERE person_id = ANY ($1::uuid[])
         UNION ALL SELECT 'name', whose FROM nip_look WHERE participant_id = ANY ($2::uuid[])
         UNION ALL SELECT 'name', actor_name FROM visit_history WHERE actor_id = ANY ($1::uuid[])
         UNION ALL SELECT 'name', actor_name FROM follow_up_history WHERE actor_id = ANY ($1::uuid[])
         UNION ALL SELECT 'name', author_name FROM follow_up_comment WHERE author_id = ANY ($1::uuid[])
         UNION ALL SELECT 'name', person_name FROM follow_up WHERE person_id = ANY ($1::uuid[])
       ) x WHERE x.value <> ''`,
      [persons, participants, members],
    );
  }

  /** Names under which somebody stood in visits before one of these. */
  async namesBefore(visits: readonly string[], names: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ name: string }>(
      `SELECT DISTINCT c ->> 'before' AS "name"
       FROM visit_history h CROSS JOIN LATERAL jsonb_array_elements(h.changes) c
       WHERE h.visit_id = ANY ($1::uuid[]) AND c ->> 'field' = 'participant.name' AND c ->> 'before' IS NOT NULL
         AND (c ->> 'after' = ANY ($2::text[]) OR c ->> 'about' = ANY ($2::text[]))`,
      [visits, names],
    );
    return rows.map(({ name }) => name);
  }

  /** Addresses written beside one of the own as how a visit is reached, and the names beside them. */
  async contactsOf(addresses: readonly string[]): Promise<{ name: string; phone: string | null }[]> {
    return this.database.query<{ name: string; phone: string | null }>(
      `SELECT DISTINCT contact_name AS name, contact_phone AS phone FROM visit WHERE contact_email = ANY ($1::text[])`,
      [addresses],
    );
  }

  /** Which of these addresses, numbers and NIP are somebody else's, or an office's, too. */
  async sharedValues(
    values: readonly string[],
    { persons, participants, members }: OwnIds,
  ): Promise<string[]> {
    const rows = await this.database.query<{ value: string }>(
      `SELECT x.value FROM unnest($1::text[]) x (value)
       WHERE EXISTS (SELECT FROM person p WHERE p.id <> ALL ($2::uuid[]) AND x.value IN (p.email, p.phone, p.nip))
         OR EXISTS (SELECT FROM visit_participant p WHERE p.id <> ALL ($3::uuid[]) AND x.value IN (p.email, p.phone, p.nip))
         OR EXISTS (SELECT FROM trip_member p WHERE p.id <> ALL ($4::uuid[]) AND x.value IN (p.email, p.phone, p.nip))
         OR EXISTS (SELECT FROM unit u WHERE x.value IN (lower(u.email), u.phone))
         OR EXISTS (SELECT FROM regional_office o WHERE x.value = lower(o.email))`,
      [values, persons, participants, members],
    );
    return rows.map(({ value }) => value);
  }

  /** Where somebody else is in whose name this one stands: visits, or null outside of them. */
  async borneElsewhere(name: string, { persons, participants, members }: OwnIds): Promise<(string | null)[]> {
    const rows = await this.database.query<{ visit: string | null }>(
      `SELECT p.visit_id AS visit FROM visit_participant p
         WHERE p.id <> ALL ($3::uuid[]) AND strpos(lower(p.name), lower($1::text)) > 0
       UNION SELECT NULL::uuid FROM person p
         WHERE p.id <> ALL ($2::uuid[]) AND strpos(lower(p.name), lower($1::text)) > 0
       UNION SELECT NULL::uuid FROM trip_member p
         WHERE p.id <> ALL ($4::uuid[]) AND strpos(lower(p.name), lower($1::text)) > 0`,
      [name, persons, participants, members],
    );
    return rows.map(({ visit }) => visit);
  }
}
