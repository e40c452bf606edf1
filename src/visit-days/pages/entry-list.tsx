import type { VNode } from 'preact';
import { PlainText } from '../../platform/pages/free-text.js';
import { Icon } from '../../platform/pages/icon.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { formatDate, formatTime } from '../../platform/text/dates.js';
import type { Zone } from '../../platform/text/zones.js';
import type { ShownEntry } from '../use-cases/read-entries.js';
import { thumbnailSize } from './thumbnail-size.js';

export interface EntryListProps {
  entries: readonly ShownEntry[];
  /** The host's. */
  zone: Zone;
  /** The page of the visit that the list stands on, to come back to; the visit's own when left out. */
  backTo?: EntryListPage;
}

/** Pages below that of a visit which list its entries. */
type EntryListPage = 'hari-ini';

/** Notes and photos, the latest first. */
export function ShownEntries({ entries, zone, backTo }: EntryListProps): VNode {
  return (
    <ul class="list-group list-group-flush">
      {entries.map((entry) => (
        <li class="list-group-item" key={entry.id}>
          <Entry entry={entry} zone={zone} backTo={backTo} />
        </li>
      ))}
    </ul>
  );
}

interface EntryProps {
  entry: ShownEntry;
  zone: Zone;
  backTo: EntryListPage | undefined;
}

function Entry({ entry, zone, backTo }: EntryProps): VNode {
  const { id, visitId, kind, text, authorName, enteredAt, receivedAt, late } = entry;
  const path = `/kunjungan/${visitId}/entri/${id}`;
  return (
    <article aria-label={kind === 'photo' ? `Foto dari ${authorName}` : `Catatan dari ${authorName}`}>
      <div class="text-secondary">
        {authorName} · {formatDate(enteredAt, zone)}, pukul {formatTime(enteredAt, zone)}
      </div>
      {late && (
        <div class="fw-medium">
          Menyusul, diterima {formatDate(receivedAt, zone)}, pukul {formatTime(receivedAt, zone)}
        </div>
      )}
      {kind === 'photo' && (
        <a class="d-inline-block my-1" href={`${path}/foto`}>
          <img
            class="img-fluid rounded"
            src={`${path}/kecil`}
            alt={text || `Foto dari ${authorName}`}
            loading="lazy"
            {...thumbnailSize(entry)}
          />
        </a>
      )}
      {text && (
        <p class="mb-1">
          <PlainText text={text} />
        </p>
      )}
      {!entry.isPublic && <ClearanceWanted entry={entry} path={path} backTo={backTo} />}
      {entry.mayRemove && (
        <details>
          <summary class="text-secondary py-2">Hapus…</summary>
          <PageForm action={`${path}/hapus`}>
            {backTo && <input type="hidden" name="asal" value={backTo} />}
            <button class="btn btn-outline-danger" type="submit">
              <Icon name="trash" />
              {kind === 'photo' ? 'Hapus foto ini' : 'Hapus catatan ini'}
            </button>
          </PageForm>
        </details>
      )}
    </article>
  );
}

/** Why others do not see a photo yet, and the form of whoever may change that. */
function ClearanceWanted({ entry, path, backTo }: Omit<EntryProps, 'zone'> & { path: string }): VNode {
  const { cleared, mayClear } = entry;
  return (
    <div class="alert alert-warning d-block my-2">
      <p class="mb-1">
        {cleared
          ? 'Menunggu izin kepala LPKA. Sampai saat itu hanya petugas UPT pengunggah yang melihatnya.'
          : 'Belum dinyatakan bebas wajah dan nama warga binaan: hanya petugas UPT pengunggah yang melihatnya.'}
      </p>
      {mayClear && (
        <PageForm action={`${path}/izin`}>
          {backTo && <input type="hidden" name="asal" value={backTo} />}
          <button class="btn text-wrap" type="submit">
            <Icon name="check" />
            {mayClear === 'head' ? 'Izinkan foto ini' : 'Foto ini tidak memuat wajah atau nama warga binaan'}
          </button>
        </PageForm>
      )}
    </div>
  );
}
