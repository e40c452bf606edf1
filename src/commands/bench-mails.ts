import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createTransport } from 'nodemailer';
import { DataSource } from 'typeorm';
import { DeliverMails } from '../platform/mail/deliver-mails.js';
import { startBenchApp } from './bench/bench-app.js';
import { measureCpu } from './bench/cpu-time.js';
import type { Run } from './bench/national-data.js';
import { tellFigures, type ToldFigure } from './bench/told-figures.js';

/**
 * `npm run bench:mails [file.json] [rounds] [mails]`: how fast a full outbox is drained into a mail server on this machine, beside
 * nodemailer's pool that sends the same mails over as many connections, turn and turn about. CPU time of this process and
 * of PostgreSQL (from /proc, so on Linux alone).
 */
const [ROUNDS, MAILS] = [3, 4].map((at, n) => Number(process.argv[at] ?? [3, 10_000][n])) as [number, number];
/** As many as `SMTP_URL` gives without saying a number. */
const CONNECTIONS = 5;

/** People who get mails of a visit. */
const PEOPLE = 20;
const TEXT = 'Kunjungan studi tiru disepakati untuk hari Rabu pukul sembilan.\n'.repeat(20);
const HTML = `<!doctype html><html lang="id"><body>${`<p>${TEXT}</p>`.repeat(3)}</body></html>`;

/** Of some rounds the best: mails a second, and CPU in ms of a mail. */
interface Figure {
  perSecond: number;
  cpu: number;
}

const sink = fork(new URL('./bench/smtp-sink.js', import.meta.url));
const [port] = (await once(sink, 'message')) as [number];
const SMTP_URL = `smtp://127.0.0.1:${port}`;
const { app, onConnection, close } = await startBenchApp('2025-12-15', { SMTP_URL, MAIL_RATE: '0' });

const fill = (run: Run, round: number): Promise<unknown> =>
  run(
    `INSERT INTO mail (id, key, stream, recipient_name, recipient_email, subject, body_text, body_html, message_id,
       next_try_at, created_at)
     SELECT gen_random_uuid(), $1 || '-' || n, 'visit-' || n / ${PEOPLE}, 'Sari', 's' || n % ${PEOPLE} || '@contoh.test',
       'Kunjungan studi tiru', $2, $3, '<' || $1 || '.' || n || '@contoh.test>', '2025-12-01', '2025-12-01'
     FROM generate_series(1, $4) AS n`,
    [`round-${round}`, TEXT, HTML, MAILS],
  );

async function measure(pids: readonly (number | null)[], work: () => Promise<unknown>): Promise<Figure> {
  const cpu = measureCpu(pids);
  const begun = performance.now();
  await work();
  return { perSecond: (MAILS / (performance.now() - begun)) * 1000, cpu: cpu() / MAILS };
}

async function drain(run: Run): Promise<Figure> {
  const rows = await app
    .get(DataSource)
    .query<{ pid: number | null }[]>('SELECT pid FROM pg_stat_activity WHERE datname = current_database()');
  const pids = rows.map(({ pid }) => pid);
  const figure = await measure(pids, async () => app.get(DeliverMails).execute());
  const [left] = (await run(`SELECT count(*)::int AS count FROM mail WHERE state <> 'sent'`)) as {
    count: number;
  }[];
  if (left?.count !== 0) throw new Error(`${left?.count} mails did not leave`);
  return figure;
}

async function alone(): Promise<Figure> {
  const transport = createTransport({ host: '127.0.0.1', port, pool: true, maxConnections: CONNECTIONS });
  const mail = {
    from: 'sambang@contoh.test',
    to: 's@contoh.test',
    subject: 'Kunjungan',
    text: TEXT,
    html: HTML,
  };
  try {
    return await measure([], () =>
      Promise.all(Array.from({ length: MAILS }, () => transport.sendMail({ ...mail }))),
    );
  } finally {
    transport.close();
  }
}

const better = (one: Figure | undefined, two: Figure): Figure => ({
  perSecond: Math.max(one?.perSecond ?? 0, two.perSecond),
  cpu: Math.min(one?.cpu ?? Infinity, two.cpu),
});

const OWN = 'Sambang';
const POOL = "nodemailer's pool";

function told(figures: ReadonlyMap<string, Figure>): ToldFigure[] {
  const [own, pool] = [figures.get(OWN), figures.get(POOL)] as [Figure, Figure];
  return [
    { what: OWN, value: own.perSecond, unit: 'mails/s', limit: POOL, ratio: own.perSecond / pool.perSecond },
    { what: OWN, value: own.cpu, unit: 'ms CPU a mail', limit: POOL, ratio: pool.cpu / own.cpu },
  ];
}

try {
  const figures = new Map<string, Figure>();
  await onConnection(async (run) => {
    for (let round = 0; round < ROUNDS; round++) {
      await run('TRUNCATE mail CASCADE');
      await fill(run, round);
      await run('ANALYZE mail');
      figures.set(OWN, better(figures.get(OWN), await drain(run)));
      figures.set(POOL, better(figures.get(POOL), await alone()));
    }
  });
  await tellFigures(told(figures), process.argv[2]);
} finally {
  sink.kill();
  await close();
}
