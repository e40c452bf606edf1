import { PublishAgenda, SaveAgenda, type GivenItem } from '../../agendas/index.js';
import { ConfirmReplication, WriteFollowUp } from '../../follow-ups/index.js';
import { PublishSummary, SaveSummary } from '../../summaries/index.js';
import type { NewParticipant } from '../../visits/index.js';
import { headOf, officerOf } from './accounts.js';
import { copiedFurther, type Practice } from './copied-further.js';
import { fillInForms, saidOfBanjarnegara, saidOfPurbalingga } from './said-afterwards.js';
import { gardenTitle, practiceSteps } from './practices.js';
import { on, type StoryStep } from './stage.js';
import { VisitScript } from './visit-script.js';

const guest = 'bapas-purwokerto';
const host = 'rutan-banjarnegara';
const compared = 'rutan-purbalingga';
const DAY = '2025-10-30';
const topics = ['Ketahanan pangan', 'Kehumasan'];
const programs = ['akselerasi-2', 'akselerasi-3'];

const people: NewParticipant[] = [
  { name: 'Bambang Sudarsono', email: headOf(guest), side: 'guest', role: 'leader' },
  { name: 'Ratna Wulandari', email: officerOf(guest), side: 'guest', role: 'minute-taker' },
  { name: 'Hendra Setiawan', email: 'hendra.setiawan@contoh.test', side: 'guest', role: 'member' },
  { name: 'Lestari Handayani', email: 'lestari.handayani@contoh.test', side: 'guest', role: 'member' },
  { name: 'Endang Kusumawati', email: headOf(host), side: 'host', role: 'leader' },
  { name: 'Dwi Prasetyo', email: officerOf(host), side: 'host', role: 'speaker' },
  {
    name: 'Arif Rahman',
    office: 'Kelompok Tani Mitra Serayu',
    email: 'arif.rahman@contoh.test',
    side: 'invited',
    role: 'observer',
  },
];

function agendaItems(): GivenItem[] {
  const session = (
    [from, to]: readonly [string, string],
    kind: GivenItem['kind'],
    title: string,
    place: string,
    persons: string[] = [],
  ): GivenItem => ({ startsAt: on(DAY, from), endsAt: on(DAY, to), kind, title, place, persons, note: '' });
  return [
    session(['13.00', '13.15'], 'welcome', 'Penerimaan rombongan', 'Aula', ['Dwi Prasetyo']),
    session(['13.15', '13.30'], 'remarks', 'Sambutan kedua pimpinan', 'Aula', [
      'Endang Kusumawati',
      'Bambang Sudarsono',
    ]),
    session(['13.30', '14.15'], 'field-tour', 'Lahan pertanian dan peternakan', 'Kebun asimilasi', [
      'Dwi Prasetyo',
    ]),
    session(['14.15', '14.45'], 'field-tour', 'Pengolahan hasil karya', 'Bengkel kerja', ['Dwi Prasetyo']),
    session(
      ['14.45', '15.25'],
      'presentation',
      'Kehumasan: narasi positif, konten informatif, mengemas keberhasilan',
      'Aula',
      ['Endang Kusumawati'],
    ),
    session(['15.25', '15.45'], 'follow-up-plan', 'Rencana tindak lanjut', 'Aula', ['Ratna Wulandari']),
    session(['15.45', '16.00'], 'photo', 'Foto bersama', 'Halaman depan'),
  ];
}

/** The visit of 30 October 2025, and the one of 12 November to another host on the same matter. */
export function referenceCase(): StoryStep[] {
  const story: Practice = { note: '' };
  return [...visitToBanjarnegara(story), ...visitToPurbalingga(story)];
}

function visitToBanjarnegara(story: Practice): StoryStep[] {
  const script = new VisitScript({
    guest,
    host,
    startsAt: on(DAY, '13.00'),
    endsAt: on(DAY, '16.00'),
    details: {
      title: 'Studi tiru ketahanan pangan dan kehumasan',
      purpose:
        'Mempelajari pengelolaan lahan pertanian, peternakan, dan pengolahan hasil karya serta kehumasan, ' +
        'untuk pembinaan yang lebih baik dan berkelanjutan.',
      topics,
      programs,
      place: 'Rutan Kelas IIB Banjarnegara',
      contactPhone: '+6281200000001',
      requestLetterNumber: 'WP.2.PAS.35.KP.04.01-1365',
      requestLetterDate: '2025-10-20',
    },
    participants: people,
  });
  script.asked(on('2025-10-20', '08.30'));
  script.step(on('2025-10-21', '10.00'), 'host', 'accept');
  script.add(on('2025-10-22', '09.00'), `${host} writes and publishes the agenda`, async (stage) => {
    const actor = stage.actor(officerOf(host));
    await stage.use(SaveAgenda).execute(actor, script.visitId, agendaItems(), 0);
    await stage.use(PublishAgenda).execute(actor, script.visitId, 1);
    return `${agendaItems().length} sessions`;
  });
  script.answers(on('2025-10-23', '11.00'), ['accepted', 'accepted', 'tentative']);
  script.step(on('2025-10-24', '09.30'), 'host', 'reschedule', {
    reason: 'Kebun dan peternakan lebih baik dilihat pada pagi hari',
    startsAt: on(DAY, '09.00'),
    endsAt: on(DAY, '12.00'),
  });
  script.step(on('2025-10-24', '13.45'), 'guest', 'accept');
  script.answers(on('2025-10-27', '10.00'));
  script.mailedAnswer(on('2025-10-28', '08.20'), officerOf(guest), 'DECLINED');
  script.mailedAnswer(on('2025-10-28', '14.10'), officerOf(guest), 'ACCEPTED');
  script.attendance(on(DAY, '09.10'), [3]);
  script.step(on(DAY, '12.05'), 'guest', 'complete');
  return script.steps.concat(afterwards(script, story));
}

