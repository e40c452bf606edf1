import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import type { SummaryContent } from '../domain/summary.js';

const people = (names: readonly string[]): string => (names.length === 0 ? 'belum ada' : names.join(', '));

/** What the mail says beside the text. */
export function Known({ content: { attendance, practices, files } }: { content: SummaryContent }): VNode {
  return (
    <Card title="Ikut termuat dengan sendirinya">
      <div class="card-body">
        <dl class="facts">
          <dt>Hadir</dt>
          <dd>{people(attendance.present)}</dd>
          {attendance.absent.length > 0 && <dt>Tidak hadir</dt>}
          {attendance.absent.length > 0 && <dd>{people(attendance.absent)}</dd>}
          {attendance.unknown.length > 0 && <dt>Belum dicatat</dt>}
          {attendance.unknown.length > 0 && <dd>{people(attendance.unknown)}</dd>}
          <dt>Praktik baik</dt>
          <dd>{people(practices)}</dd>
          <dt>Berkas</dt>
          <dd>{people(files.map(({ title }) => title))}</dd>
        </dl>
      </div>
    </Card>
  );
}

export function Preview({ visitId, version }: { visitId: string; version: number }): VNode {
  return (
    <section class="card mb-3" id="pratinjau">
      <div class="card-header">
        <h2 class="card-title">Surat yang akan dikirim</h2>
      </div>
      <iframe
        class="mail-frame"
        src={`/kunjungan/${visitId}/ringkasan/surat?v=${version}`}
        title="Surat ringkasan"
        sandbox=""
        loading="lazy"
      />
    </section>
  );
}
