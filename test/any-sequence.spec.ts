import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import request from 'supertest';
import { KeepFigures } from '../src/sinergi/index.js';
import { anySequence, carryOut, deedNames } from './support/any-deeds.js';
import { Doers, officeOver } from './support/doers.js';
import { countedAfresh, countsKept } from './support/fresh-figures.js';
import type { Header } from './support/visits.js';

/**
 * Whatever people do to visits one after the other, in any order and by whomever: nothing is booked twice, every figure
 * is what a fresh count gives, and nobody reads more than the table of capabilities says. `SEQUENCES=100` tries as many
 * that nobody has tried; without it the same few are.
 */
const SEQUENCES = process.env['SEQUENCES'];
const tried = SEQUENCES
  ? { numRuns: Number(SEQUENCES) }
  : { numRuns: 8, seed: 20_251_020, endOnFailure: true };

let doers: Doers;
beforeAll(async () => {
  doers = await Doers.begin();
}, 60_000);
afterAll(() => doers.app.close());

/** Agreed visits of one host that take the same instant, beyond what it could ever receive at once. */
async function bookedTwice(): Promise<unknown[]> {
  const rows = await doers.app.database.query<{ host: string; atOnce: number }>(
    `SELECT a.host_unit AS host, count(*)::int AS "atOnce" FROM visit a
     JOIN visit b ON b.host_unit = a.host_unit AND b.starts_at <= a.starts_at AND b.ends_at > a.starts_at
     WHERE a.state = 'confirmed' AND b.state = 'confirmed' GROUP BY a.id`,
  );
  return rows.filter(({ host, atOnce }) => atOnce > (doers.mostAtOnce.get(host) ?? 1));
}

/** Legs of one trip that stand and overlap. */
const legsAtOnce = (): Promise<unknown[]> =>
  doers.app.database.query(
    `SELECT v.reference, w.reference AS with FROM trip_leg l JOIN visit v ON v.id = l.visit_id
     JOIN trip_leg m ON m.trip_id = l.trip_id AND m.visit_id > l.visit_id JOIN visit w ON w.id = m.visit_id
     WHERE v.state IN ('requested', 'counter-proposed', 'confirmed') AND w.state IN ('requested', 'counter-proposed', 'confirmed')
       AND v.starts_at < w.ends_at AND w.starts_at < v.ends_at`,
  );

interface Readable {
  id: string;
  guest: string;
  host: string;
  sent: boolean;
  joined: string[];
  asked: string[];
}

/**
 * Who reads a visit: its guest, and once it was sent its host, who goes along or is asked to, and their regional offices.
 * People of an office that goes itself are those of the office.
 */
function readersOf(
  { guest, host, sent, joined, asked }: Readable,
  heirs: ReadonlyMap<string, string>,
): string[] {
  const people = (organisation: string): string[] => [
    organisation.replace('kanwil-', ''),
    ...[heirs.get(organisation) ?? []].flat(),
  ];
  if (!sent) return people(guest);
  const parties = [guest, host, ...joined];
  return [...[...parties, ...asked].flatMap(people), ...parties.map(officeOver)];
}

async function assertReadable(): Promise<void> {
  const rows = await doers.app.database.query<Readable>(
    `SELECT v.id, v.guest_unit AS guest, v.host_unit AS host, v.submitted_at IS NOT NULL AS sent,
       ARRAY(SELECT organisation FROM visit_guest WHERE visit_id = v.id AND answer = 'joined' AND NOT is_leading) AS joined,
       ARRAY(SELECT organisation FROM visit_guest WHERE visit_id = v.id AND answer = 'asked') AS asked
     FROM visit v`,
  );
  const heirs = new Map(
    (
      await doers.app.database.query<{ code: string; heir: string }>(
        'SELECT code, heir FROM unit WHERE heir <> code',
      )
    ).map(({ code, heir }) => [code, heir]),
  );
  for (const { name, header } of doers.all) {
    const listed = await listedFor(header);
    for (const row of rows) {
      const { status } = await request(doers.app.server).get(`/api/visits/${row.id}`).set(header);
      const allowed = readersOf(row, heirs).includes(name);
      expect([name, row, status]).toEqual([name, row, allowed ? 200 : 404]);
      // Who is asked to come along has it among the tasks.
      if (!row.asked.includes(name)) expect([name, row, listed.has(row.id)]).toEqual([name, row, allowed]);
    }
  }
}

async function listedFor(header: Header): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for (let cursor: object | null = {}; cursor !== null;) {
    const asked = { limit: 100, ...cursor };
    const answer = await request(doers.app.server).get('/api/visits').query(asked).set(header);
    const page = answer.body as { items: { id: string }[]; nextCursor: string | null };
    for (const { id } of page.items) ids.add(id);
    cursor = page.nextCursor === null ? null : { cursor: page.nextCursor };
  }
  return ids;
}

describe('Whatever happens to visits', () => {
  test('no host is booked twice, figures are true, and nobody reads more than is allowed', async () => {
    await fc.assert(
      fc.asyncProperty(anySequence, async (sequence) => {
        await doers.restart();
        for (const deed of sequence) await carryOut(doers, deed);
        expect(await bookedTwice()).toEqual([]);
        expect(await legsAtOnce()).toEqual([]);
        await doers.app.settle();
        await doers.app.app.get(KeepFigures).fold();
        expect(await countsKept(doers.app.database)).toEqual(await countedAfresh(doers.app.database));
        await assertReadable();
      }),
      tried,
    );
    expect(deedNames.filter((name) => !doers.done.has(name))).toEqual([]);
  }, 300_000);
});
