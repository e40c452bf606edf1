import type { VNode } from 'preact';
import { TextArea } from '../../platform/pages/form-parts.js';
import { typed } from '../../platform/pages/forms.js';
import { Icon } from '../../platform/pages/icon.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { photoFault, type DayPageProps } from './day-props.js';

export function EntryNoteForm({ day, refusal, ids }: DayPageProps): VNode {
  const refused = refusal?.form === 'note' ? refusal : null;
  return (
    <PageForm action={`/kunjungan/${day.visit.id}/hari-ini/catatan`} data-entry="note">
      <input type="hidden" name="id" value={ids.note} />
      <TextArea
        name="text"
        label="Catatan"
        hint="Tanpa nama atau data warga binaan."
        value={typed(refused?.sent, 'text')}
        rows={3}
        maxLength={4000}
        faults={refused?.faults ?? null}
      />
      <button class="btn btn-primary w-100" type="submit">
        Simpan catatan
      </button>
    </PageForm>
  );
}

export function PhotoForm({ day, refusal, ids }: DayPageProps): VNode {
  const refused = refusal?.form === 'photo' ? refusal : null;
  return (
    <PageForm
      action={`/kunjungan/${day.visit.id}/hari-ini/foto`}
      encType="multipart/form-data"
      data-entry="photo"
    >
      <input type="hidden" name="id" value={ids.photo} />
      <PhotoField fault={photoFault(refusal)} />
      <TextArea
        name="text"
        scope="photo"
        label="Keterangan foto"
        value={typed(refused?.sent, 'text')}
        rows={2}
        maxLength={4000}
        faults={refused?.faults ?? null}
        optional
      />
      <label class="form-check day-clearance">
        <input class="form-check-input" type="checkbox" name="clearance" value="ya" />
        <span class="form-check-label">
          Foto ini tidak memuat wajah atau nama warga binaan.
          <span class="d-block text-secondary">
            Tanpa pernyataan ini hanya UPT Anda yang melihatnya.
            {day.headNeeded && ' Di LPKA foto juga perlu izin kepala LPKA.'}
          </span>
        </span>
      </label>
      <button class="btn w-100" type="submit">
        <Icon name="camera" />
        Simpan foto
      </button>
    </PageForm>
  );
}

function PhotoField({ fault }: { fault: string | null }): VNode {
  return (
    <div class="mb-3">
      <label class="form-label" for="photo">
        Foto
      </label>
      <input
        class={fault ? 'form-control is-invalid' : 'form-control'}
        id="photo"
        name="photo"
        type="file"
        accept="image/jpeg,image/png,image/webp"
        capture="environment"
        aria-describedby={fault ? 'photo-fault photo-hint' : 'photo-hint'}
        aria-invalid={fault ? 'true' : undefined}
        autofocus={fault !== null}
        required
      />
      {fault && (
        <div class="invalid-feedback" id="photo-fault">
          {fault}
        </div>
      )}
      <div class="form-hint mt-1" id="photo-hint">
        Lokasi dan data kamera dihapus dari foto sebelum disimpan.
      </div>
    </div>
  );
}
