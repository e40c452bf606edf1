import type { VNode } from 'preact';
import { NoticeAlert, RefusalAlert } from '../../platform/pages/form-parts.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import { Icon } from '../../platform/pages/icon.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import { formatDateTimeRange } from '../../platform/text/dates.js';
import { zoneLabel } from '../../platform/text/zones.js';
import { daysOf } from './agenda-actions.js';
import { QuestionsCard } from './agenda-questions-card.js';
import { PublishCard } from './agenda-publish-card.js';
import { PrintLink } from './agenda-read-page.js';
import { remarksOn } from './agenda-remarks.js';
import { AgendaRowFields } from './agenda-row-fields.js';
import { rowFields, rowsOf } from './agenda-rows.js';
import { TemplateCard } from './agenda-template-card.js';
import type { ShownAgenda, TypedAgenda } from './show-agenda.js';

interface AgendaEditorProps {
  shown: ShownAgenda;
  /** What was typed; without it what is stored. */
  typed?: TypedAgenda;
  notice?: string | undefined;
  templateFaults?: FormFaults;
}

type FormProps = { shown: ShownAgenda; typed: TypedAgenda };

/** The agenda for those who work on it. */
export function AgendaEditorPage({ shown, typed, notice, templateFaults }: AgendaEditorProps): VNode {
  const { actor, visit, zone, agenda } = shown;
  const stored = { rows: rowsOf(agenda.items, zone), faults: null, said: '' };
  const form = typed ?? stored;
  return (
    <Layout
      title={`Susunan acara – ${visit.title}`}
      actor={actor}
      path="/kunjungan"
      styles={['agendas/pages/agenda.css']}
      libraries={['sortable.js']}
      scripts={['agendas/pages/browser/agenda-editor.js']}
    >
      <PageHeading
        title="Susunan acara"
        lead={<Lead shown={shown} />}
        back={[`/kunjungan/${visit.id}`, visit.title]}
      >
        {agenda.items.length > 0 && <PrintLink visitId={visit.id} />}
      </PageHeading>
      {notice && <NoticeAlert>{notice}</NoticeAlert>}
      <RefusalAlert faults={form.faults ?? templateFaults ?? null} />
      {form.rows.length === 0 && <TemplateCard shown={shown} />}
      <EditorForm shown={shown} typed={form} />
      <QuestionsCard shown={shown} />
      <PublishCard shown={shown} />
      {form.rows.length > 0 && <TemplateCard shown={shown} />}
    </Layout>
  );
}

function Lead({ shown: { actor, visit, zone } }: { shown: ShownAgenda }): VNode {
  return (
    <>
      {formatDateTimeRange(visit, zone)}
      {actor.timeZone !== zone && (
        <span class="d-block">
          Di tempat Anda: {formatDateTimeRange(visit, actor.timeZone)}. Jam di bawah ini diisi menurut waktu
          tuan rumah ({zoneLabel(zone)}).
        </span>
      )}
    </>
  );
}

function EditorForm({ shown, typed }: FormProps): VNode {
  const { visit } = shown;
  return (
    <PageForm
      id="susunan"
      action={`/kunjungan/${visit.id}/acara`}
      data-refresh="#sesi-semua"
      data-restore-by="aksi=hitung"
      data-rows={rowFields.join(' ')}
      class="card mb-3"
      version={shown.agenda.version}
    >
      {/* The first button is the one that Enter presses. */}
      <button
        class="visually-hidden"
        type="submit"
        name="aksi"
        value="simpan"
        tabIndex={-1}
        aria-hidden="true"
      >
        Simpan
      </button>
      <div class="card-header">
        <h2 class="card-title">Sesi</h2>
      </div>
      <p class="visually-hidden" role="status" aria-live="polite" id="susunan-kabar" />
      <Sessions shown={shown} typed={typed} />
      <div class="card-footer">
        <p class="text-secondary mb-2">
          Bila mulai atau lama sebuah sesi berubah, sesi sesudahnya pada hari itu ikut bergeser. Panah (atau
          Alt + ↑ dan Alt + ↓ pada papan ketik) mengubah urutan.
        </p>
        <div class="btn-list">
          <button class="btn btn-primary" type="submit" name="aksi" value="simpan" formnovalidate>
            Simpan
          </button>
          <button class="btn" type="submit" name="aksi" value="hitung" formnovalidate>
            Hitung ulang waktu
          </button>
        </div>
      </div>
    </PageForm>
  );
}

/** All rows; what a button changes takes the place of this. */
function Sessions({ shown, typed: { rows, faults, said } }: FormProps): VNode {
  const { visit, zone, actor, people } = shown;
  const remarks = remarksOn(rows, visit, zone, faults);
  const common = { count: rows.length, days: daysOf(visit, zone), zone, own: actor.timeZone, people };
  return (
    <div id="sesi-semua" data-said={said || undefined} data-still>
      {rows.length === 0 && (
        <Empty icon="clock" title="Belum ada sesi">
          Mulai dari templat di atas, atau tambahkan sesi pertama.
        </Empty>
      )}
      <ol class="agenda-rows">
        {rows.map((row, index) => (
          <AgendaRowFields
            {...common}
            key={index}
            row={row}
            index={index}
            remarks={remarks[index] ?? { faults: {}, warnings: [] }}
            place={visit.place}
          />
        ))}
      </ol>
      <div class="agenda-add">
        <button
          class="btn"
          type="submit"
          name="aksi"
          value="tambah"
          id="sesi-tambah"
          data-moves
          formnovalidate
        >
          <Icon name="plus" />
          Tambah sesi
        </button>
      </div>
    </div>
  );
}
