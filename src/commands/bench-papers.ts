import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { DataSource } from 'typeorm';
import { letterKinds, paperFormats, type LetterKind } from '../paperwork/index.js';
import { statesWith } from '../visits/index.js';
import { startBenchApp } from './bench/bench-app.js';
import { measureCpu } from './bench/cpu-time.js';
import { tellFigures, type ToldFigure } from './bench/told-figures.js';

/**
 * `npm run bench:papers [file.json] [rounds] [people]`: what all papers of a visit cost in Word and in PDF, from the register to the
 * file: CPU time of this process and PostgreSQL, and how much memory is held after each round. The first round also loads what
 * writes them.
 */
const [ROUNDS, PEOPLE] = [3, 4].map((at, n) => Number(process.argv[at] ?? [5, 60][n])) as [number, number];
const PHOTOS = 6;
/** CPU time that all papers of a visit may take, in ms. */
const AIM = 3000;

type Header = Record<string, string>;

const bench = await startBenchApp('2025-12-15');
const { app } = bench;
const dataSource = app.get(DataSource);
const guestUnit = 'bapas-purwokerto';
const hostUnit = 'rutan-banjarnegara';
const of = (unit: string) => bench.signIn({ email: `petugas@${unit}.test`, role: 'officer', unit });
const [guest, host] = [await of(guestUnit), await of(hostUnit)];

async function ask<Answer>(
  method: 'POST' | 'PUT',
  url: string,
  headers: Header,
  payload: object,
): Promise<Answer> {
  const answer = await app.inject({ method, url, headers, payload });
  if (answer.statusCode >= 300) throw new Error(`${method} ${url}: ${answer.statusCode} ${answer.body}`);
  return answer.json<Answer>();
}

type Made = { id: string; version: number };

const nip = (index: number): string => `1980010120050110${String(index).padStart(2, '0')}`;
const person = (index: number) => ({
  ...{
    name: `Prof. Dr. H. Raden Peserta ke-${index}, S.H., M.H.`,
    nip: nip(index % 100),
    side: 'guest',
    role: 'member',
  },
  ...{ rank: 'Penata (III/c)', position: 'Pembimbing Kemasyarakatan Ahli Muda' },
});

/** A visit that took place, with an agenda, who was there and signed, and photos that may leave it. */
async function heldVisit(): Promise<string> {
  const wanted = {
    ...{ guestUnit, hostUnit, kind: 'study-visit', title: 'Belajar ketahanan pangan' },
    ...{ startsAt: '2025-12-18T02:00:00Z', endsAt: '2025-12-18T04:00:00Z', partySize: PEOPLE },
    participants: Array.from({ length: PEOPLE }, (_, index) => person(index)),
  };
  await dataSource.query('UPDATE hosting_policy SET open = true, capacity = 20, largest_party = NULL');
  const draft = await ask<Made>('POST', '/api/visits', guest, wanted);
  const sent = await ask<Made>('POST', `/api/visits/${draft.id}/submit`, guest, { version: draft.version });
  await ask('POST', `/api/visits/${sent.id}/accept`, host, { version: sent.version });
  const agenda = `/api/visits/${draft.id}/agenda`;
  const laid = await ask<Made>('POST', `${agenda}/from-template`, host, { version: 0, template: 'half-day' });
  await ask('POST', `${agenda}/publish`, host, { version: laid.version });
  await dataSource.query('UPDATE visit SET state = $2 WHERE id = $1', [draft.id, statesWith('tookPlace')[0]]);
  await dataSource.query(
    `UPDATE visit_participant SET attendance = 'present', attendance_at = now() WHERE visit_id = $1`,
    [draft.id],
  );
  await dataSource.query(
    `INSERT INTO attendance_signature (participant_id, strokes, signed_at)
     SELECT id, (SELECT jsonb_build_array(jsonb_agg(jsonb_build_array(n * 10, 200 + round(100 * sin(n))::int))) FROM generate_series(1, 90) n), now()
     FROM visit_participant WHERE visit_id = $1`,
    [draft.id],
  );
  for (let at = 0; at < PHOTOS; at += 1) await addPhoto(draft.id, at);
  return draft.id;
}

