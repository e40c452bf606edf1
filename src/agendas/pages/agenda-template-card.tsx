import type { VNode } from 'preact';
import { agendaTemplates } from '../domain/templates.js';
import type { ShownAgenda } from './show-agenda.js';
import { Select } from '../../platform/pages/form-parts.js';
import { formatDate, formatTimeRange, localDate } from '../../platform/text/dates.js';
import { dayHours } from '../../platform/text/day-hours.js';
import { PageForm } from '../../platform/pages/page-form.js';

/** How a form says that all days get the template. */
export const ALL_DAYS = 'semua';

/** Starts the agenda from a template; folded, with its consequence, once there are sessions. */
export function TemplateCard({ shown: { visit, agenda, zone } }: { shown: ShownAgenda }): VNode {
  const isEmpty = agenda.items.length === 0;
  const form = (
    <PageForm class="card-body" action={`/kunjungan/${visit.id}/acara/templat`} version={agenda.version} asks>
      <p>
        Sesinya dibagi menurut waktu kunjungan ini.
        {!isEmpty && ' Sesi yang ada sekarang pada hari itu diganti.'}
      </p>
      <Days visit={visit} zone={zone} />
      <div class="btn-list">
        {Object.entries(agendaTemplates).map(([code, { name }]) => (
          <button class="btn" type="submit" name="template" value={code} key={code}>
            {name}
          </button>
        ))}
      </div>
    </PageForm>
  );
  if (!isEmpty) {
    return (
      <details class="card mb-3">
        <summary class="agenda-fold">Ganti dengan templat</summary>
        {form}
      </details>
    );
  }
  return (
    <section class="card mb-3">
      <div class="card-header">
        <h2 class="card-title">Mulai dari templat</h2>
      </div>
      {form}
    </section>
  );
}

/** Which day gets it, of a visit of several. */
function Days({ visit, zone }: Pick<ShownAgenda, 'visit' | 'zone'>): VNode | null {
  const days = dayHours(visit, zone);
  if (days.length === 1) return null;
  return (
    <Select
      name="date"
      label="Untuk hari"
      faults={null}
      options={[
        { value: ALL_DAYS, name: 'Semua hari' },
        ...days.map(({ startsAt, endsAt }) => ({
          value: localDate(startsAt, zone),
          name: `${formatDate(startsAt, zone)}, pukul ${formatTimeRange(startsAt, endsAt, zone)}`,
        })),
      ]}
    />
  );
}
