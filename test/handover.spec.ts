import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Hangs } from '../src/people/index.js';
import { START, type TestApp } from './support/app.js';
import { HandoverBench } from './support/handover.js';
import type { Header } from './support/visits.js';
import { api } from './support/api-client.js';

let bench: HandoverBench;
let app: TestApp;
let host: Header;
let kanwil: Header;
let administrator: Header;
beforeAll(async () => {
  bench = await HandoverBench.open();
  ({ app, host, kanwil, administrator } = bench);
});
afterAll(() => bench.app.close());
beforeEach(() => app.clock.set(START));

test('what hangs on somebody is shown by kind, to who looks after the account', async () => {
  const budi = await bench.person('Budi Satu');
  const sari = await bench.person('Sari Satu');
  const { visit } = await bench.burden(budi);
  const shown = await bench.hangsOn(budi);
  expect(await bench.countsOf(budi)).toMatchObject({
    'visits.places': 1,
    // The draft names who writes it, too.
    'visits.contacts': 2,
    'visits.drafts': 1,
    'agendas.sessions': 1,
    'follow-ups.owned': 1,
    'notes.drafts': 1,
    'calendars.feeds': 1,
    'people.api-tokens': 1,
  });
  expect(shown.items.find(({ kind }) => kind === 'visits.places')).toMatchObject({
    fate: 'handed-over',
    things: [{ title: visit.title, href: `/kunjungan/${visit.id}` }],
  });
  expect(shown.items.find(({ kind }) => kind === 'calendars.feeds')).toMatchObject({ fate: 'ends' });
  expect(shown.items.find(({ kind }) => kind === 'people.waiting')).toMatchObject({ fate: 'shared' });
  expect(shown.successors.map(({ id }) => id)).toContain(sari.id);
  expect(shown.successors.map(({ id }) => id)).not.toContain(budi.id);
});

test('drafts are counted for those above, and named to the own unit alone', async () => {
  const budi = await bench.person('Budi Dua');
  await bench.burden(budi);
  for (const by of [kanwil, administrator]) {
    const { items } = await bench.hangsOn(budi, by);
    for (const kind of ['visits.drafts', 'notes.drafts']) {
      expect(items.find((item) => item.kind === kind)).toMatchObject({ count: 1, things: [] });
    }
  }
  expect(JSON.stringify(await bench.hangsOn(budi))).toContain('Draf Budi Dua');
});

test('a suspension hands all of it over to one colleague in one step', async () => {
  const budi = await bench.person('Budi Tiga');
  const sari = await bench.person('Sari Tiga');
  const { visit, draft, followUp, note } = await bench.burden(budi);
  const before = await bench.participantsOf(visit);
  await (
    await bench.change(budi, { suspended: true, handover: { successor: sari.id } })
  ).body;
  await app.settle();

  const people = await bench.participantsOf(visit);
  const [leader] = before.filter(({ role }) => role === 'leader');
  expect(people.find(({ id }) => id === leader?.id)).toMatchObject({
    name: sari.name,
    email: sari.email,
    role: 'leader',
    answer: 'needs-action',
  });
  const shown = (
    await api(app)
      .get('/api/visits/{id}', { as: sari.as, path: { id: visit.id } })
      .expect(200)
  ).body;
  expect(shown.contact).toMatchObject({ name: sari.name, email: sari.email });
  const agenda = await api(app)
    .get('/api/visits/{id}/agenda', { as: host, path: { id: visit.id } })
    .expect(200);
  expect(agenda.body).toMatchObject({ state: 'published', items: [{ persons: [sari.name, 'Kepala'] }] });
  const promised = await api(app)
    .get('/api/follow-ups/{id}', { as: sari.as, path: { id: followUp.id } })
    .expect(200);
  expect(promised.body).toMatchObject({ person: sari.name });
  expect(promised.body.history.at(-1)).toMatchObject({
    reason: `Diserahkan dari ${budi.name} kepada ${sari.name}.`,
  });
  const rows = await app.database.query(
    `SELECT (SELECT created_by FROM visit WHERE id = $1) AS draft, (SELECT author_id FROM note WHERE id = $2) AS note,
       (SELECT person_id FROM follow_up WHERE id = $3) AS "followUp"`,
    [draft.id, note.id, followUp.id],
  );
  expect(rows).toEqual([{ draft: sari.id, note: sari.id, followUp: sari.id }]);
  expect(await bench.countsOf(budi)).toEqual({ 'people.waiting': expect.any(Number) });

  const [told] = (await bench.mailsTo(sari.email)).filter(({ key }) => key.startsWith('handover:'));
  expect(told?.text).toContain(`sebelumnya dipegang ${budi.name}`);
  expect(told?.text).toContain('Tindak lanjut yang belum selesai (1)');
  const [invited] = (await bench.mailsTo(sari.email)).filter(({ method }) => method === 'REQUEST');
  expect(invited).toMatchObject({ key: `invitation:${visit.id}:${sari.email}:1` });
});

test('kinds go to several colleagues, and what nobody takes stays', async () => {
  const budi = await bench.person('Budi Tujuh');
  const [sari, tono] = [await bench.person('Sari Tujuh'), await bench.person('Tono Tujuh')];
  await bench.burden(budi);
  const each = [
    { kind: 'follow-ups.owned', successor: sari.id },
    { kind: 'visits.places', successor: tono.id },
  ];
  const given = await bench.handOver(budi, { each }).expect(200);
  expect(given.body.items).toEqual([
    { kind: 'visits.places', count: 1, successor: tono.id },
    { kind: 'follow-ups.owned', count: 1, successor: sari.id },
  ]);
  expect(await bench.countsOf(budi)).toMatchObject({
    'visits.contacts': 2,
    'notes.drafts': 1,
    'agendas.sessions': 1,
  });
  await bench.handOver(budi, {}).expect(200);
});