/** Follow-ups, notes and the summary; and, later, what came of it. */
function afterwards(script: VisitScript, story: Practice): StoryStep[] {
  const followUps: string[] = [];
  const after = new Array<StoryStep>();
  const add = (at: Date, tell: string, act: StoryStep['act']) => after.push({ at, tell, act });
  add(on(DAY, '15.00'), `${guest} writes down what was promised`, async (stage) => {
    for (const given of promises) {
      const actor = stage.actor(officerOf(guest));
      followUps.push(await stage.use(WriteFollowUp).create(actor, { visit: script.visitId, ...given }));
    }
    return `${followUps.length} follow-ups`;
  });
  after.push(...practiceSteps({ host, guest, compared }, () => script.visitId, story));
  add(on('2025-10-31', '09.30'), `${guest} publishes the summary`, async (stage) => {
    const actor = stage.actor(officerOf(guest));
    const { version } = await stage.use(SaveSummary).execute(actor, script.visitId, summary, 0);
    await stage.use(PublishSummary).execute(actor, script.visitId, version);
    return undefined;
  });
  add(on('2025-11-03', '08.20'), 'participants say what came of it, by the link of a mail', (stage) =>
    fillInForms(stage, script.visitId, saidOfBanjarnegara),
  );
  add(on('2025-12-15', '10.00'), `${guest} keeps the first promise`, async (stage) => {
    const evidence = 'Demplot 40 m² ditanami kangkung dan bayam; foto tersimpan di seksi bimbingan klien.';
    const [first = ''] = followUps;
    const actor = stage.actor(officerOf(guest));
    await stage.use(WriteFollowUp).change(actor, first, 1, { state: 'done', evidence });
    return undefined;
  });
  add(on('2025-11-13', '09.15'), `${host} postpones what it promised`, async (stage) => {
    const later = { dueOn: '2025-12-19', reason: 'Templat masih disesuaikan dengan pedoman kehumasan baru.' };
    const [, , template = ''] = followUps;
    await stage.use(WriteFollowUp).postpone(stage.actor(officerOf(host)), template, 1, later);
    return later.dueOn;
  });
  add(on('2025-12-17', '09.00'), `${host} confirms it as a replication`, async (stage) => {
    const [first = ''] = followUps;
    const given = {
      note: story.note,
      since: '2025-12-01',
      result: 'Demplot 40 m² dirawat klien setiap pekan; panen pertama 12 kg kangkung dan bayam.',
    };
    await stage.use(ConfirmReplication).confirm(stage.actor(headOf(host)), first, 2, given);
    return gardenTitle;
  });
  return after;
}

const promises = [
  {
    what: 'Membuat satu demplot sayuran bersama klien pemasyarakatan',
    unit: guest,
    personName: 'Hendra Setiawan',
    dueOn: '2025-12-31',
  },
  {
    what: 'Membuka rubrik cerita pembinaan di media sosial, satu tulisan setiap pekan',
    unit: guest,
    personName: 'Lestari Handayani',
    dueOn: '2025-11-30',
  },
  {
    what: 'Membagikan templat rencana konten kehumasan',
    unit: host,
    personName: 'Dwi Prasetyo',
    dueOn: '2025-11-14',
  },
];

const summary = {
  outcomes:
    'Rombongan melihat lahan pertanian, peternakan, dan pengolahan hasil karya, serta mendalami cara ' +
    'membangun narasi positif, menulis konten informatif, dan mengemas keberhasilan.',
  decisions: 'Bapas Purwokerto mulai dengan satu demplot sayuran dan satu rubrik cerita pembinaan.',
  notes: 'Kunjungan pembanding direncanakan ke Rutan Purbalingga pada 12 November 2025.',
};

function visitToPurbalingga(story: Practice): StoryStep[] {
  const date = '2025-11-12';
  const script = new VisitScript({
    guest,
    host: compared,
    startsAt: on(date, '09.00'),
    endsAt: on(date, '11.30'),
    details: {
      title: 'Studi tiru ketahanan pangan dan kehumasan (pembanding)',
      purpose: 'Membandingkan cara dua rutan mengelola ketahanan pangan dan kehumasan.',
      topics,
      programs,
      place: 'Rutan Kelas IIB Purbalingga',
    },
    participants: people.filter(({ side }) => side === 'guest'),
  });
  script.asked(on('2025-11-03', '09.00'));
  script.step(on('2025-11-04', '10.15'), 'host', 'accept');
  script.agenda(on('2025-11-05', '14.00'));
  script.answers(on('2025-11-06', '08.45'));
  script.attendance(on(date, '09.05'));
  script.step(on(date, '11.35'), 'guest', 'complete');
  script.add(on('2025-11-13', '10.00'), 'participants say what came of it', (stage) =>
    fillInForms(stage, script.visitId, saidOfPurbalingga),
  );
  script.wait(on('2025-11-14', '13.00'), 'nobody publishes a summary for two working days');
  script.wait(on('2025-11-20', '09.00'), 'a week has passed');
  return script.steps.concat(copiedFurther(script, story));
}
