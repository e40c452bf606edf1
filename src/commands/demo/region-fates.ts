import { WriteFollowUp } from '../../follow-ups/index.js';
import { localDate } from '../../platform/text/dates.js';
import { PublishSummary, SaveSummary } from '../../summaries/index.js';
import { officerNameOf, officerOf } from './accounts.js';
import type { Plan } from './region-plan.js';
import type { VisitScript } from './visit-script.js';

type Fate = (plan: Plan, script: VisitScript) => void;

/** What becomes of a visit that lies behind; the more often it stands here, the more often it happens. */
export const pastFates: readonly Fate[] = [
  ...new Array<Fate>(11).fill(heldAndTold),
  ...[heldAndLeft, heldAndLeft, declined, withdrawn, expired, cancelled, notHeld],
];

/** How far a visit to come has got. */
export const futureFates: readonly Fate[] = [agreed, asked, agreed, countered, agreed];

/** Working days before a visit on which it is asked for: different ones, all before the host's notice begins. */
const leadOf = ({ index }: Plan): number => 8 + (index % 7);

function asked({ day, at, ...plan }: Plan, script: VisitScript): void {
  script.asked(at(Math.min(day - leadOf({ day, at, ...plan }), -1 - (plan.index % 3)), '09.20'));
}

/** Agreed two working days after it was asked for; what is to come, at the latest on the day before today. */
function accepted(plan: Plan, script: VisitScript): void {
  const { day, at } = plan;
  const askedOn = Math.min(day - leadOf(plan), -4 - (plan.index % 9));
  script.asked(at(askedOn, '09.20')).step(at(askedOn + 2, '10.40'), 'host', 'accept');
}

function agreed(plan: Plan, script: VisitScript): void {
  accepted(plan, script);
  if (plan.index % 2 === 0) script.agenda(plan.at(-1, '13.20'));
}

function countered(plan: Plan, script: VisitScript): void {
  const { day, at } = plan;
  asked(plan, script);
  script.step(at(Math.min(day - leadOf(plan) + 1, -1), '15.10'), 'host', 'propose', {
    reason: 'Pada hari itu aula dipakai',
    startsAt: at(day + 1, '09.00'),
    endsAt: at(day + 1, '11.30'),
  });
}

function held(plan: Plan, script: VisitScript): void {
  const { index, day, at } = plan;
  accepted(plan, script);
  if (index % 2 === 0) script.agenda(at(day - 3, '13.20'));
  script.attendance(at(day, '09.10'), index % 4 === 0 ? [1] : []).step(at(day, '11.40'), 'host', 'complete');
}

/** Held, its summary published on the next day, and for every second one something promised. */
function heldAndTold(plan: Plan, script: VisitScript): void {
  const { index, day, at, guest, topic } = plan;
  held(plan, script);
  script.add(at(day + 1, '10.10'), `${guest} publishes the summary`, async (stage) => {
    const actor = stage.actor(officerOf(guest));
    const summary = { outcomes: topic.seen, decisions: topic.agreed, notes: '' };
    const { version } = await stage.use(SaveSummary).execute(actor, script.visitId, summary, 0);
    await stage.use(PublishSummary).execute(actor, script.visitId, version);
    return undefined;
  });
  if (index % 2 === 0) promised(plan, script);
}

/** Promised for a month later; two of three promises are kept in time. */
function promised({ index, day, at, guest, topic }: Plan, script: VisitScript): void {
  let promise = '';
  script.add(at(day + 1, '10.30'), `${guest} promises something`, async (stage) => {
    const actor = stage.actor(officerOf(guest));
    const owner = { personName: officerNameOf(guest), personId: actor.personId };
    const dueOn = localDate(at(day + 22, '12.00'), 'Asia/Jakarta');
    const given = { visit: script.visitId, what: topic.promise, unit: guest, dueOn, ...owner };
    promise = await stage.use(WriteFollowUp).create(actor, given);
    return undefined;
  });
  if (index % 6 === 0) return;
  script.add(at(day + 17, '14.00'), `${guest} keeps its promise`, async (stage) => {
    const evidence = 'Sudah berjalan; catatan dan foto tersimpan di seksi yang menangani.';
    await stage
      .use(WriteFollowUp)
      .change(stage.actor(officerOf(guest)), promise, 1, { state: 'done', evidence });
    return undefined;
  });
}

/** Held, and nobody writes the summary: it goes out by itself. */
function heldAndLeft(plan: Plan, script: VisitScript): void {
  held(plan, script);
  script.wait(plan.at(plan.day + 3, '12.00'), 'nobody publishes a summary for two working days');
}

function declined(plan: Plan, script: VisitScript): void {
  const { day, at } = plan;
  asked(plan, script);
  script.step(at(day - leadOf(plan) + 1, '11.00'), 'host', 'decline', { reason: 'Aula sedang diperbaiki' });
}

function withdrawn(plan: Plan, script: VisitScript): void {
  const { day, at } = plan;
  asked(plan, script);
  const reason = 'Digabung dengan kunjungan lain';
  script.step(at(day - leadOf(plan) + 2, '13.30'), 'guest', 'withdraw', { reason });
}

function expired(plan: Plan, script: VisitScript): void {
  asked(plan, script);
  script.wait(plan.at(plan.day, '08.00'), 'nobody answers before the notice begins');
}

function cancelled(plan: Plan, script: VisitScript): void {
  accepted(plan, script);
  script.step(plan.at(plan.day - 2, '09.40'), 'guest', 'cancel', { reason: 'Anggaran dialihkan' });
}

function notHeld(plan: Plan, script: VisitScript): void {
  accepted(plan, script);
  const reason = 'Rombongan tertahan banjir';
  script.step(plan.at(plan.day, '13.00'), 'host', 'not-held', { reason });
}