async function addPhoto(visitId: string, at: number): Promise<void> {
  const noise = { type: 'gaussian', mean: 128, sigma: 12 } as const;
  const size = { width: 1600, height: 1200 };
  const photo = await sharp({ create: { ...size, channels: 3, background: '#888888', noise } })
    .webp()
    .toBuffer();
  await dataSource.query(
    `INSERT INTO visit_entry (id, visit_id, kind, author, author_unit, text, photo, thumbnail, width, height, cleared, chosen, position, entered_at, received_at)
     SELECT $1, $2, 'photo', id, $3, 'Rombongan meninjau lahan', $4, $4, 1600, 1200, true, true, $5, now(), now() FROM person LIMIT 1`,
    [randomUUID(), visitId, hostUnit, photo, at + 1],
  );
}

/** A line of the register of each kind that has a paper. */
async function letters(visitId: string): Promise<{ id: string; kind: LetterKind }[]> {
  const kinds = letterKinds.filter((kind) => kind !== 'lain');
  const made: { id: string; kind: LetterKind }[] = [];
  for (const kind of kinds) {
    const by = kind === 'surat-balasan' ? host : guest;
    const { id, version } = await ask<Made>('POST', `/api/visits/${visitId}/letters`, by, {
      kind,
      direction: 'out',
    });
    if (kind === 'piagam') await ask('POST', `/api/letters/${id}/certificates`, by, {});
    if (kind === 'daftar-hadir')
      await ask('PUT', `/api/letters/${id}/details`, by, { version, filling: 'recorded' });
    made.push({ id, kind });
  }
  return made;
}

const visitId = await heldVisit();
const all = await letters(visitId);
/** Processes of PostgreSQL that work for this one. */
async function pidsOfServer(): Promise<(number | null)[]> {
  const rows = await dataSource.query<{ pid: number | null }[]>(
    'SELECT pid FROM pg_stat_activity WHERE datname = current_database()',
  );
  return rows.map(({ pid }) => pid);
}
const pids = await pidsOfServer();

/** Every paper once. @returns CPU in ms, and how many megabytes all files have */
async function round(): Promise<{ cpu: number; size: number }> {
  const cpu = measureCpu(pids);
  let size = 0;
  for (const { id, kind } of all) {
    const by = kind === 'surat-balasan' ? host : guest;
    for (const format of paperFormats) {
      const answer = await app.inject({
        method: 'GET',
        url: `/api/letters/${id}/paper?format=${format}`,
        headers: by,
      });
      if (answer.statusCode !== 200) throw new Error(`${kind}: ${answer.body}`);
      size += answer.rawPayload.length / 1e6;
    }
  }
  return { cpu: cpu(), size };
}

const held = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().rss / 1e6;
};

const first = await round();
const rounds: number[] = [];
const memory: number[] = [held()];
for (let at = 0; at < ROUNDS; at += 1) {
  rounds.push((await round()).cpu);
  memory.push(held());
}
await bench.close();

const best = Math.min(...rounds);
const figures: ToldFigure[] = [
  {
    what: `all papers of ${PEOPLE} people, the first time`,
    value: first.cpu,
    unit: 'ms CPU',
    limit: `aim ${AIM}`,
    ratio: AIM / first.cpu,
  },
  { what: 'the same again, best', value: best, unit: 'ms CPU', limit: `aim ${AIM}`, ratio: AIM / best },
  { what: `${all.length * paperFormats.length} files`, value: first.size, unit: 'MB' },
  { what: 'memory after the first round', value: memory[0] ?? 0, unit: 'MB' },
  {
    what: 'memory after the last',
    value: memory.at(-1) ?? 0,
    unit: 'MB',
    limit: 'after the first',
    ratio: (memory[0] ?? 0) / (memory.at(-1) ?? 1),
  },
];
await tellFigures(figures, process.argv[2]);
