import { sameHours } from '../../platform/text/day-hours.js';
import { Injectable } from '@nestjs/common';
import { InvitePerson } from '../../people/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { IncidentLog } from '../../platform/errors/incident-log.js';
import { ProblemCatalog } from '../../platform/errors/problem-catalog.js';
import { asAppError } from '../../platform/http/as-app-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { RecordWholeVisit } from '../../records/index.js';
import { CreateVisit } from '../../visits/index.js';
import type { PersonContent } from '../domain/judge-person.js';
import type { VisitContent } from '../domain/judge-visit.js';
import { ImportRepository, type ImportRow } from '../storage/import-repository.js';
import type { RowContent } from './judge-rows.js';

/** Makes what a row brings, by the same ways as people do. */
@Injectable()
export class MakeContent {
  constructor(
    private readonly invite: InvitePerson,
    private readonly create: CreateVisit,
    private readonly record: RecordWholeVisit,
  ) {}

  /** @returns the id of the person or visit */
  execute(actor: Actor, content: RowContent): Promise<string> {
    return 'person' in content ? this.person(actor, content.person) : this.visit(actor, content.visit);
  }

  private person(actor: Actor, person: PersonContent): Promise<string> {
    return this.invite.execute(actor, person);
  }

  private visit(
    actor: Actor,
    { isDraft, summary, promise, places, partners, ...visit }: VisitContent,
  ): Promise<string> {
    const whole = { ...visit, ...sameHours(visit.startsAt, visit.endsAt), participants: [] };
    if (isDraft) {
      const guests = partners.map((partnerName) => ({ partnerName }));
      return this.create.execute(actor, { ...whole, guests }, null);
    }
    const followUps = promise ? [promise] : [];
    const entered = { visit: whole, summary, followUps, partners, mails: false };
    return this.record.execute(actor, entered, null, places);
  }
}

/** Makes the rows of an import one by one: each in a transaction of its own, so that one that fails stops no other. */
@Injectable()
export class MakeRow {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly imports: ImportRepository,
    private readonly content: MakeContent,
    private readonly catalog: ProblemCatalog,
    private readonly incidents: IncidentLog,
  ) {}

  async execute(actor: Actor, row: ImportRow, content: RowContent): Promise<void> {
    try {
      await this.database.transaction(async () => {
        const madeId = await this.content.execute(actor, content);
        if (!(await this.imports.claim(row.contentKey, madeId))) throw new MadeBefore();
        await this.imports.settle(row, { state: 'made', says: row.says, madeId });
      });
    } catch (thrown) {
      if (thrown instanceof MadeBefore) {
        await this.imports.settle(row, {
          state: 'known',
          says: 'Sudah diimpor sebelumnya; tidak dibuat lagi.',
        });
        return;
      }
      await this.imports.settle(row, { state: 'refused', says: this.reasonOf(thrown) });
    }
  }

  private reasonOf(thrown: unknown): string {
    const error = asAppError(thrown, this.catalog);
    const problem = error && this.catalog.problem(error.code);
    if (!error || !problem || problem.status >= 500) {
      const reference = this.incidents.report(thrown, 'a row of an import');
      return `Kesalahan pada sistem; sebutkan kode ${reference} kepada administrator.`;
    }
    const { detail } = problem;
    return typeof detail === 'string' ? detail : detail(error.facts);
  }
}

/** Undoes what was made of a content that was made by another at the same time. */
class MadeBefore extends Error {}
