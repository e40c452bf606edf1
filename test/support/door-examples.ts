import { CheckInCodes } from '../../src/check-in/use-cases/check-in-codes.js';
import { FindCheckInFacts } from '../../src/check-in/queries/check-in-facts.js';
import { newId } from '../../src/platform/text/tokens.js';
import type { TestApp } from './app.js';
import { confirmed, type Header } from './visits.js';

type DoorExample = { by: 'host' | null; path: string };

/** Pages at the door of a visit that takes place today: somebody came unasked, and the host has people sign. */
export async function doorExamples(
  app: TestApp,
  { guest, host }: Record<'guest' | 'host', Header>,
): Promise<Record<string, DoorExample>> {
  const visitId = await visitToday(app, guest, host);
  const facts = await app.app.get(FindCheckInFacts).of(visitId);
  const code = facts && new URL(app.app.get(CheckInCodes).screenAddress(facts)).pathname;
  const id = newId();
  await app.database.query(
    `INSERT INTO visit_participant (id, visit_id, name, office, side, role, attendance, attendance_at, attendance_own,
       walk_in, created_at)
     VALUES ($1, $2, 'Joko Susilo', 'Dinas Pertanian', 'invited', 'member', 'present', $3, true, 'waits', $3)`,
    [id, visitId, app.clock.now()],
  );
  await app.database.query(
    `INSERT INTO walk_in_contact (participant_id, device, phone, came_at) VALUES ($1, 'contoh', '+628123456789', $2)`,
    [id, app.clock.now()],
  );
  const day = `/kunjungan/${visitId}/hari-ini`;
  return {
    '/kunjungan/:id/hari-ini/qr': { by: 'host', path: `${day}/qr` },
    '/kunjungan/:id/hari-ini/qr-cetak': { by: 'host', path: `${day}/qr-cetak` },
    '/kunjungan/:id/hari-ini/tambahan': { by: 'host', path: `${day}/tambahan` },
    '/kunjungan/:id/hari-ini/tanda-tangan': { by: 'host', path: `${day}/tanda-tangan` },
    '/kunjungan/:id/hari-ini/tanda-tangan/:participantId': { by: 'host', path: `${day}/tanda-tangan/${id}` },
    '/hadir/:token': { by: null, path: code ?? 'no code' },
  };
}

async function visitToday(app: TestApp, guest: Header, host: Header): Promise<string> {
  const { id } = await confirmed(app, guest, host, {
    title: 'Pelatihan di tempat',
    participants: [{ name: 'Dewi', side: 'guest', role: 'member' }],
    startsAt: '2026-01-14T09:00:00+07:00',
    endsAt: '2026-01-14T12:00:00+07:00',
  });
  await app.database.query(
    `WITH signing AS (UPDATE hosting_policy SET takes_signatures = true WHERE unit = 'rutan-banjarnegara')
     UPDATE visit SET starts_at = $2::timestamptz - interval '10 minutes', ends_at = $2::timestamptz + interval '3 hours'
     WHERE id = $1`,
    [id, app.clock.now()],
  );
  return id;
}
