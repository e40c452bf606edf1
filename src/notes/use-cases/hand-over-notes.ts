import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Hangs, MOST_THINGS, type Handover } from '../../people/index.js';
import { noteStatesWith } from '../domain/note.js';

/** Notes that somebody who goes was writing: a colleague of the unit is their author, until they are published. */
@Injectable()
export class HandOverNotes implements OnModuleInit {
  constructor(
    private readonly hangs: Hangs,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.hangs.register({
      kind: 'notes.drafts',
      order: 60,
      title: 'Draf praktik baik',
      words:
        'Penerima menjadi penulisnya. Praktik baik yang sudah diajukan atau terbit tetap atas nama penulisnya.',
      columns: ['note.author_id'],
      fate: 'handed-over',
      find: async (person, reader) => {
        const drafts = await this.drafts(person.id);
        // Drafts are for the unit's own people.
        const isOwn = reader.unit !== null && reader.unit === person.unit;
        const things = (isOwn ? drafts : []).slice(0, MOST_THINGS).map(({ id, title }) => ({
          title: title || 'Tanpa judul',
          detail: 'draf',
          href: `/praktik-baik/${id}`,
        }));
        return { count: drafts.length, things };
      },
      handOver: (handover) => this.execute(handover),
    });
  }

  private drafts(author: string): Promise<{ id: string; title: string }[]> {
    return this.database.query(
      'SELECT id, title FROM note WHERE author_id = $1 AND state = ANY ($2) ORDER BY title, id',
      [author, noteStatesWith('stays')],
    );
  }

  private async execute({ from, to }: Handover): Promise<void> {
    await this.database.query('UPDATE note SET author_id = $2 WHERE author_id = $1 AND state = ANY ($3)', [
      from.id,
      to.id,
      noteStatesWith('stays'),
    ]);
  }
}
