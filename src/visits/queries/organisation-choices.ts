import { Injectable } from '@nestjs/common';
import { containing } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import { partnerNamed, partnerPattern, type OrganisationKind } from '../../units/index.js';

/** An organisation that can be asked to join a visit. */
export interface OrganisationChoice {
  code: string;
  name: string;
  kind: OrganisationKind;
}

/** Organisations that can be asked to join, in one statement. */
@Injectable()
export class OrganisationChoices {
  constructor(private readonly database: Database) {}

  /** Those whose name or place holds the words, and are neither host nor guest of the visit; at most 10, by name. */
  execute(visitId: string, words: string): Promise<OrganisationChoice[]> {
    const pattern = containing(words);
    if (pattern === undefined) return Promise.resolve([]);
    return this.database.query(
      `SELECT u.code, u.name, u.kind FROM unit u
       WHERE u.active AND (u.name ILIKE $2 OR u.place ILIKE $2 OR ${partnerNamed('u', '$3')})
         AND NOT EXISTS (SELECT FROM visit v WHERE v.id = $1 AND v.host_unit = u.code)
         AND NOT EXISTS (SELECT FROM visit_guest x WHERE x.visit_id = $1 AND x.organisation = u.code
           AND x.answer IN ('asked', 'joined'))
       ORDER BY u.name, u.code LIMIT 10`,
      [visitId, pattern, partnerPattern(words)],
    );
  }

  /** Those of the codes, and those that hold the words and are none of them; the latter at most 10, by name. */
  async chosenAnd(
    codes: readonly string[],
    words: string,
    without: readonly string[],
  ): Promise<{ chosen: OrganisationChoice[]; found: OrganisationChoice[] }> {
    const pattern = containing(words) ?? null;
    const rows = await this.database.query<OrganisationChoice & { isChosen: boolean }>(
      `(SELECT u.code, u.name, u.kind, true AS "isChosen" FROM unit u WHERE u.code = ANY ($1)
        ORDER BY u.name, u.code LIMIT 100)
       UNION ALL
       (SELECT u.code, u.name, u.kind, false FROM unit u
        WHERE u.active AND (u.name ILIKE $2 OR u.place ILIKE $2 OR ${partnerNamed('u', '$4')})
          AND u.code <> ALL ($1) AND u.code <> ALL ($3)
        ORDER BY u.name, u.code LIMIT 10)`,
      [codes, pattern, without, partnerPattern(words)],
    );
    const of = (wanted: boolean): OrganisationChoice[] =>
      rows
        .filter(({ isChosen }) => isChosen === wanted)
        .map(({ code, name, kind }) => ({ code, name, kind }));
    return { chosen: of(true), found: of(false) };
  }
}
