import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import type { Rows } from '../../platform/database/rows.js';
import { asDetails, storedDetails, type LetterDetails } from '../domain/letter-details.js';
import { asSnapshot } from '../domain/letter-snapshot.js';
import { asMinutes } from '../domain/session-minutes.js';
import { LetterCopyEntity, LetterCounterEntity, LetterEntity } from './letter.entity.js';

/** A line of the register, with all that its kind can say. */
export type LetterRow = Omit<LetterEntity, 'details'> & { details: LetterDetails };
export type LetterCopyRow = LetterCopyEntity;

const columns = [
  ...(['id', 'visitId', 'tripId', 'organisation', 'kind', 'direction', 'slot', 'number', 'datedOn'] as const),
  ...(['nature', 'attachment', 'subject', 'classification', 'copies', 'basis', 'dipa'] as const),
  ...(['signing', 'details', 'minutes'] as const),
  ...(['drawnYear', 'drawnNumber', 'generatedFile', 'signedFile', 'sentAt', 'snapshot'] as const),
  ...(['version', 'writtenBy', 'writtenAt', 'template'] as const),
] as const;

const copyColumns = [
  ...(['letterId', 'name', 'mediaType', 'size', 'stored', 'addedBy', 'addedAt'] as const),
] as const;

const checked = (row: LetterEntity): LetterRow => ({
  ...row,
  snapshot: asSnapshot(row.snapshot),
  details: asDetails(row.details),
  minutes: asMinutes(row.minutes),
});

/** A letter as a list names it. */
export type LetterHead = Pick<
  LetterRow,
  'id' | 'organisation' | 'kind' | 'slot' | 'number' | 'subject' | 'sentAt'
>;

/** Of whose register: a visit's or a trip's. */
export type LetterPlace = { visitId: string; tripId: null } | { visitId: null; tripId: string };

@Injectable()
export class LetterRepository {
  constructor(
    private readonly database: Database,
    @InjectRepository(LetterEntity) private readonly letters: Rows<LetterEntity>,
    @InjectRepository(LetterCounterEntity) private readonly counters: Rows<LetterCounterEntity>,
    @InjectRepository(LetterCopyEntity) private readonly copies: Rows<LetterCopyEntity>,
  ) {}

  /** The letters of a visit or a trip, the first written first. */
  async of({ visitId, tripId }: LetterPlace): Promise<LetterRow[]> {
    const where = visitId === null ? { tripId } : { visitId };
    const rows = await this.letters.find(columns, where, { order: { writtenAt: 'ASC', id: 'ASC' } });
    return rows.map(checked);
  }

  /** Those of a visit, and of the trip that it is a leg of, as a list names them. */
  heads(visitId: string): Promise<LetterHead[]> {
    return this.database.query<LetterHead>(
      `SELECT l.id, l.organisation, l.kind, l.slot, l.number, l.subject, l.sent_at AS "sentAt" FROM letter l
       WHERE l.visit_id = $1 OR l.trip_id = (SELECT t.trip_id FROM trip_leg t WHERE t.visit_id = $1)
       ORDER BY l.written_at, l.id`,
      [visitId],
    );
  }

  async byId(id: string): Promise<LetterRow | null> {
    const row = await this.letters.findOne(columns, { id });
    return row && checked(row);
  }

  async lock(id: string): Promise<LetterRow | null> {
    const row = await this.letters.findOne(columns, { id }, { lock: true });
    return row && checked(row);
  }

  async put(letter: LetterRow): Promise<void> {
    const { details, ...row } = checked(letter);
    await this.letters.put({ key: ['id'] }, { ...row, details: storedDetails(details) });
  }

  async remove(id: string): Promise<void> {
    await this.letters.delete({ id });
  }

  /** The signed copies of letters, by letter. */
  async copiesOf(letterIds: readonly string[]): Promise<ReadonlyMap<string, LetterCopyRow>> {
    if (letterIds.length === 0) return new Map();
    const rows = await this.copies.find(copyColumns, { letterId: In([...letterIds]) });
    return new Map(rows.map((row) => [row.letterId, row]));
  }

  copyOf(letterId: string): Promise<LetterCopyRow | null> {
    return this.copies.findOne(copyColumns, { letterId });
  }

  async putCopy(copy: LetterCopyRow): Promise<void> {
    await this.copies.put({ key: ['letterId'] }, copy);
  }

  async removeCopy(letterId: string): Promise<void> {
    await this.copies.delete({ letterId });
  }

  /** The next number of an office and year; whoever asks beside waits for the end of the transaction, so that none is left out. */
  async draw(organisation: string, year: number): Promise<number> {
    const [row] = await this.database.query<{ last: number }>(
      `INSERT INTO letter_counter (organisation, year, last) VALUES ($1, $2, 1)
       ON CONFLICT (organisation, year) DO UPDATE SET last = letter_counter.last + 1 RETURNING last`,
      [organisation, year],
    );
    return row?.last ?? 0;
  }

  /** Takes the last number back. @returns false where another was given after it */
  async giveBack(organisation: string, year: number, number: number): Promise<boolean> {
    const given = await this.counters.update({ organisation, year, last: number }, { last: number - 1 });
    return given > 0;
  }
}
