import { ownHoursAlong, type DayTime } from '../../platform/text/day-hours.js';
import type { VNode } from 'preact';
import { RefusalAlert, TextArea } from '../../platform/pages/form-parts.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatDateTimeRange } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import { inputOf, type VisitFacts } from '../../visits/index.js';

interface MovePageProps {
  actor: Actor;
  visit: VisitFacts;
  step: 'reschedule' | 'propose';
  /** The new time, as instants with an offset. */
  mulai: string;
  selesai: string;
  reason?: string;
  faults?: FormFaults;
}

/** Asks whether a visit shall move; in the calendar its form stands in a dialog. */
export function MovePage({ actor, visit, step, faults = undefined, ...sent }: MovePageProps): VNode {
  const { id, title, version } = visit;
  const [startsAt, endsAt] = [new Date(sent.mulai), new Date(sent.selesai)];
  const asked = { startsAt, endsAt, ownHours: ownHoursAlong(visit, startsAt, endsAt) };
  const back = `/kunjungan/${id}`;
  return (
    <Layout title="Pindahkan kunjungan" actor={actor} path="/kalender" narrow>
      <PageHeading title="Pindahkan kunjungan" lead={title} back={[back, 'Kunjungan']} />
      <PageForm class="card card-body" id="pindah" action={`/kalender/pindah/${id}`} version={version} asks>
        <h2 class="h3" id="pindah-judul">
          {step === 'reschedule' ? 'Usulkan perubahan jadwal?' : 'Usulkan waktu lain?'}
        </h2>
        <RefusalAlert faults={faults ?? null} />
        <dl class="facts">
          <dt>Kunjungan</dt>
          <dd>{title}</dd>
          <dt>Jadwal sekarang</dt>
          <dd>
            <BothZones time={visit} visit={visit} own={actor.timeZone} />
          </dd>
          <dt>Waktu baru</dt>
          <dd>
            <BothZones time={asked} visit={visit} own={actor.timeZone} />
          </dd>
        </dl>
        <p>
          Jadwal sekarang tetap berlaku sampai UPT yang lain menerima waktu baru ini. Kalender peserta baru
          berubah sesudahnya.
        </p>
        <input type="hidden" name="mulai" value={sent.mulai} />
        <input type="hidden" name="selesai" value={sent.selesai} />
        <TextArea
          name="reason"
          label="Alasan"
          hint="Dibaca oleh kedua UPT dan Kanwil, dan tersimpan dalam riwayat."
          rows={3}
          maxLength={2000}
          optional={!inputOf(visit, actor, step).includes('reason')}
          value={sent.reason}
          faults={faults ?? null}
        />
        <div class="btn-list">
          <button class="btn btn-primary" type="submit">
            Kirim usulan
          </button>
          <a class="btn" href={back} data-close>
            Jangan pindahkan
          </a>
        </div>
      </PageForm>
    </Layout>
  );
}

interface BothZonesProps {
  time: DayTime;
  visit: VisitFacts;
  own: Zone;
}

function BothZones({ time, visit, own }: BothZonesProps): VNode {
  const zone = visit.timeZone;
  return (
    <>
      {formatDateTimeRange(time, zone)}
      {own !== zone && (
        <span class="d-block text-secondary">Di tempat Anda: {formatDateTimeRange(time, own)}</span>
      )}
    </>
  );
}
