import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In } from 'typeorm';
import { storedInstant } from '../../platform/text/date-range.js';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import { blankAgenda, type Agenda } from '../domain/agenda.js';
import type { AgendaItem, StoredItem } from '../domain/agenda-items.js';
import { AgendaEntity, AgendaItemEntity, AgendaRevisionEntity } from './agenda.entity.js';

type StoredAgenda = Omit<Agenda, 'changedAt' | 'items' | 'publicItems'> & {
  changedAt: Date;
  items: StoredItem[];
  publicItems: StoredItem[] | null;
};

const revive = (items: readonly StoredItem[] | null): AgendaItem[] =>
  (items ?? []).map((item) => ({
    ...item,
    startsAt: storedInstant(item.startsAt),
    endsAt: storedInstant(item.endsAt),
  }));

/** A visit's agenda with its sessions and publications. The caller has locked the visit before it writes. */
@Injectable()
export class AgendaRepository {
  constructor(
    private readonly database: Database,
    @InjectRepository(AgendaEntity) private readonly agendas: Rows<AgendaEntity>,
    @InjectRepository(AgendaItemEntity) private readonly items: Rows<AgendaItemEntity>,
    @InjectRepository(AgendaRevisionEntity) private readonly publications: Rows<AgendaRevisionEntity>,
  ) {}

  /** The agenda of a visit; a blank one while nobody has made any. */
  async ofVisit(visitId: string): Promise<Agenda> {
    const [stored] = await this.database.query<StoredAgenda>(
      `SELECT a.visit_id AS "visitId", a.state, a.version, a.revision, a.public_revision AS "publicRevision",
         a.changed_at AS "changedAt", a.published_at AS "publishedAt", r.items AS "publicItems",
         coalesce((
           SELECT jsonb_agg(jsonb_build_object('id', i.id, 'startsAt', i.starts_at, 'endsAt', i.ends_at,
             'title', i.title, 'kind', i.kind, 'place', i.place, 'persons', i.persons, 'note', i.note)
             ORDER BY i.position)
           FROM agenda_item i WHERE i.visit_id = a.visit_id), '[]') AS items
       FROM agenda a
       LEFT JOIN agenda_revision r ON r.visit_id = a.visit_id AND r.revision = a.public_revision
       WHERE a.visit_id = $1`,
      [visitId],
    );
    if (!stored) return blankAgenda(visitId);
    return { ...stored, items: revive(stored.items), publicItems: revive(stored.publicItems) };
  }

  /** Stores the agenda with all of its sessions, in place of what stood; sends all its statements at once. */
  async save({ items, publicItems: _, changedAt, ...agenda }: Agenda): Promise<void> {
    if (changedAt === null) throw new Error('An agenda that nobody changed is not stored');
    const { visitId } = agenda;
    await Promise.all([
      this.agendas.put({ key: ['visitId'] }, { ...agenda, changedAt }),
      this.items.delete({ visitId }),
      this.items.insert(...items.map((item, index) => ({ ...item, visitId, position: index + 1 }))),
    ]);
  }

  /** Keeps what the agenda's public revision shows. */
  async keepRevision({ visitId, publicRevision, publishedAt, publicItems }: Agenda): Promise<void> {
    if (publicRevision === null || publishedAt === null) throw new Error('Only what is public is kept');
    await this.database.query(
      'INSERT INTO agenda_revision (visit_id, revision, published_at, items) VALUES ($1, $2, $3, $4)',
      [visitId, publicRevision, publishedAt, JSON.stringify(publicItems)],
    );
  }

  /** Sessions of some of a visit's publications, by revision. */
  async revisions(visitId: string, revisions: readonly number[]): Promise<Map<number, AgendaItem[]>> {
    const found = await this.publications.find(['revision', 'items'], { visitId, revision: In(revisions) });
    return new Map(found.map(({ revision, items }) => [revision, revive(items)]));
  }

  /** Sessions of the public revisions of some visits, by visit. */
  async publicItems(visitIds: readonly string[]): Promise<Map<string, AgendaItem[]>> {
    const rows = await this.database.query<{ visitId: string; items: StoredItem[] }>(
      `SELECT r.visit_id AS "visitId", r.items FROM agenda a
       JOIN agenda_revision r ON r.visit_id = a.visit_id AND r.revision = a.public_revision
       WHERE a.visit_id = ANY ($1)`,
      [visitIds],
    );
    return new Map(rows.map(({ visitId, items }) => [visitId, revive(items)]));
  }

  /** Lets one mailing of an agenda wait for another, until the transaction ends. */
  async lock(visitId: string): Promise<void> {
    await this.database.query('SELECT 1 FROM agenda WHERE visit_id = $1 FOR UPDATE', [visitId]);
  }
}
