import type { VNode } from 'preact';
import type { MailCheckName, MailCheckState } from '../../platform/mail-checks/check-states.js';
import type { MailCheck } from '../../platform/mail-checks/mail-checks.js';
import { Card, Facts } from '../../platform/pages/card.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatMoment } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import type { MailTraffic } from '../queries/mail-traffic.js';
import { MailTabs } from './mail-tabs.js';

export const mailCheckNameWords = {
  smtp: 'Server pengirim (SMTP)',
  imap: 'Kotak surat (IMAP)',
  mx: 'Jalan surat balasan (MX)',
  spf: 'Izin mengirim (SPF)',
  dkim: 'Tanda tangan surat (DKIM)',
  dmarc: 'Kebijakan domain (DMARC)',
} as const satisfies Record<MailCheckName, string>;

const stateWords = {
  good: { name: 'Baik', colour: 'green' },
  warning: { name: 'Perlu diperhatikan', colour: 'yellow' },
  bad: { name: 'Perlu diperbaiki', colour: 'red' },
  unknown: { name: 'Tidak dapat diperiksa', colour: 'secondary' },
  off: { name: 'Tidak dipakai', colour: 'secondary' },
} as const satisfies Record<MailCheckState, object>;

interface MailChecksPageProps {
  actor: Actor;
  checks: readonly MailCheck[];
  traffic: MailTraffic;
}

/** Whether mail can be sent and read, each part with what was found and when. */
export function MailChecksPage({ actor, checks, traffic }: MailChecksPageProps): VNode {
  const zone = actor.timeZone;
  return (
    <Layout title="Pemeriksaan surat" actor={actor} path="/surat">
      <h1 class="mb-1">Pemeriksaan surat</h1>
      <p class="text-secondary prose">
        Apakah surat dapat dikirim dan jawabannya dapat dibaca. Diperiksa saat Sambang dinyalakan dan setiap
        jam, tanpa mengirim surat.
      </p>
      <MailTabs current="/surat/pemeriksaan" />
      <Card title="Hasil pemeriksaan">
        {checks.length > 0 ? (
          <ul class="list-group list-group-flush">
            {checks.map((check) => (
              <CheckRow key={check.name} check={check} zone={zone} />
            ))}
          </ul>
        ) : (
          <p class="card-body mb-0">Belum ada yang diperiksa.</p>
        )}
        <div class="card-footer">
          <PageForm action="/surat/pemeriksaan/jalankan">
            <button class="btn btn-primary" type="submit">
              Periksa lagi
            </button>
            <p class="form-hint mt-2 mb-0">
              Selesai dalam setengah menit. Bila waktunya belum berubah, muat ulang halaman ini.
            </p>
          </PageForm>
        </div>
      </Card>
      <Traffic traffic={traffic} zone={zone} />
    </Layout>
  );
}

function CheckRow({ check, zone }: { check: MailCheck; zone: Zone }): VNode {
  const { name, state, words, detail, since, checkedAt, goodAt } = check;
  const { name: stateName, colour } = stateWords[state];
  const isTold = state !== 'good' && goodAt !== null;
  return (
    <li class="list-group-item">
      <div class="mail-row">
        <h3 class="mail-row-subject h4 mb-0">{mailCheckNameWords[name]}</h3>
        <span class="mail-row-aside">
          <span class="badge badge-outline state-badge">
            <span class={`status-dot bg-${colour} me-1`} />
            {stateName}
          </span>
        </span>
      </div>
      <p class="mb-1 mt-1">{words}</p>
      {detail !== '' && <p class="mb-1 text-break text-secondary">{detail}</p>}
      <p class="mb-0 text-secondary">
        Diperiksa {formatMoment(checkedAt, zone)}, begini sejak {formatMoment(since, zone)}.
        {isTold && ` Terakhir baik ${formatMoment(goodAt, zone)}.`}
      </p>
    </li>
  );
}

function Traffic({ traffic, zone }: { traffic: MailTraffic; zone: Zone }): VNode {
  const { sentAt, receivedAt, reading } = traffic;
  const moment = (at: Date | null): string => (at === null ? 'belum pernah' : formatMoment(at, zone));
  return (
    <Card title="Lalu lintas surat">
      <div class="card-body">
        <Facts
          lines={[
            ['Surat terakhir keluar', moment(sentAt)],
            ['Surat terakhir masuk', moment(receivedAt)],
            ['Kotak surat terakhir dibaca', reading && moment(reading.lookedAt)],
            ['Nomor surat terakhir di kotak surat (UID)', reading && String(reading.lastUid)],
          ]}
        />
      </div>
    </Card>
  );
}
