import { Injectable } from '@nestjs/common';
import { IsInt, Max, Min } from 'class-validator';
import { Forms, type Taken } from '../../platform/pages/forms.js';
import { AgendaBody, given } from '../use-cases/agenda.dto.js';
import { PublishAgenda } from '../use-cases/publish-agenda.js';
import { SaveAgenda } from '../use-cases/save-agenda.js';
import { sessionItemOf, type AgendaRow } from './agenda-rows.js';
import type { ShownAgenda } from './show-agenda.js';

/** The API's body; a form always says which version it is about. */
class AgendaForm extends AgendaBody {
  @IsInt()
  @Min(0)
  @Max(2_147_483_646)
  declare version: number;
}

/** Stores the rows of the editor, and publishes them when asked to. */
@Injectable()
export class SendAgenda {
  constructor(
    private readonly forms: Forms,
    private readonly save: SaveAgenda,
    private readonly publish: PublishAgenda,
  ) {}

  /** @param action `simpan` or `terbit` */
  execute(
    { actor, visit, agenda, zone }: ShownAgenda,
    action: string,
    rows: readonly AgendaRow[],
    version: number,
  ): Promise<Taken<void>> {
    // A session that somebody else took out meanwhile comes as a new one.
    const known = new Set([...agenda.items, ...agenda.publicItems].map(({ id }) => id));
    const items = rows
      .map((row) => (known.has(row.id) ? row : { ...row, id: '' }))
      .map((row) => sessionItemOf(row, zone));
    const sent = { version, items };
    return this.forms.take(AgendaForm, sent, async (form) => {
      const version = await this.save.execute(actor, visit.id, form.items.map(given), form.version);
      if (action === 'terbit') await this.publish.execute(actor, visit.id, version);
    });
  }
}
