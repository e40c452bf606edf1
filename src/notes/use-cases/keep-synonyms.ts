import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { found, RequestError } from '../../platform/http/request-error.js';
import type { Actor } from '../../platform/security/actor.js';
import { can } from '../../platform/security/capabilities.js';
import { newId } from '../../platform/text/tokens.js';
import { NoteError } from '../domain/error-codes.js';
import { FEWEST_TERMS, synonymTerms } from '../domain/synonym.js';
import { SynonymRepository, type SynonymRow } from '../storage/synonym-repository.js';

/** Keeps the terms that the search takes as one. They hold for the next search: nothing is indexed anew. */
@Injectable()
export class KeepSynonyms {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly synonyms: SynonymRepository,
  ) {}

  /** @throws RequestError `not-allowed` */
  list(actor: Actor): Promise<SynonymRow[]> {
    assertAdministrator(actor);
    return this.synonyms.list();
  }

  /** @throws RequestError `not-allowed`; NoteError `synonym-too-few` */
  async add(actor: Actor, typed: readonly string[]): Promise<SynonymRow> {
    assertAdministrator(actor);
    const group = { id: newId(), terms: termsOf(typed), version: 1, changedAt: this.clock.now() };
    await this.synonyms.save(group);
    return group;
  }

  /** @throws RequestError `not-allowed`, `not-found`; NoteError `synonym-too-few`, `synonym-changed` */
  async change(actor: Actor, id: string, version: number, typed: readonly string[]): Promise<SynonymRow> {
    assertAdministrator(actor);
    const terms = termsOf(typed);
    return this.database.transaction(async () => {
      await this.lock(id, version);
      const group = { id, terms, version: version + 1, changedAt: this.clock.now() };
      await this.synonyms.save(group);
      return group;
    });
  }

  /** @throws RequestError `not-allowed`, `not-found`; NoteError `synonym-changed` */
  async remove(actor: Actor, id: string, version: number): Promise<void> {
    assertAdministrator(actor);
    await this.database.transaction(async () => {
      await this.lock(id, version);
      await this.synonyms.remove(id, this.clock.now());
    });
  }

  private async lock(id: string, version: number): Promise<void> {
    const group = found(await this.synonyms.lock(id));
    if (group.version !== version)
      throw new NoteError('synonym-changed', { current: { version: group.version } });
  }
}

function termsOf(typed: readonly string[]): string[] {
  const terms = synonymTerms(typed);
  if (terms.length >= FEWEST_TERMS) return terms;
  const message = 'Mohon tuliskan paling sedikit dua istilah yang berbeda';
  throw new NoteError('synonym-too-few', {}, [{ field: 'terms', message }]);
}

function assertAdministrator(actor: Actor): void {
  if (!can(actor, 'notes.keep-synonyms')) throw new RequestError('not-allowed');
}
