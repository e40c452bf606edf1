import { addWorkingDays, type IsHoliday } from '../../platform/text/working-days.js';
import { localDate } from '../../platform/text/dates.js';
import { zones, type Zone } from '../../platform/text/zones.js';
import { unitsWithAccounts, type ExampleUnit } from './accounts.js';
import { on, type StoryStep } from './stage.js';
import { party, VisitScript, type Request } from './visit-script.js';

const zoneOf: Readonly<Record<ExampleUnit, Zone>> = {
  'bapas-purwokerto': 'Asia/Jakarta',
  'rutan-banjarnegara': 'Asia/Jakarta',
  'rutan-purbalingga': 'Asia/Jakarta',
  'lapas-kerobokan': 'Asia/Makassar',
  'lapas-abepura': 'Asia/Jayapura',
};

/** Writes down a visit by days counted from today in working days; negative ones lie behind. */
class Around {
  constructor(
    private readonly today: string,
    private readonly isHoliday: IsHoliday,
  ) {}

  /** An instant of a working day, by the clock of a unit. */
  at(days: number, time: string, unit: ExampleUnit): Date {
    return on(addWorkingDays(this.today, days, this.isHoliday), time, zoneOf[unit]);
  }

  /** A visit of two hours in the morning. */
  visit(guest: ExampleUnit, host: ExampleUnit, day: number, title: string, more: Partial<Request> = {}) {
    return new VisitScript({
      guest,
      host,
      startsAt: this.at(day, '09.00', host),
      endsAt: this.at(day, '11.00', host),
      details: { title, topics: [title], programs: ['akselerasi-2'] },
      participants: party(guest, host),
      ...more,
    });
  }
}

/** Visits around today in all three zones and in every state, up to now. */
export function visitsAround(now: Date, isHoliday: IsHoliday): StoryStep[] {
  const around = new Around(localDate(now, 'Asia/Jakarta'), isHoliday);
  const scripts = [...open(around), ...agreed(around), ...over(around), ...fallen(around)];
  return scripts.flatMap(({ steps }) => steps).filter(({ at }) => at <= now);
}

const [purwokerto, banjarnegara, purbalingga, kerobokan, abepura] = unitsWithAccounts;

/** Draft, requested, counter-proposed. */
function open(around: Around): VisitScript[] {
  const draft = around.visit(purwokerto, purbalingga, 15, 'Bimbingan kemandirian klien');
  draft.draft(around.at(-1, '09.00', purwokerto));

  const requested = around.visit(purbalingga, banjarnegara, 8, 'Budi daya ikan lele');
  requested.asked(around.at(-1, '10.00', purbalingga));

  const countered = around.visit(purwokerto, kerobokan, 12, 'Kerajinan dan pemasaran hasil karya');
  countered
    .asked(around.at(-3, '08.30', purwokerto))
    .step(around.at(-1, '13.00', kerobokan), 'host', 'propose', {
      reason: 'Pada hari itu ada upacara',
      startsAt: around.at(13, '09.00', kerobokan),
      endsAt: around.at(13, '11.00', kerobokan),
    });
  return [draft, requested, countered];
}

/** Confirmed, and confirmed with a proposal to move it. */
function agreed(around: Around): VisitScript[] {
  const confirmed = around.visit(abepura, kerobokan, 5, 'Layanan kunjungan ramah keluarga', {
    kind: 'working-visit',
  });
  confirmed
    .asked(around.at(-7, '09.00', abepura))
    .step(around.at(-6, '09.00', kerobokan), 'host', 'accept')
    .agenda(around.at(-4, '14.00', kerobokan))
    .answers(around.at(-3, '10.00', abepura), ['accepted', 'tentative']);

  const moving = around.visit(banjarnegara, abepura, 10, 'Pertanian lahan sempit');
  moving
    .asked(around.at(-8, '09.00', banjarnegara))
    .step(around.at(-7, '09.00', abepura), 'host', 'accept')
    .step(around.at(-1, '08.15', banjarnegara), 'guest', 'reschedule', {
      reason: 'Jadwal penerbangan berubah',
      startsAt: around.at(11, '09.00', abepura),
      endsAt: around.at(11, '11.00', abepura),
    });
  return [confirmed, moving];
}

/** Held, closed by itself, not held. */
function over(around: Around): VisitScript[] {
  const held = around.visit(purbalingga, purwokerto, -1, 'Litmas dan pendampingan', { kind: 'coordination' });
  held
    .asked(around.at(-9, '09.00', purbalingga))
    .step(around.at(-8, '09.00', purwokerto), 'host', 'accept')
    .agenda(around.at(-6, '10.00', purwokerto))
    .attendance(around.at(-1, '09.15', purwokerto), [2])
    .step(around.at(-1, '11.05', purwokerto), 'host', 'complete');

  const closed = around.visit(purwokerto, kerobokan, -6, 'Kemitraan dengan dunia usaha');
  closed
    .asked(around.at(-14, '09.00', purwokerto))
    .step(around.at(-13, '09.00', kerobokan), 'host', 'accept')
    .step(around.at(-6, '11.10', kerobokan), 'host', 'complete')
    .wait(around.at(-4, '12.00', kerobokan), 'nobody publishes a summary for two working days');

  const notHeld = around.visit(banjarnegara, purbalingga, -4, 'Pengelolaan perpustakaan');
  notHeld
    .asked(around.at(-11, '09.00', banjarnegara))
    .step(around.at(-10, '09.00', purbalingga), 'host', 'accept')
    .step(around.at(-4, '13.00', purbalingga), 'host', 'not-held', { reason: 'Rombongan tertahan banjir' });
  return [held, closed, notHeld];
}

/** Declined, withdrawn, expired, cancelled. */
function fallen(around: Around): VisitScript[] {
  const declined = around.visit(purwokerto, abepura, 4, 'Pendidikan kesetaraan');
  declined
    .asked(around.at(-6, '11.00', purwokerto))
    .step(around.at(-5, '11.00', abepura), 'host', 'decline', { reason: 'Aula sedang diperbaiki' });

  const withdrawn = around.visit(kerobokan, banjarnegara, 9, 'Peternakan kambing');
  withdrawn
    .asked(around.at(-5, '13.00', kerobokan))
    .step(around.at(-2, '13.00', kerobokan), 'guest', 'withdraw', {
      reason: 'Digabung dengan kunjungan lain',
    });

  const expired = around.visit(abepura, purbalingga, -2, 'Koperasi pegawai');
  expired
    .asked(around.at(-10, '13.00', abepura))
    .wait(around.at(-3, '15.00', purbalingga), 'nobody answers before the notice begins');

  const cancelled = around.visit(purbalingga, kerobokan, 7, 'Seni dan budaya');
  cancelled
    .asked(around.at(-7, '14.00', purbalingga))
    .step(around.at(-6, '14.00', kerobokan), 'host', 'accept')
    .step(around.at(-2, '09.00', purbalingga), 'guest', 'cancel', { reason: 'Anggaran dialihkan' });
  return [declined, withdrawn, expired, cancelled];
}

/** The label of a unit's zone. */
export const zoneLabelOf = (unit: ExampleUnit): string => zones[zoneOf[unit]].label;
