import type { VNode } from 'preact';
import { Card, Facts } from '../../platform/pages/card.js';
import type { Zone } from '../../platform/text/zones.js';
import type { ToldContent } from '../domain/summary.js';
import { attendedLines, sideLine } from '../domain/summary-lines.js';
import { about, Lines } from './told-summary.js';

/** What the mail says beside the text. */
export function KnownOfVisit({ content, zone }: { content: ToldContent; zone: Zone }): VNode {
  const { sides, attendance, practices, files } = content;
  return (
    <Card title="Ikut termuat dengan sendirinya">
      <div class="card-body">
        <Facts
          lines={[
            ['Kehadiran', sides.length > 0 ? <Lines lines={sides.map(sideLine)} /> : 'belum ada'],
            ...attendedLines(attendance),
            ...about(content, zone),
            ['Praktik baik', practices.join(', ') || 'belum ada'],
            ['Berkas', files.map(({ title }) => title).join(', ') || 'belum ada'],
          ]}
        />
      </div>
    </Card>
  );
}

export function SummaryPreview({ visitId, version }: { visitId: string; version: number }): VNode {
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
