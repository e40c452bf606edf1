import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Conditions } from '../../platform/database/conditions.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/security/actor.js';
import { Hangs, MOST_THINGS, type Handover } from '../../people/index.js';
import { visibleTo } from '../../visits/index.js';

/** Summaries that somebody who goes wrote last and nobody published: a colleague has them in hand. */
@Injectable()
export class HandOverSummaries implements OnModuleInit {
  constructor(
    private readonly hangs: Hangs,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.hangs.register({
      kind: 'summaries.drafts',
      order: 70,
      title: 'Ringkasan yang belum terbit',
      words: 'Penerima melanjutkan dan menerbitkannya.',
      columns: ['summary.changed_by'],
      fate: 'handed-over',
      find: async (person, reader) => {
        const ids = await this.ids(person.id);
        const things = ids.length > 0 ? await this.shown(ids, reader) : [];
        return { count: ids.length, things };
      },
      handOver: (handover) => this.execute(handover),
    });
  }

  private async ids(personId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      'SELECT visit_id AS id FROM summary WHERE changed_by = $1 AND revision = 0 ORDER BY visit_id',
      [personId],
    );
    return rows.map(({ id }) => id);
  }

  private async shown(ids: readonly string[], reader: Actor) {
    const where = new Conditions();
    where.add((some) => `v.id = ANY (${some})`, ids);
    visibleTo(reader, where);
    const visits = await this.database.query<{ id: string; title: string; reference: string }>(
      `SELECT v.id, v.title, v.reference FROM visit v JOIN unit g ON g.code = v.guest_unit
       JOIN unit h ON h.code = v.host_unit WHERE ${where.sql} ORDER BY v.starts_at, v.id LIMIT ${MOST_THINGS}`,
      where.parameters,
    );
    return visits.map(({ id, title, reference }) => ({
      title,
      detail: reference,
      href: `/kunjungan/${id}/ringkasan`,
    }));
  }

  private async execute({ from, to }: Handover): Promise<void> {
    await this.database.query('UPDATE summary SET changed_by = $2 WHERE changed_by = $1 AND revision = 0', [
      from.id,
      to.id,
    ]);
  }
}
