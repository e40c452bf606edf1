import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { mayManage } from '../../people/index.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Actor } from '../../platform/security/actor.js';
import { can, arrangesFor } from '../../platform/security/capabilities.js';
import { localDate } from '../../platform/text/dates.js';
import { normaliseEmail } from '../../platform/text/emails.js';
import { unitFinder, NamedUnits } from '../../units/index.js';
import { contentOf, type FileRow, type ImportKind } from '../domain/import-tables.js';
import { judgePerson, type PeopleKnown, type PersonContent } from '../domain/judge-person.js';
import { judgeVisit, type VisitContent, type VisitsKnown } from '../domain/judge-visit.js';
import type { JudgedRow } from '../domain/judged-row.js';
import { ImportFacts } from '../queries/import-facts.js';

/** What a row brings. */
export type RowContent = { person: PersonContent } | { visit: VisitContent };
export type Judge = (row: FileRow) => JudgedRow<RowContent>;

/** The digest by which the same content is known again. */
export const contentKeyOf = (kind: ImportKind, row: Pick<FileRow, 'cells'>): string =>
  createHash('sha256').update(contentOf(kind, row)).digest('hex');

/** Holds rows of a file against what stands: the units, the programs, the accounts, and what the actor may do. */
@Injectable()
export class JudgeRows {
  constructor(
    private readonly clock: Clock,
    private readonly units: NamedUnits,
    private readonly facts: ImportFacts,
  ) {}

  /** A judge of any number of rows, by what stands now; a few statements, however many there are. */
  async judge(actor: Actor, kind: ImportKind, rows: readonly FileRow[]): Promise<Judge> {
    if (kind === 'people') {
      const known = await this.peopleKnown(actor, rows);
      return (row) => wrapped(judgePerson(row, known), (person) => ({ person }));
    }
    const known = await this.visitsKnown(actor);
    return (row) => wrapped(judgeVisit(kind, row, known), (visit) => ({ visit }));
  }

  private async peopleKnown(actor: Actor, rows: readonly FileRow[]): Promise<PeopleKnown> {
    const emails = rows.flatMap(({ cells }) => normaliseEmail(cells['surel'] ?? '') ?? []);
    return {
      findUnit: await this.units.finder(),
      findOffice: unitFinder(await this.facts.offices()),
      accounts: await this.facts.accounts(emails),
      mayManage: (post) => mayManage(actor, post),
    };
  }

  private async visitsKnown(actor: Actor): Promise<VisitsKnown> {
    const programs = (await this.facts.programs()).flatMap(({ code, title }): [string, string][] => [
      [code.toLowerCase(), code],
      [title.toLowerCase(), code],
    ]);
    const now = this.clock.now();
    return {
      findUnit: await this.units.finder(),
      programs: new Map(programs),
      now,
      today: localDate(now, actor.timeZone),
      actor: {
        arrangesFor: arrangesFor(actor),
        regionalOffice: actor.regionalOffice,
        oversees: can(actor, 'visits.oversee'),
      },
    };
  }
}

const wrapped = <Content>(
  judged: JudgedRow<Content>,
  wrap: (content: Content) => RowContent,
): JudgedRow<RowContent> => ({ ...judged, content: judged.content === null ? null : wrap(judged.content) });