test('who is there already takes the role, once', async () => {
  const budi = await bench.person('Budi Delapan');
  const sari = await bench.person('Sari Delapan');
  const visit = await bench.visitOf(budi, [
    { name: sari.name, email: sari.email, side: 'guest', role: 'member' },
  ]);
  await bench.handOver(budi, { successor: sari.id }).expect(200);
  const people = await bench.participantsOf(visit);
  expect(people.map(({ name, role }) => [name, role])).toEqual([[sari.name, 'leader']]);
});

test('an answer link of whoever left answers for nobody', async () => {
  const budi = await bench.person('Budi Sembilan');
  const sari = await bench.person('Sari Sembilan');
  await bench.visitOf(budi);
  await app.settle();
  const links = (email: string) =>
    app.database.query(
      `SELECT FROM participant_link l JOIN visit_participant p ON p.id = l.participant_id WHERE p.email = $1`,
      [email],
    );
  expect(await links(budi.email)).toHaveLength(1);
  await bench.handOver(budi, { successor: sari.id }).expect(200);
  expect(await links(sari.email)).toHaveLength(0);
});

describe('A hand-over is refused', () => {
  test('to who works elsewhere, is suspended, is the person, or of what cannot be handed over', async () => {
    const budi = await bench.person('Budi Sepuluh');
    const sari = await bench.person('Sari Sepuluh');
    const elsewhere = await bench.person('Jauh Sepuluh', 'rutan-purbalingga');
    const gone = await bench.person('Pergi Sepuluh');
    await bench.change(gone, { suspended: true });
    for (const successor of [elsewhere.id, gone.id, budi.id]) {
      expect((await bench.handOver(budi, { successor }).expect(422)).body).toMatchObject({
        code: 'successor-unfit',
      });
    }
    const each = [{ kind: 'calendars.feeds', successor: sari.id }];
    expect((await bench.handOver(budi, { each }).expect(422)).body).toMatchObject({
      code: 'successor-unfit',
    });
  });

  test('as a whole: the account stays as it was', async () => {
    const budi = await bench.person('Budi Sebelas');
    await bench.visitOf(budi);
    const elsewhere = await bench.person('Jauh Sebelas', 'rutan-purbalingga');
    const answer = await bench.change(budi, { suspended: true, handover: { successor: elsewhere.id } });
    expect(answer.status).toBe(422);
    await api(app).get('/api/me', { as: budi.as }).expect(200);
  });

  test('to who may not manage the account', async () => {
    const budi = await bench.person('Budi Duabelas');
    const sari = await bench.person('Sari Duabelas');
    await bench.handOver(budi, { successor: sari.id }, host).expect(403);
    await api(app)
      .get('/api/people/{id}/handover', { as: sari.as, path: { id: budi.id } })
      .expect(403);
  });
});

/** Columns that refer to a person and are not handed over, by the reason. */
const stays: Readonly<Record<string, readonly string[]>> = {
  'what somebody did, said or wrote stays theirs': [
    'bundle.asked_by',
    'certificate.issued_by',
    'erasure.entered_by',
    'export_record.taken_by',
    'follow_up_comment.author_id',
    'follow_up_file.added_by',
    'follow_up_history.actor_id',
    'import.created_by',
    'letter.written_by',
    'letter_template.uploaded_by',
    'letter_copy.added_by',
    'press_point.said_by',
    'press_quote.asked_by',
    'press_quote.said_by',
    'press_quote_link.made_by',
    'press_revision.written_by',
    'press_text.approved_by',
    'press_text.readied_by',
    'countable_result.written_by',
    'umkm_product.written_by',
    'nip_look.looked_by',
    'note_comment.answered_by',
    'note_comment.author_id',
    'note_file.added_by',
    'note_picture.added_by',
    'note_picture.cleared_by',
    'note_revision.changed_by',
    'note_use.added_by',
    'replication.confirmed_by',
    'series.created_by',
    'summary_revision.published_by',
    'trip.created_by',
    'unit_change.decided_by',
    'unit_change.proposed_by',
    'visit_approval.approved_by',
    'visit_entry.author',
    'visit_entry.head_cleared_by',
    'visit_file.added_by',
    'visit_guest.answered_by',
    'visit_guest.asked_by',
    'visit_history.actor_id',
    'participant_reach.reached_by',
    'visit_participant.attendance_by',
  ],
  'it ends with the account’s access (people/domain/access-ends.ts)': [
    'address_change.person_id',
    'password_link.person_id',
    'session.person_id',
  ],
  'it is a setting of one’s own calendars, or of one’s own start page': [
    'calendar_setting.person_id',
    'setup_dismissal.person_id',
  ],
  'whose data is erased goes by the id alone': ['erasure.person_id'],
  'it says for some minutes that somebody has a form open': ['note_editing.person_id'],
  'it makes a request that is sent twice one, for a day': ['visit_idempotency_key.person_id'],
};

test('every column that refers to a person is handed over, ends, or says why it stays', async () => {
  const columns = await app.database.query<{ name: string }>(
    `SELECT k.conrelid::regclass::text || '.' || a.attname AS name FROM pg_constraint k
     JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
     WHERE k.contype = 'f' AND k.confrelid = 'person'::regclass ORDER BY 1`,
  );
  const hung = app.app.get(Hangs, { strict: false }).all.flatMap((hang) => hang.columns);
  const known = [...hung, ...Object.values(stays).flat()];
  expect(columns.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
  expect(new Set(known).size).toBe(known.length);
});
