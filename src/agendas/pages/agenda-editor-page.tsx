import type { VNode } from 'preact';
import { Notice, Refusal } from '../../platform/pages/form-parts.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import { Icon } from '../../platform/pages/icon.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import { formatDateTimeRange } from '../../platform/text/dates.js';
import { zoneLabel } from '../../platform/text/zones.js';
import { daysOf } from './agenda-actions.js';
import { PublishCard } from './agenda-publish-card.js';
import { PrintLink } from './agenda-read-page.js';
import { remarksOn } from './agenda-remarks.js';
import { AgendaRowFields } from './agenda-row-fields.js';
import { rowsOf } from './agenda-rows.js';
import { TemplateCard } from './agenda-template-card.js';
import type { ShownAgenda, TypedAgenda } from './agenda-view.js';

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
  const stored = { rows: rowsOf(agenda.items, zone), version: agenda.version, faults: null, said: '' };
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
      {notice && <Notice>{notice}</Notice>}
      <Refusal faults={form.faults ?? templateFaults ?? null} />
      {form.faults?.status === 409 && <Stale shown={shown} />}
      {form.rows.length === 0 && <TemplateCard shown={shown} />}
      <EditorForm shown={shown} typed={form} />
      <PublishCard shown={shown} />
      {form.rows.length > 0 && <TemplateCard shown={shown} />}
    </Layout>
  );
}

function Lead({ shown: { actor, visit, zone } }: { shown: ShownAgenda }): VNode {
  const { startsAt, endsAt } = visit;
  return (
    <>
      {formatDateTimeRange(startsAt, endsAt, zone)}
      {actor.timeZone !== zone && (
        <span class="d-block">
          Di tempat Anda: {formatDateTimeRange(startsAt, endsAt, actor.timeZone)}. Jam di bawah ini diisi
          menurut waktu tuan rumah ({zoneLabel(zone)}).
        </span>
      )}
    </>
  );
}

/** Somebody else stored meanwhile: look at theirs, or put one's own in its place. */
function Stale({ shown: { visit } }: { shown: ShownAgenda }): VNode {
  return (
    <div class="btn-list mb-3">
      <a class="btn" href={`/kunjungan/${visit.id}/acara`} target="_blank" rel="noreferrer">
        Lihat yang tersimpan sekarang (tab baru)
      </a>
      <button class="btn" type="submit" form="susunan" name="aksi" value="ganti">
        Ganti dengan yang saya ketik
      </button>
    </div>
  );
}

function EditorForm({ shown, typed }: FormProps): VNode {
  const { visit } = shown;
  return (
    <PageForm
      id="susunan"
      action={`/kunjungan/${visit.id}/acara`}
      data-refresh="#sesi-semua"
      class="card mb-3"
    >
      <input type="hidden" name="version" value={typed.version} />
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
