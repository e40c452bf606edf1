import type { VNode } from 'preact';
import { agendaTemplates } from '../domain/templates.js';
import type { ShownAgenda } from './agenda-view.js';
import { PageForm } from '../../platform/pages/page-form.js';

/** Starts the agenda from a template; folded, with its consequence, once there are sessions. */
export function TemplateCard({ shown: { visit, agenda } }: { shown: ShownAgenda }): VNode {
  const isEmpty = agenda.items.length === 0;
  const form = (
    <PageForm class="card-body" action={`/kunjungan/${visit.id}/acara/templat`}>
      <input type="hidden" name="version" value={agenda.version} />
      <p>
        Sesinya dibagi menurut waktu kunjungan ini.
        {!isEmpty && ' Semua sesi yang ada sekarang diganti.'}
      </p>
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
