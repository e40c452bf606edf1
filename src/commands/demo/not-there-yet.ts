import { sameHours } from '../../platform/text/day-hours.js';
import { Database } from '../../platform/database/database.js';
import type { IsHoliday } from '../../platform/text/working-days.js';
import { ChangeUnit } from '../../units/index.js';
import { AnswerAsHost, ArrangeVisit } from '../../visits/index.js';
import { REGIONAL } from './accounts.js';
import { workingDaysAround, type OnWorkingDay, type Stage, type StoryStep } from './stage.js';
import { party, VisitScript } from './visit-script.js';

/** What a Kanwil does for units of which nobody is there yet, up to now. */
export function notThereYet(now: Date, isHoliday: IsHoliday): StoryStep[] {
  const at = workingDaysAround(now, isHoliday);
  return [answerByLink, arranged].flatMap((scene) => scene(at)).filter((step) => step.at <= now);
}

/** A unit in which nobody has an account is asked by its own mail address, and its head answers by the link. */
function answerByLink(at: OnWorkingDay): StoryStep[] {
  const [guest, host] = ['bapas-pekalongan', 'rutan-pekalongan'] as const;
  const email = `${host}@contoh.test`;
  const script = new VisitScript({
    ...{ guest, host, participants: party(guest, host).slice(0, 2) },
    ...{ startsAt: at(8, '09.00'), endsAt: at(8, '11.00') },
    details: { title: 'Pendampingan klien anak', topics: ['Pembimbingan'] },
  });
  script.add(at(-7, '10.00'), `the Kanwil writes down how ${host} is reached`, async (stage) => {
    const change = { identity: {}, contact: { email }, displaced: [] };
    // Nobody has changed it before.
    await stage.use(ChangeUnit).execute(stage.actor(REGIONAL), host, 1, change);
    return undefined;
  });
  script.asked(at(-6, '09.00'));
  script.add(at(-5, '14.00'), `the head of ${host} accepts by the link in its mail`, async (stage) => {
    const answerer = { name: 'Sulistyo Adi', office: 'Kepala Rutan', phone: '+6281234567890' };
    await stage.use(AnswerAsHost).execute(await linkMailedTo(stage, email), 'accept', {}, answerer);
    return undefined;
  });
  return script.steps;
}

async function linkMailedTo(stage: Stage, email: string): Promise<string> {
  const [mail] = await stage
    .use(Database)
    .query<{ text: string }>(
      'SELECT body_text AS text FROM mail WHERE recipient_email = $1 ORDER BY position DESC LIMIT 1',
      [email],
    );
  const [, secret] = /\/balas\/([\w-]+)/.exec(mail?.text ?? '') ?? [];
  if (secret === undefined) throw new Error(`No link was mailed to ${email}`);
  return secret;
}

/** The Kanwil brings two units together; both have yet to say yes. */
function arranged(at: OnWorkingDay): StoryStep[] {
  const [guestUnit, hostUnit] = ['lapas-tegal', 'lapas-brebes'] as const;
  return [
    {
      at: at(-1, '11.00'),
      tell: `the Kanwil arranges a visit of ${guestUnit} to ${hostUnit}`,
      act: async (stage) => {
        const visit = {
          ...{ guestUnit, hostUnit, kind: 'study-visit' as const, participants: [] },
          ...sameHours(at(18, '09.00'), at(18, '11.00')),
          details: {
            title: 'Bengkel kerja konveksi',
            topics: ['Kemandirian'],
            purpose: 'Belajar menerima pesanan',
          },
        };
        await stage.use(ArrangeVisit).execute(stage.actor(REGIONAL), visit, null);
        return undefined;
      },
    },
  ];
}
